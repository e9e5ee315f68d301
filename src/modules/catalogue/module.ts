import type { Module } from '#platform/module.ts';
import { serviceCardPage } from './web/portal/serviceCard/door.tsx';

export const catalogueModule: Module = {
  name: 'catalogue',
  doors: [serviceCardPage],
  auditEvents: {
    'catalogue.services.imported': {
      pl: 'Wczytano usługi z pliku',
      en: 'Services were imported from a file',
      uk: 'Послуги завантажено з файлу',
    },
  },
};
