import { caseStaffTexts, caseTexts } from '#modules/cases/index.ts';
import { amountInWords, boardTexts, reasonInWords } from '../../../texts/texts.ts';
import type { Board } from '../../../usecases/readBoard.ts';

/** Every figure of the board as a line of a spreadsheet: part, thing, detail, number. */
export function figureRows(board: Board): (string | number)[][] {
  const t = boardTexts.in('pl');
  const words = caseTexts.in('pl');
  const steps = caseStaffTexts.in('pl');
  return [
    ...board.open.flatMap((each) => {
      const state = words(`status.${each.status as 'APPLIED'}`);
      return [
        [t('states'), state, t('upTo30'), each.upTo30Days],
        [t('states'), state, t('upTo90'), each.upTo90Days],
        [t('states'), state, t('older'), each.older],
      ];
    }),
    ...board.deadlines.flatMap((each) => {
      const step = steps(`next.${each.step as 'monitor'}`);
      return [
        [t('deadlines'), step, t('overdueColumn'), each.overdue],
        [t('deadlines'), step, t('weekColumn'), each.week],
        [t('deadlines'), step, t('fortnightColumn'), each.fortnight],
      ];
    }),
    ...board.queues.flatMap((each) => [
      [t('queues'), each.service.name, t('waitingColumn'), each.waiting],
      ...(each.isKept ? [[t('queues'), each.service.name, t('taken'), each.taken]] : []),
    ]),
    ...board.refusals.map((each) => [t('refusals'), reasonInWords(each.reason), '', each.refusals]),
    ...board.delivered.flatMap((row) =>
      board.months.map((month) => [
        t('delivered'),
        row.name ?? t('providerGone'),
        `${t(`units.${row.unit}`)}, ${month}`,
        amountInWords(row.byMonth.get(month) ?? 0),
      ]),
    ),
  ];
}
