import { formatDate } from '#shared/polishDate.ts';
import type { Language } from '#platform/i18n/index.ts';
import type { Schedule } from '../domain/parts.ts';
import { daysOf, frequencyOf, isDaily, isOver, openState, readClock, WEEKDAYS, type Weekday } from '../domain/schedule.ts';
import { hoursOf } from '../domain/facets.ts';
import type { ServiceRecord } from '../domain/service.ts';
import { scheduleTexts } from '../texts/schedule.ts';

const feminine: ReadonlySet<Weekday> = new Set(['WE', 'SA', 'SU']);
const feminineUkrainian: ReadonlySet<Weekday> = new Set(['WE', 'FR', 'SA', 'SU']);

/** A schedule as people say it: `Poniedziałek–piątek 8:00–16:00`; undefined when it says nothing of a time. */
export function scheduleInWords(schedule: Schedule, lang: Language): string | undefined {
  const t = scheduleTexts.in(lang);
  const days = daysInWords(schedule, lang);
  const hours = clockHours(schedule);
  const dated = [schedule.validFrom ?? schedule.dtstart, schedule.validTo ?? schedule.until];
  const date = (iso: string) => formatDate(Temporal.PlainDate.from(iso), lang);
  const isOnce = frequencyOf(schedule) === undefined;
  const period = isOnce
    ? ''
    : [dated[0] && t('from', { date: date(dated[0]) }), dated[1] && t('to', { date: date(dated[1]) })].filter(Boolean).join(' ');
  const first = isOnce && schedule.dtstart ? t('once', { date: date(schedule.dtstart) }) : days;
  const rule = [first, hours].filter((part) => part !== '').join(' ');
  const text = [rule, period].filter((part) => part !== '').join(', ');
  const parts = [withCapital(text, lang), schedule.description, schedule.notes].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join('. ').replaceAll('..', '.');
}

function clockHours({ opensAt, closesAt }: Schedule): string {
  const clock = (text: string | undefined) => {
    const read = text === undefined ? undefined : readClock(text);
    return read ? `${read.hour}:${String(read.minute).padStart(2, '0')}` : '';
  };
  return [clock(opensAt), clock(closesAt)].filter((part) => part !== '').join('–');
}

function daysInWords(schedule: Schedule, lang: Language): string {
  const t = scheduleTexts.in(lang);
  const interval = schedule.interval ?? 1;
  const rule = daysOf(schedule);
  const frequency = frequencyOf(schedule);
  if (frequency === undefined) return '';
  if (frequency === 'MONTHLY') {
    const days =
      rule.length > 0
        ? joined(
            rule.map((each) => nthDay(each.day, each.nth, lang)),
            t('and'),
          )
        : '';
    const words = days === '' ? t('dayOfMonth', { days: schedule.bymonthday ?? '' }) : t('ofMonth', { days });
    if (interval === 1) return words;
    return interval === 2 ? t('everySecondMonth', { days: words }) : t('everyNthMonth', { count: interval, days: words });
  }
  const days = isDaily({ ...schedule, interval: 1 })
    ? t('daily')
    : ranges(
        rule.map(({ day }) => day),
        lang,
      );
  if (interval === 1) return days;
  return interval === 2 ? t('everySecondWeek', { days }) : t('everyNthWeek', { count: interval, days });
}

function nthDay(day: Weekday, nth: number | null, lang: Language): string {
  const t = scheduleTexts.in(lang);
  const gender = (lang === 'uk' ? feminineUkrainian : feminine).has(day) ? 'f' : 'm';
  const key = String(nth) as '1';
  return nth === null || nth < -2 ? t(`day.${day}`) : `${t(`nth.${gender}.${key}`)} ${t(`day.${day}`)}`;
}

/** Three days and more in a row become a range. */
function ranges(days: readonly Weekday[], lang: Language): string {
  const t = scheduleTexts.in(lang);
  const numbers = [...new Set(days.map((day) => WEEKDAYS.indexOf(day)))].toSorted((a, b) => a - b);
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const name = (number: number | undefined) => t(`day.${WEEKDAYS[number ?? 0] ?? 'MO'}`);
  const words = runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map(name)));
  return joined(words, t('and'));
}

function joined(words: readonly string[], and: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}
const withCapital = (text: string, lang: Language) => text.slice(0, 1).toLocaleUpperCase(lang) + text.slice(1);

/** Whether it is open at a moment, in words; undefined where no hours are known. */
export function openInWords(
  schedules: readonly Schedule[],
  now: Temporal.Instant,
  lang: Language,
): { isOpen: boolean; text: string } | undefined {
  const state = openState(schedules, now);
  if (!state) return undefined;
  const t = scheduleTexts.in(lang);
  const time = (moment: Temporal.ZonedDateTime) => `${moment.hour}:${String(moment.minute).padStart(2, '0')}`;
  if (state.isOpen) return { isOpen: true, text: t('openNow', { time: time(state.until) }) };
  const today = now.toZonedDateTimeISO('Europe/Warsaw').toPlainDate();
  const { next } = state;
  const holiday = state.holiday === null ? '' : ` ${t('holiday', { name: state.holiday })}`;
  if (next === null) return { isOpen: false, text: t('closedNow') + holiday };
  if (next.toPlainDate().equals(today)) return { isOpen: false, text: t('openToday', { time: time(next) }) };
  const day = t(`on.${WEEKDAYS[next.dayOfWeek - 1] ?? 'MO'}`);
  return {
    isOpen: false,
    text: t('closedUntil', { day, date: formatDate(next.toPlainDate(), lang), time: time(next) }) + (holiday && `.${holiday}`),
  };
}

/**
 * When a service is there from a day on, in words: its days and hours, a line each, and what its card adds; null when nothing is
 * known. What was over before that day is left out.
 */
export function hoursInWords(
  service: Pick<ServiceRecord, 'schedule' | 'schedules' | 'places'>,
  lang: Language,
  today: Temporal.PlainDate,
): string | null {
  const toCome = hoursOf(service).filter((schedule) => !isOver(schedule, today));
  const lines = toCome.flatMap((schedule) => scheduleInWords(schedule, lang) ?? []);
  const all = [...lines, ...(service.schedule === null ? [] : [service.schedule])];
  return all.length === 0 ? null : all.join('\n');
}
