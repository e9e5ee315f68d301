import { placedHoursOf, type CatalogueService, type Schedule } from '#modules/catalogue/index.ts';
import { calendarRuleOf, localText, utcText, type CalendarRule } from './calendarRule.ts';
import { calendarText, foldedLines, type Line } from '../domain/calendarText.ts';

const zone = 'Europe/Warsaw';
/** Poland's clock since 1996: summer time from the last Sunday of March to the last Sunday of October, by the law of the Union. */
const ZONE_OF_POLAND: readonly Line[] = [
  ['BEGIN', 'VTIMEZONE'],
  ['TZID', zone],
  ['BEGIN', 'DAYLIGHT'],
  ['TZNAME', 'CEST'],
  ['TZOFFSETFROM', '+0100'],
  ['TZOFFSETTO', '+0200'],
  ['DTSTART', '19960331T020000'],
  ['RRULE', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
  ['END', 'DAYLIGHT'],
  ['BEGIN', 'STANDARD'],
  ['TZNAME', 'CET'],
  ['TZOFFSETFROM', '+0200'],
  ['TZOFFSETTO', '+0100'],
  ['DTSTART', '19961027T030000'],
  ['RRULE', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
  ['END', 'STANDARD'],
  ['END', 'VTIMEZONE'],
];

export interface CalendarFrame {
  readonly today: Temporal.PlainDate;
  readonly lang: 'pl' | 'en' | 'uk';
  readonly name: string;
  /** What an event says beside its name: telephone, the page. */
  readonly description: string;
  /** The page of the service. */
  readonly address: string;
  /** Host name by which events are told from those of others. */
  readonly host: string;
  readonly isOffered: boolean;
}

/** Rules of all sessions of a service, with the schedules that they come from. */
export function rulesOf(service: CatalogueService, today: Temporal.PlainDate) {
  const created = service.createdAt.toZonedDateTimeISO(zone).toPlainDate();
  const since = Temporal.PlainDate.compare(created, today) < 0 ? created : today.with({ month: 1, day: 1 });
  const last = service.validTo === null ? null : Temporal.PlainDate.from(service.validTo);
  return placedHoursOf(service).flatMap(({ schedule, place }, index) => {
    const rule = calendarRuleOf(schedule, { today, since, last });
    return rule ? [{ rule, schedule, place, index }] : [];
  });
}

/**
 * The sessions of a service as iCalendar (RFC 5545). Events keep their UIDs as long as their schedules keep their ids or
 * places, so a subscribed calendar changes them and does not double them. A service that is not offered has none.
 */
export function serviceCalendar(service: CatalogueService, frame: CalendarFrame): string {
  const { name, lang, isOffered, today } = frame;
  const events = isOffered ? rulesOf(service, today) : [];
  return foldedLines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', `-//Okienko//Okienko//${lang.toUpperCase()}`],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['NAME', calendarText(name)],
    ['X-WR-CALNAME', calendarText(name)],
    ['X-WR-TIMEZONE', zone],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'P1D'],
    ['X-PUBLISHED-TTL', 'P1D'],
    ...ZONE_OF_POLAND,
    ...events.flatMap(({ rule, schedule, place, index }) => {
      const where = place && [place.name, place.street, [place.postcode, place.town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
      return eventLines(service, frame, { rule, where, uid: `${schedule.id ?? index + 1}`, words: wordsOf(schedule) });
    }),
    ['END', 'VCALENDAR'],
  ]);
}

const wordsOf = ({ description, notes }: Schedule): string => [description, notes].filter((part) => part !== undefined).join('\n');

const startsOf = (sessions: CalendarRule['listed']): string => sessions.map(({ startsAt }) => localText(startsAt)).join(',');

function eventLines(
  service: CatalogueService,
  { name, description, address, host }: CalendarFrame,
  { rule, where, uid, words }: { rule: CalendarRule; where: string | null; uid: string; words: string },
): Line[] {
  const at = `TZID=${zone}`;
  const changed = utcText(service.updatedAt);
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', `${service.id}-${uid}@${host}`],
    ['DTSTAMP', changed],
    ['LAST-MODIFIED', changed],
    ['SEQUENCE', String(service.version)],
    [`DTSTART;${at}`, localText(rule.first.startsAt)],
    [`DTEND;${at}`, localText(rule.first.endsAt)],
    ...(rule.rule === null ? [] : [['RRULE', rule.rule] as const]),
    ...(rule.listed.length === 0 ? [] : [[`RDATE;${at}`, startsOf(rule.listed)] as const]),
    ...(rule.except.length === 0 ? [] : [[`EXDATE;${at}`, startsOf(rule.except)] as const]),
    ['SUMMARY', calendarText(name)],
    ['DESCRIPTION', calendarText([words, description].filter((part) => part !== '').join('\n'))],
    ...(where === null ? [] : [['LOCATION', calendarText(where)] as const]),
    ['URL', address],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ];
}
