import type { Module } from '#platform/module.ts';
import { mayManageCatalogue } from '#modules/catalogue/index.ts';
import { mayReadUnmet } from './policy.ts';
import { searchStaffTexts } from './texts/staff.ts';
import { startKeepingAhead } from './usecases/keepAhead.ts';
import { startFlushing } from './usecases/unmetSearches.ts';
import { centreHome } from './web/portal/centreHome/door.tsx';
import { servicesPage } from './web/portal/services/door.tsx';
import { situationPage } from './web/portal/situation/door.tsx';
import { findingPage, restoreFindingDoor, setFindingDoor } from './web/staff/finding/doors.tsx';
import { taughtFile, taughtListPage, teachDoor, teachPage, unteachDoor } from './web/staff/teach/doors.tsx';
import { settleUnmet, unmetPage } from './web/staff/unmet/doors.tsx';

export const searchModule: Module = {
  name: 'search',
  doors: [
    centreHome,
    servicesPage,
    situationPage,
    unmetPage,
    settleUnmet,
    findingPage,
    setFindingDoor,
    restoreFindingDoor,
    teachPage,
    teachDoor,
    taughtListPage,
    unteachDoor,
    taughtFile,
  ],
  navigation: [{ area: 'staff', path: '/praca/szukane', order: 61, may: mayReadUnmet, label: () => searchStaffTexts.in('pl')('nav') }],
  servicePages: [
    {
      order: 10,
      may: mayManageCatalogue,
      path: (serviceId) => `/praca/uslugi/${serviceId}/szukanie`,
      label: () => searchStaffTexts.in('pl')('finding.nav'),
    },
  ],
  auditEvents: {
    'search.taught': {
      pl: 'Nauczono wyszukiwarkę, co znaczą słowa mieszkańców',
      en: 'The search was taught what words of residents mean',
      uk: 'Пошук навчено, що означають слова мешканців',
    },
    'search.untaught': {
      pl: 'Cofnięto to, czego nauczono wyszukiwarkę',
      en: 'Something taught to the search was taken back',
      uk: 'Скасовано те, чого навчено пошук',
    },
    'search.finding.changed': {
      pl: 'Zmieniono, jak mieszkańcy znajdują usługę',
      en: 'How residents find a service was changed',
      uk: 'Змінено, як мешканці знаходять послугу',
    },
    'search.unmet.settled': {
      pl: 'Załatwiono to, czego mieszkańcy nie znaleźli',
      en: 'What residents could not find was settled',
      uk: 'Опрацьовано те, чого мешканці не знайшли',
    },
  },
  start(world) {
    const stops = [startFlushing(world), startKeepingAhead(world)];
    return Promise.resolve(async () => void (await Promise.all(stops.map((stop) => stop()))));
  },
};
