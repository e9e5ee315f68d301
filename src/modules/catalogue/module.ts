import type { Module } from '#platform/module.ts';
import { mayManageCatalogue, mayProposeChanges } from './policy.ts';
import { countWaitingProposals } from './store/proposalStore.ts';
import { catalogueStaffTexts } from './texts/staff.ts';
import { stewardTexts } from './texts/stewardship.ts';
import { applyPlannedDays } from './usecases/careForService.ts';
import { countDueServices, remindOfReviews } from './usecases/reviewServices.ts';
import { serviceCardPage } from './web/portal/serviceCard/door.tsx';
import {
  keepProposalDraft,
  ownServicePage,
  ownServicesPage,
  proposeChangeDoor,
  reportOwnVacancy,
  withdrawProposalDoor,
} from './web/provider/ownServices/doors.tsx';
import { editPlace, editPlacePage, keepPlaceDraft, placeListPage } from './web/staff/places/doors.tsx';
import { cardPartDoors } from './web/staff/cardParts/doors.tsx';
import { carePage, keepCareDraft, saveCareDoor } from './web/staff/care/doors.tsx';
import { confirmServiceDoor, dueListPage } from './web/staff/reviews/doors.tsx';
import {
  duplicateListPage,
  duplicatePage,
  mergeDoor,
  mergePage,
  notDuplicateDoor,
  takeBackMergeDoor,
} from './web/staff/duplicates/doors.tsx';
import { decideProposalDoor, proposalListPage, proposalPage } from './web/staff/proposals/doors.tsx';
import {
  editProvider,
  editProviderPage,
  keepNewProviderDraft,
  keepProviderDraft,
  newProvider,
  newProviderPage,
  providerListPage,
} from './web/staff/providers/doors.tsx';
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
    // Fixed addresses stand before those with a parameter in the same place.
    dueListPage,
    duplicateListPage,
    duplicatePage,
    mergePage,
    takeBackMergeDoor,
    mergeDoor,
    notDuplicateDoor,
    proposalListPage,
    proposalPage,
    decideProposalDoor,
    newServicePage,
    newService,
    keepNewServiceDraft,
    editServicePage,
    editService,
    keepServiceDraft,
    ...cardPartDoors,
    vacancyPage,
    saveVacancyDoor,
    ownServicesPage,
    ownServicePage,
    proposeChangeDoor,
    keepProposalDraft,
    withdrawProposalDoor,
    reportOwnVacancy,
    confirmServiceDoor,
    carePage,
    saveCareDoor,
    keepCareDraft,
    versionListPage,
    versionDifferencePage,
    restoreVersionDoor,
    placeListPage,
    editPlacePage,
    editPlace,
    keepPlaceDraft,
    providerListPage,
    newProviderPage,
    newProvider,
    keepNewProviderDraft,
    editProviderPage,
    editProvider,
    keepProviderDraft,
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
    {
      area: 'staff',
      path: '/praca/uslugi/propozycje',
      order: 62,
      may: mayManageCatalogue,
      label: () => stewardTexts.in('pl')('proposals.nav'),
      count: ({ tx }) => countWaitingProposals(tx),
    },
    {
      area: 'staff',
      path: '/praca/uslugi/do-sprawdzenia',
      order: 63,
      may: mayManageCatalogue,
      label: () => stewardTexts.in('pl')('reviews.nav'),
      count: countDueServices,
    },
    { area: 'provider', path: '/wykonawca/uslugi', order: 30, may: mayProposeChanges, label: () => stewardTexts.in('pl')('own.nav') },
  ],
  jobs: [
    {
      name: 'catalogue.remindOfReviews',
      cron: '40 4 * * *',
      audit: { kind: 'nothing', because: 'letters name services alone, and are kept' },
      run: async (scope) => void (await remindOfReviews(scope)),
    },
    {
      name: 'catalogue.applyPlannedDays',
      cron: '15 * * * *',
      audit: { kind: 'nothing', because: 'each change stands among the versions of its service' },
      run: async (scope) => void (await applyPlannedDays(scope)),
    },
  ],
  auditEvents: {
    'catalogue.service.merged': {
      pl: 'Scalono powtórzone karty usługi',
      en: 'Repeated cards of a service were merged',
      uk: 'Об’єднано повторні картки послуги',
    },
    'catalogue.service.parted': {
      pl: 'Cofnięto scalenie kart usługi',
      en: 'The merging of two cards of a service was taken back',
      uk: 'Скасовано об’єднання карток послуги',
    },
    'catalogue.duplicate.denied': {
      pl: 'Zapisano, że dwie usługi nie są tą samą',
      en: 'Two services were said to be different',
      uk: 'Зазначено, що дві послуги різні',
    },
    'catalogue.service.confirmed': {
      pl: 'Potwierdzono, że karta usługi jest aktualna',
      en: 'The card of a service was confirmed to be true',
      uk: 'Підтверджено актуальність картки послуги',
    },
    'catalogue.service.cared': {
      pl: 'Zmieniono, jak prowadzi się kartę usługi',
      en: 'How the card of a service is kept was changed',
      uk: 'Змінено, як ведеться картка послуги',
    },
    'catalogue.vacancy.reported': {
      pl: 'Podano wolne miejsca i kolejkę',
      en: 'Free places and the queue were reported',
      uk: 'Повідомлено про вільні місця та чергу',
    },
    'catalogue.proposal.sent': {
      pl: 'Wykonawca zaproponował zmianę karty usługi',
      en: 'A provider proposed a change of the card of a service',
      uk: 'Виконавець запропонував зміну картки послуги',
    },
    'catalogue.proposal.withdrawn': {
      pl: 'Wykonawca wycofał propozycję zmiany karty',
      en: 'A provider withdrew a proposed change',
      uk: 'Виконавець відкликав запропоновану зміну',
    },
    'catalogue.proposal.decided': {
      pl: 'Odpowiedziano na propozycję zmiany karty usługi',
      en: 'A proposed change of the card of a service was answered',
      uk: 'Надано відповідь на запропоновану зміну картки послуги',
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
