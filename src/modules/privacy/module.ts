import type { Module } from '#platform/module.ts';
import { mayReadLog } from './policy.ts';
import { staffTexts } from './texts/texts.ts';
import { allWhoLooked, whoLooked } from './web/portal/whoLooked.tsx';
import { exportLog, showLog } from './web/staff/log.tsx';

export const privacyModule: Module = {
  name: 'privacy',
  doors: [showLog, exportLog, allWhoLooked],
  navigation: [{ area: 'staff', path: '/praca/dziennik', order: 95, may: mayReadLog, label: () => staffTexts.in('pl')('nav') }],
  caseSections: [whoLooked],
  auditEvents: {
    'privacy.own.read': {
      pl: 'Obejrzano, kto zaglądał do sprawy (po podaniu kodu)',
      en: 'The list of who looked into the case was seen (with the code)',
      uk: 'Переглянуто, хто заглядав у справу (за кодом)',
    },
    'privacy.log.read': {
      pl: 'Inspektor ochrony danych przejrzał dziennik',
      en: 'The data protection officer read the log',
      uk: 'Інспектор із захисту даних переглянув журнал',
    },
    'privacy.log.exported': {
      pl: 'Inspektor ochrony danych pobrał dziennik',
      en: 'The data protection officer exported the log',
      uk: 'Інспектор із захисту даних завантажив журнал',
    },
  },
};
