import type { Module } from '#platform/module.ts';

export const peopleModule: Module = {
  name: 'people',
  auditEvents: {
    'people.person.registered': { pl: 'Zapisano dane osoby', en: 'Details of the person were written down', uk: 'Записано дані особи' },
    'people.person.corrected': { pl: 'Poprawiono dane osoby', en: 'Details of the person were corrected', uk: 'Виправлено дані особи' },
    'people.person.read': { pl: 'Obejrzano dane osoby', en: 'Details of the person were seen', uk: 'Переглянуто дані особи' },
  },
};
