import { formatDate } from '#shared/polishDate.ts';
import type { Language } from '#platform/i18n/index.ts';
import type { CaseState } from '../domain/caseState.ts';
import type { NextStep } from '../domain/whatNext.ts';
import { caseStaffTexts, caseTexts } from '../texts/index.ts';

type Meeting = NonNullable<CaseState['meeting']>;

/** When and where the talk about needs is, as agreed, told to the staff. */
export const meetingForStaff = (meeting: Meeting): string =>
  whenAndWhere(meeting, 'pl', caseStaffTexts.in('pl')(`file.place.${meeting.place}`));

/** The same told to the resident: "w dniu 10 marca 2026 o 10:30, w centrum (pokój 3)". */
const meetingForResident = (meeting: Meeting, lang: Language): string =>
  whenAndWhere(meeting, lang, caseTexts.in(lang)(`mine.place.${meeting.place}`));

function whenAndWhere({ plannedOn, plannedAt, where }: Meeting, lang: Language, place: string): string {
  const t = caseTexts.in(lang);
  const date = plannedOn && formatDate(Temporal.PlainDate.from(plannedOn), lang);
  const when = date && (plannedAt ? t('mine.atHour', { date, time: plannedAt.replace(/^0/, '') }) : t('mine.onDay', { date }));
  const at = where?.trim() ? `${place} (${where.trim()})` : place;
  return [when, at].filter(Boolean).join(', ');
}

/** A step of the resident: what, and by which day; a talk is not due by a day but held on it. */
export function stepInWords({ code, dueOn }: NextStep, meeting: CaseState['meeting'], lang: Language): string {
  const t = caseTexts.in(lang);
  const what = t(`next.${code as 'wait-for-check'}`);
  if (code === 'meet-coordinator' && meeting) return `${what} – ${meetingForResident(meeting, lang)}`;
  return dueOn ? `${what} – ${t('mine.until', { date: formatDate(Temporal.PlainDate.from(dueOn), lang) })}` : what;
}
