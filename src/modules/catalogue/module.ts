import type { Module } from '#platform/module.ts';
import { mayManageCatalogue } from './policy.ts';
import { catalogueStaffTexts } from './texts/staff.ts';
import { serviceCardPage } from './web/portal/serviceCard/door.tsx';
import {
  editService,
  editServicePage,
  keepNewServiceDraft,
  keepServiceDraft,
  newService,
  newServicePage,
} from './web/staff/serviceEditor/doors.tsx';
import { serviceListPage } from './web/staff/serviceList/door.tsx';

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
  ],
  navigation: [
    { area: 'staff', path: '/praca/uslugi', order: 60, may: mayManageCatalogue, label: () => catalogueStaffTexts.in('pl')('nav') },
  ],
  auditEvents: {
    'catalogue.services.imported': {
      pl: 'Wczytano usługi z pliku',
      en: 'Services were imported from a file',
      uk: 'Послуги завантажено з файлу',
    },
    'catalogue.service.added': { pl: 'Dodano usługę', en: 'A service was added', uk: 'Додано послугу' },
    'catalogue.service.changed': { pl: 'Zmieniono kartę usługi', en: 'The card of a service was changed', uk: 'Змінено картку послуги' },
  },
};
