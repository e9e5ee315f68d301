import type { Doubt } from '../../domain/doubts.ts';
import { catalogueStaffTexts } from '../../texts/staff.ts';
import { scheduleInWords } from '../scheduleWords.ts';

const t = catalogueStaffTexts.in('pl');

/** A doubt about a card as the staff read it. */
export const doubtInWords = ({ code, what, schedule }: Doubt): string =>
  `${t(`editor.doubt.${code}`)}: ${(schedule && scheduleInWords(schedule, 'pl')) ?? what}`;
