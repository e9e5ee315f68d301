import type { Module } from '#platform/module.ts';
import { mayManageCatalogue } from './policy.ts';
import { catalogueStaffTexts } from './texts/staff.ts';
import { serviceCardPage } from './web/portal/serviceCard/door.tsx';
import { editPlace, editPlacePage, placeListPage } from './web/staff/places/doors.tsx';
import { editProvider, editProviderPage, newProvider, newProviderPage, providerListPage } from './web/staff/providers/doors.tsx';
import {
  editService,
  editServicePage,
  keepNewServiceDraft,
  keepServiceDraft,
  newService,
  newServicePage,
} from './web/staff/serviceEditor/doors.tsx';
import { serviceListPage } from './web/staff/serviceList/door.tsx';
import { saveVacancyDoor, vacancyPage } from './web/staff/vacancy/doors.tsx';
import { restoreVersionDoor, versionDifferencePage, versionListPage } from './web/staff/versions/doors.tsx';

export const catalogueModule: Module = {
  name: 'catalogue',
  doors: [
    serviceCardPage,
    serviceListPage,
    newServicePage,
    newService,
    keepNewServiceDraft,
    editServicePage,
    editService,
    keepServiceDraft,
    vacancyPage,
    saveVacancyDoor,
    versionListPage,
    versionDifferencePage,
    restoreVersionDoor,
    placeListPage,
    editPlacePage,
    editPlace,
    providerListPage,
    newProviderPage,
    newProvider,
    editProviderPage,
    editProvider,
  ],
  navigation: [
    { area: 'staff', path: '/praca/uslugi', order: 60, may: mayManageCatalogue, label: () => catalogueStaffTexts.in('pl')('nav') },
    {
      area: 'staff',
      path: '/praca/wykonawcy',
      order: 61,
      may: mayManageCatalogue,
      label: () => catalogueStaffTexts.in('pl')('providers.nav'),
    },
  ],
  auditEvents: {
    'catalogue.vacancy.reported': {
      pl: 'Podano wolne miejsca i kolejkę',
      en: 'Free places and the queue were reported',
      uk: 'Повідомлено про вільні місця та чергу',
    },
    'catalogue.service.restored': {
      pl: 'Przywrócono wcześniejszą wersję karty usługi',
      en: 'An earlier version of the card of a service was restored',
      uk: 'Відновлено попередню версію картки послуги',
    },
    'catalogue.location.changed': { pl: 'Zmieniono dane miejsca', en: 'A place was changed', uk: 'Змінено дані місця' },
    'catalogue.provider.added': { pl: 'Dodano wykonawcę', en: 'A provider was added', uk: 'Додано виконавця' },
    'catalogue.provider.changed': { pl: 'Zmieniono dane wykonawcy', en: 'A provider was changed', uk: 'Змінено дані виконавця' },
    'catalogue.services.imported': {
      pl: 'Wczytano usługi z pliku',
      en: 'Services were imported from a file',
      uk: 'Послуги завантажено з файлу',
    },
    'catalogue.service.added': { pl: 'Dodano usługę', en: 'A service was added', uk: 'Додано послугу' },
    'catalogue.service.changed': { pl: 'Zmieniono kartę usługi', en: 'The card of a service was changed', uk: 'Змінено картку послуги' },
  },
};
