import type { Module } from '#platform/module.ts';
import { mayReadLaw } from './policy.ts';
import { texts } from './texts/texts.ts';
import { changeLaw, confirmLaw, keepLawDraft, lawEntry } from './web/staff/lawEntry.tsx';
import { lawList } from './web/staff/lawList.tsx';

export const lawModule: Module = {
  name: 'law',
  doors: [lawList, lawEntry, confirmLaw, changeLaw, keepLawDraft],
  navigation: [{ area: 'staff', path: '/praca/prawo', order: 90, may: mayReadLaw, label: () => texts.in('pl')('nav') }],
  auditEvents: {
    'law.value.confirmed': {
      pl: 'Potwierdzono wartość przepisu',
      en: 'A figure of the law was confirmed',
      uk: 'Підтверджено значення норми',
    },
    'law.value.changed': { pl: 'Zmieniono wartość przepisu', en: 'A figure of the law was changed', uk: 'Змінено значення норми' },
  },
};
