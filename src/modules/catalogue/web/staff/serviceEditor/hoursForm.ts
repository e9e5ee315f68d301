import type { FieldError, FormFields } from '#platform/http/index.ts';
import type { Schedule } from '../../../domain/parts.ts';
import { readClock, WEEKDAYS, type Weekday } from '../../../domain/schedule.ts';
import { scheduleTexts } from '../../../texts/schedule.ts';
import { catalogueStaffTexts } from '../../../texts/staff.ts';
import { splitSchedules, type HoursChange } from '../../../domain/weekOfSchedules.ts';

/** Names of the fields of one day of the week. */
export const hourFields = (day: Weekday) => ({ from: `from${day}`, to: `to${day}` }) as const;
export const hourNames: readonly string[] = WEEKDAYS.flatMap((day) => Object.values(hourFields(day)));
/** What the field of an hour is called on a page: "poniedziałek od". */
export function labelOfHour(name: string): string {
  const day = WEEKDAYS.find((each) => Object.values(hourFields(each)).some((field) => field === name)) ?? 'MO';
  return `${scheduleTexts.in('pl')(`day.${day}`)} ${catalogueStaffTexts.in('pl')(name === hourFields(day).from ? 'editor.from' : 'editor.to')}`;
}
/** Field of the schedules that the week cannot show; its values are their places among all schedules. */
export const OTHER_SCHEDULES = 'otherSchedules';

/** What follows an hour of the day after, as the form writes it. */
const NEXT_DAY = catalogueStaffTexts.in('pl')('editor.nextDay');
/** The same as people write it: `6:00 następnego dnia`, `6 nast. dnia`, `6:00 jutro`, `6:00 +1`, `6 rano`. */
const nextDay = /\s*(?:(?:nast\S*)\s+dnia|jutro|nazajutrz|rano|\+\s?1)\.?$/iu;

/** The week and the other schedules as the form shows them. */
export function typedHours(schedules: readonly Schedule[]): Record<string, string | string[]> {
  const { week, others } = splitSchedules(schedules);
  const typed: Record<string, string | string[]> = { [OTHER_SCHEDULES]: others.map(([index]) => String(index)) };
  for (const [day, { opensAt, closesAt }] of week) {
    typed[hourFields(day).from] = shown(opensAt);
    const isOvernight = opensAt !== undefined && closesAt !== undefined && closesAt.padStart(5, '0') <= opensAt.padStart(5, '0');
    typed[hourFields(day).to] = isOvernight ? `${shown(closesAt)} ${NEXT_DAY}` : shown(closesAt);
  }
  return typed;
}
const shown = (clock: string | undefined) =>
  clock
    ?.replace(/^0(?=\d)/, '')
    .slice(0, 5)
    .replace(/:$/, '') ?? '';

export function readHours(fields: FormFields): { readonly value: HoursChange; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const byHours = new Map<string, Weekday[]>();
  for (const day of WEEKDAYS) {
    const names = hourFields(day);
    const typed = [fields.get(names.from).trim(), fields.get(names.to).trim()] as const;
    if (typed[0] === '' && typed[1] === '') continue;
    const isOvernight = nextDay.test(typed[1]);
    const [from, to] = [clockOf(typed[0]), clockOf(typed[1].replace(nextDay, ''))];
    if (from === undefined) errors.push({ field: names.from, code: 'not-a-time' });
    if (to === undefined) errors.push({ field: names.to, code: 'not-a-time' });
    if (from === undefined || to === undefined) continue;
    // Hours over midnight are meant only where they say so: usually the two were mixed up.
    if (from === to || (to < from && !isOvernight) || (to > from && isOvernight && !isMorning(typed[1])))
      errors.push({ field: names.to, code: 'same-time' });
    else byHours.set(`${from} ${to}`, [...(byHours.get(`${from} ${to}`) ?? []), day]);
  }
  const week = [...byHours].map(([hours, days]): Schedule => {
    const [opensAt, closesAt] = hours.split(' ');
    return { freq: 'WEEKLY', byday: days.join(','), opensAt, closesAt };
  });
  const kept = fields.all(OTHER_SCHEDULES).map(Number).filter(Number.isInteger);
  return { value: { week, kept }, errors };
}

/** "8 rano" may be said of the same day too. */
const isMorning = (typed: string) => /rano\.?$/iu.test(typed);

/** `8`, `8.30` and `8:30` as `08:00` and `08:30`. */
function clockOf(typed: string): string | undefined {
  const read = readClock(/^\d{1,2}$/.test(typed) ? `${typed}:00` : typed);
  return read?.offset === null ? `${String(read.hour).padStart(2, '0')}:${String(read.minute).padStart(2, '0')}` : undefined;
}
