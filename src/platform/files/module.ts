import type { Module } from '#platform/module.ts';
import { sweepFiles } from './sweep.ts';

/** Files that people attach. */
export const filesModule: Module = {
  name: 'files',
  jobs: [sweepFiles],
  auditEvents: {
    'files.orphans.swept': {
      pl: 'Usunięto pliki, których nikt nie wysłał',
      en: 'Files that nobody sent were removed',
      uk: 'Видалено файли, які ніхто не надіслав',
    },
  },
};
