import { findHoliday, STATUTORY_HOLIDAYS, type HolidayRule } from '#shared/workingDay.ts';
import type { Schedule } from './parts.ts';

/** Days of the week as iCalendar writes them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
const zone = 'Europe/Warsaw';

/** One time at which a service is there; both moments in Poland's time. */
export interface Session {
  readonly startsAt: Temporal.ZonedDateTime;
  readonly endsAt: Temporal.ZonedDateTime;
}
/** A day in a rule: `{ day: 'WE', nth: 2 }` is the second Wednesday of a month, -1 the last one; null is each. */
export interface RuleDay {
  readonly day: Weekday;
  readonly nth: number | null;
}

/** The days of a rule; those that cannot be read are left out. */
export function daysOf({ byday }: Schedule): RuleDay[] {
  return (byday ?? '').split(',').flatMap((text) => {
    const match = /^\s*([+-]?[1-5])?\s*(MO|TU|WE|TH|FR|SA|SU)[A-Z]*\s*$/i.exec(text);
    const day = WEEKDAYS.find((each) => each === match?.[2]?.toUpperCase());
    return day ? [{ day, nth: match?.[1] === undefined ? null : Number(match[1]) }] : [];
  });
}

/** Whether the schedule is each day of each week. */
export const isDaily = (schedule: Schedule): boolean =>
  frequencyOf(schedule) === 'WEEKLY' && (schedule.interval ?? 1) === 1 && new Set(daysOf(schedule).map(({ day }) => day)).size === 7;

/** Rules that only name days repeat each week. */
export const frequencyOf = (schedule: Schedule): Schedule['freq'] =>
  schedule.freq ?? (daysOf(schedule).some(({ nth }) => nth !== null) ? 'MONTHLY' : daysOf(schedule).length > 0 ? 'WEEKLY' : undefined);

/** Whether the rule falls on a day; days off are not looked at. */
export function fallsOn(schedule: Schedule, on: Temporal.PlainDate): boolean {
  return matches(schedule, on) && (schedule.count === undefined || countUntil(schedule, on) <= schedule.count);
}

function matches(schedule: Schedule, on: Temporal.PlainDate): boolean {
  const iso = on.toString();
  const { validFrom, validTo, dtstart, until } = schedule;
  if ((validFrom !== undefined && iso < validFrom) || (validTo !== undefined && iso > validTo)) return false;
  if ((dtstart !== undefined && iso < dtstart) || (until !== undefined && iso > until)) return false;
  if (!isListed(schedule.byweekno, on.weekOfYear ?? 0, 53) || !isListed(schedule.byyearday, on.dayOfYear, on.daysInYear)) return false;
  const start = dtstart === undefined ? undefined : Temporal.PlainDate.from(dtstart);
  switch (frequencyOf(schedule)) {
    case 'WEEKLY':
      return fallsInWeek(schedule, on, start);
    case 'MONTHLY':
      return fallsInMonth(schedule, on, start);
    default:
      return start?.equals(on) ?? false;
  }
}

function fallsInWeek(schedule: Schedule, on: Temporal.PlainDate, start: Temporal.PlainDate | undefined): boolean {
  const days = daysOf(schedule);
  const isDay = days.length > 0 ? days.some(({ day }) => day === weekdayOf(on)) : start?.dayOfWeek === on.dayOfWeek;
  const interval = schedule.interval ?? 1;
  if (!isDay || interval === 1 || start === undefined) return isDay;
  const first = WEEKDAYS.indexOf(schedule.wkst ?? 'MO');
  const beginning = (date: Temporal.PlainDate) => date.subtract({ days: (date.dayOfWeek - 1 - first + 7) % 7 });
  return (beginning(start).until(beginning(on)).days / 7) % interval === 0;
}

function fallsInMonth(schedule: Schedule, on: Temporal.PlainDate, start: Temporal.PlainDate | undefined): boolean {
  const interval = schedule.interval ?? 1;
  if (interval > 1 && start) {
    const months = (on.year - start.year) * 12 + on.month - start.month;
    if (months % interval !== 0) return false;
  }
  if (schedule.bymonthday !== undefined) return isListed(schedule.bymonthday, on.day, on.daysInMonth);
  const days = daysOf(schedule);
  if (days.length === 0) return start?.day === on.day;
  return days.some(({ day, nth }) => {
    if (day !== weekdayOf(on)) return false;
    if (nth === null) return true;
    return nth > 0 ? Math.ceil(on.day / 7) === nth : Math.ceil((on.daysInMonth - on.day + 1) / 7) === -nth;
  });
}

const weekdayOf = (date: Temporal.PlainDate): Weekday => WEEKDAYS[date.dayOfWeek - 1] ?? 'MO';

/** Whether a list such as `2,-1` holds the number, counted from the front or from the back; an absent list holds all. */
function isListed(list: string | undefined, number: number, length: number): boolean {
  if (list === undefined) return true;
  return list
    .split(',')
    .map(Number)
    .some((each) => each === number || each === number - length - 1);
}

function countUntil(schedule: Schedule, on: Temporal.PlainDate): number {
  const from = schedule.dtstart ?? schedule.validFrom;
  // Without a first day nothing can be counted.
  if (from === undefined) return 0;
  let count = 0;
  // Ten years of days; a longer series is not counted further.
  const last = Temporal.PlainDate.from(from).add({ years: 10 });
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, on) <= 0; day = day.add({ days: 1 })) {
    if (Temporal.PlainDate.compare(day, last) > 0) break;
    if (matches(schedule, day)) count += 1;
  }
  return count;
}

/**
 * Sessions that begin on a day, earliest first. On a statutory day off only what is there each day of the week takes place.
 * A schedule without hours has no sessions.
 */
export function sessionsOn(
  schedules: readonly Schedule[],
  on: Temporal.PlainDate,
  holidays: readonly HolidayRule[] = STATUTORY_HOLIDAYS,
): Session[] {
  const isHoliday = findHoliday(on, holidays) !== undefined;
  return schedules
    .filter((schedule) => fallsOn(schedule, on) && (!isHoliday || isDaily(schedule)))
    .flatMap((schedule) => sessionOf(schedule, on) ?? [])
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(a.startsAt, b.startsAt));
}

function sessionOf({ opensAt, closesAt, timezone }: Schedule, on: Temporal.PlainDate): Session | undefined {
  const from = opensAt === undefined ? undefined : momentOf(on, opensAt, timezone);
  const to = closesAt === undefined ? undefined : momentOf(on, closesAt, timezone);
  if (!from || !to) return undefined;
  // Hours such as 22–6 end on the next day.
  const endsAt = Temporal.ZonedDateTime.compare(to, from) > 0 ? to : to.add({ days: 1 });
  return { startsAt: from, endsAt };
}

/** A time of the clock as `08:00`, `8:00:00`, `24:00`, with `Z` or an offset where it is not Poland's. */
export function readClock(text: string): { readonly hour: number; readonly minute: number; readonly offset: string | null } | undefined {
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text.trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return { hour, minute, offset: match[3]?.toUpperCase() ?? null };
}

function momentOf(on: Temporal.PlainDate, clock: string, timezone: number | undefined): Temporal.ZonedDateTime | undefined {
  const read = readClock(clock);
  if (!read) return undefined;
  const local = on.toPlainDateTime().add({ hours: read.hour, minutes: read.minute });
  if (read.offset === null && timezone === undefined) return local.toZonedDateTime(zone);
  const offset = read.offset === null ? offsetOf(timezone ?? 0) : read.offset === 'Z' ? '+00:00' : read.offset;
  return local.toZonedDateTime(offset).withTimeZone(zone);
}
const offsetOf = (hours: number): string => {
  const minutes = Math.round(Math.abs(hours) * 60);
  return `${hours < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** The next sessions that have not ended at a moment, at most `count`, looking a year ahead. */
export function nextSessions(schedules: readonly Schedule[], now: Temporal.Instant, count: number): Session[] {
  const found: Session[] = [];
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  // Yesterday's night hours may still run.
  for (let ahead = -1; ahead <= 366 && found.length < count; ahead += 1) {
    const ofDay = sessionsOn(schedules, today.add({ days: ahead }));
    found.push(...ofDay.filter(({ endsAt }) => Temporal.Instant.compare(endsAt.toInstant(), now) > 0));
  }
  return found.slice(0, count);
}

/** Whether somebody is there at a moment, until when, and when the next session begins; undefined where no hours are known. */
export type OpenState =
  | { readonly isOpen: true; readonly until: Temporal.ZonedDateTime }
  | { readonly isOpen: false; readonly next: Temporal.ZonedDateTime | null; readonly holiday: string | null };

export function openState(schedules: readonly Schedule[], now: Temporal.Instant): OpenState | undefined {
  if (!schedules.some(({ opensAt, closesAt }) => opensAt !== undefined && closesAt !== undefined)) return undefined;
  const [session] = nextSessions(schedules, now, 1);
  if (session && Temporal.Instant.compare(session.startsAt.toInstant(), now) <= 0) return { isOpen: true, until: session.endsAt };
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return { isOpen: false, next: session?.startsAt ?? null, holiday: findHoliday(today) ?? null };
}

/** Whether a schedule has a last day and that is over: nothing of it is to come. */
export function isOver(schedule: Schedule, today: Temporal.PlainDate): boolean {
  const { until, validTo, count, dtstart } = schedule;
  const yesterday = today.subtract({ days: 1 });
  if ([until, validTo].some((day) => day !== undefined && day < today.toString())) return true;
  if (frequencyOf(schedule) === undefined) return dtstart !== undefined && dtstart < today.toString();
  return count !== undefined && count > 0 && countUntil(schedule, yesterday) >= count;
}

/** Whether the rule falls on any day from the given one on, looking five years ahead. */
export function everHappens(schedule: Schedule, from: Temporal.PlainDate): boolean {
  const starts = [schedule.dtstart, schedule.validFrom, from.toString()].flatMap((day) => day ?? []).toSorted();
  let day = Temporal.PlainDate.from(starts.at(-1) ?? from);
  for (let tried = 0; tried < 5 * 366; tried += 1, day = day.add({ days: 1 })) if (fallsOn(schedule, day)) return true;
  return false;
}
