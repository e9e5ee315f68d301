import { findHoliday, listHolidays } from '#shared/workingDay.ts';
import { daysOf, fallsOn, frequencyOf, isDaily, readClock, sessionsOn, type Schedule, type Session } from '#modules/catalogue/index.ts';

/** When something takes place, as a calendar keeps it: a first session, the rule by which it repeats, and exceptions. */
export interface CalendarRule {
  readonly first: Session;
  /** RRULE, or null where the sessions are listed one by one. */
  readonly rule: string | null;
  /** All sessions where there is no rule; the first one too, because some programs forget it otherwise. */
  readonly listed: readonly Session[];
  /** Statutory days off on which the rule would fall. */
  readonly except: readonly Session[];
}
const zone = 'Europe/Warsaw';
/** How far a session is looked for, and how far exceptions and lists go; calendars ask anew long before. */
const yearsAhead = 5;
const yearsListed = 2;

/**
 * The rule of a schedule from a day on, or undefined when nothing takes place.
 * @param today what is listed one by one, and days off, are told from the beginning of its year
 * @param since the first day of schedules that do not say since when they hold
 * @param last the last day of the service itself, or null
 */
export function calendarRuleOf(
  schedule: Schedule,
  { today, since, last }: { today: Temporal.PlainDate; since: Temporal.PlainDate; last: Temporal.PlainDate | null },
): CalendarRule | undefined {
  const bounded: Schedule = last === null ? schedule : { ...schedule, validTo: earliest([schedule.validTo, last.toString()]) };
  const from = beginningOf(bounded, since);
  const { count, ...uncounted } = bounded;
  const first = firstSession(uncounted, from);
  if (!first) return undefined;
  const yearBegins = today.with({ month: 1, day: 1 });
  const end = yearBegins.add({ years: yearsListed + 1 });
  const isOff = ({ startsAt }: Session) => !isDaily(bounded) && findHoliday(startsAt.toPlainDate()) !== undefined;
  if (!fitsRule(bounded)) {
    // Days off are counted too.
    const all = sessionsBetween(uncounted, from, end).slice(0, isCounted(bounded) ? count : undefined);
    const listed = all.filter((session) => Temporal.PlainDate.compare(session.startsAt, yearBegins) >= 0 && !isOff(session));
    const [next] = listed;
    return next && { first: next, rule: null, listed, except: [] };
  }
  if (frequencyOf(bounded) === undefined) return isOff(first) ? undefined : { first, rule: null, listed: [], except: [] };
  const ends = lastDayOf(bounded);
  const daysOff = Array.from({ length: yearsListed + 1 }, (_, ahead) => listHolidays(today.year + ahead)).flat();
  const except = isDaily(bounded)
    ? []
    : daysOff
        .filter((day) => Temporal.PlainDate.compare(day, from) >= 0)
        .toSorted(Temporal.PlainDate.compare)
        .flatMap((day) => sessionsOn([uncounted], day, []));
  return { first, rule: ruleText(bounded, first, ends), listed: [], except };
}

/** Sessions of all days from one day on and before another, days off among them. */
function sessionsBetween(schedule: Schedule, from: Temporal.PlainDate, end: Temporal.PlainDate): Session[] {
  const found: Session[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 })) found.push(...sessionsOn([schedule], day, []));
  return found;
}
function firstSession(schedule: Schedule, from: Temporal.PlainDate): Session | undefined {
  const end = from.add({ years: yearsAhead });
  for (let day = from; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 })) {
    const [session] = sessionsOn([schedule], day, []);
    if (session) return session;
  }
  return undefined;
}
/** Without a first day nothing can be counted. */
const isCounted = ({ count, dtstart, validFrom }: Schedule) => count !== undefined && (dtstart ?? validFrom) !== undefined;

/** Rules over weeks or days of the year, and hours told in another zone than Poland's, have no exact rule of iCalendar. */
function fitsRule({ byweekno, byyearday, timezone, opensAt, closesAt }: Schedule): boolean {
  const isOwnClock = [opensAt, closesAt].every((clock) => readClock(clock ?? '')?.offset === null);
  const startsWithin = (readClock(opensAt ?? '')?.hour ?? 24) < 24;
  return byweekno === undefined && byyearday === undefined && timezone === undefined && isOwnClock && startsWithin;
}

function beginningOf({ dtstart, validFrom }: Schedule, since: Temporal.PlainDate): Temporal.PlainDate {
  const known = [dtstart, validFrom].flatMap((day) => day ?? []).toSorted();
  return known.length === 0 ? since : Temporal.PlainDate.from(known.at(-1) ?? since);
}
const earliest = (days: readonly (string | undefined)[]) => days.flatMap((day) => day ?? []).toSorted()[0];

/** The last day of a schedule that ends by date, or by date and by count whichever comes first. */
function lastDayOf(schedule: Schedule): Temporal.PlainDate | undefined {
  const date = earliest([schedule.until, schedule.validTo]);
  if (date === undefined) return undefined;
  const ends = Temporal.PlainDate.from(date);
  if (schedule.count === undefined) return ends;
  const from = schedule.dtstart ?? schedule.validFrom;
  if (from === undefined) return ends;
  const { count, ...uncounted } = schedule;
  let left = count;
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, ends) <= 0; day = day.add({ days: 1 })) {
    if (fallsOn(uncounted, day)) left -= 1;
    if (left === 0) return day;
  }
  return ends;
}

function ruleText(schedule: Schedule, first: Session, ends: Temporal.PlainDate | undefined): string {
  const frequency = frequencyOf(schedule);
  // Counted from a day that is not known, an interval means nothing.
  const interval = schedule.dtstart === undefined ? 1 : (schedule.interval ?? 1);
  const days = daysOf(schedule);
  const byDay = [...new Set(days.map(({ day, nth }) => (frequency === 'MONTHLY' && nth !== null ? `${nth}${day}` : day)))];
  const byMonthDay = frequency === 'MONTHLY' ? schedule.bymonthday?.split(',').map(Number).filter(isDayOfMonth) : undefined;
  const until = ends && first.startsAt.with({ year: ends.year, month: ends.month, day: ends.day });
  return [
    `FREQ=${frequency ?? 'WEEKLY'}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(byMonthDay !== undefined ? [`BYMONTHDAY=${byMonthDay.join(',')}`] : byDay.length > 0 ? [`BYDAY=${byDay.join(',')}`] : []),
    ...(interval > 1 && frequency === 'WEEKLY' && schedule.wkst !== undefined ? [`WKST=${schedule.wkst}`] : []),
    ...(until ? [`UNTIL=${utcText(until)}`] : isCounted(schedule) ? [`COUNT=${schedule.count}`] : []),
  ].join(';');
}

const isDayOfMonth = (day: number) => Number.isInteger(day) && day !== 0 && Math.abs(day) <= 31;
const basic = (text: string) => text.replace(/[-:]/g, '').slice(0, 15);
/** `20260309T110000`, on the clock of Poland. */
export const localText = (moment: Temporal.ZonedDateTime): string =>
  basic(moment.withTimeZone(zone).toPlainDateTime().toString({ smallestUnit: 'second' }));
/** `20260309T100000Z`. */
export const utcText = (moment: Temporal.ZonedDateTime | Temporal.Instant): string => {
  const instant = moment instanceof Temporal.ZonedDateTime ? moment.toInstant() : moment;
  return `${basic(instant.toString({ smallestUnit: 'second' }))}Z`;
};
