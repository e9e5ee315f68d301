import type { Module } from '#platform/module.ts';
import { mayReadBoard } from './policy.ts';
import { boardTexts } from './texts/texts.ts';
import { exportBoard, showBoard } from './web/staff/board/door.tsx';
import { showRefusals } from './web/staff/refusals/door.tsx';

export const boardModule: Module = {
  name: 'board',
  doors: [showBoard, exportBoard, showRefusals],
  navigation: [{ area: 'staff', path: '/praca/pulpit', order: 80, may: mayReadBoard, label: () => boardTexts.in('pl')('nav') }],
  auditEvents: {
    'board.figures.read': {
      pl: 'Obejrzano pulpit z liczbami centrum',
      en: 'The board with the figures of the centre was seen',
      uk: 'Переглянуто панель із показниками центру',
    },
    'board.figures.exported': {
      pl: 'Pobrano liczby z pulpitu centrum',
      en: 'The figures of the board were exported',
      uk: 'Завантажено показники центру',
    },
    'board.refusals.read': {
      pl: 'Obejrzano listę odmów',
      en: 'The list of refusals was seen',
      uk: 'Переглянуто список відмов',
    },
  },
};
