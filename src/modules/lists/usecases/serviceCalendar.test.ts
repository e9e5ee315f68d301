import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { nextSessions, type CatalogueService, type Schedule } from '#modules/catalogue/index.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';
import { serviceCalendar, type CalendarFrame } from './serviceCalendar.ts';

const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const today = Temporal.PlainDate.from('2026-03-02');
const frame: CalendarFrame = {
  today,
  lang: 'pl',
  name: 'Klub; seniora, „Pod lipą” \\ i dalej',
  description: 'Telefon: 00 000 00 01\nhttps://okienko.example/jodlowo/uslugi/1',
  address: 'https://okienko.example/jodlowo/uslugi/1',
  host: 'okienko.example',
  isOffered: true,
};

function aService(schedules: readonly Schedule[], card: Readonly<Record<string, unknown>> = {}): CatalogueService {
  const at = Temporal.Instant.from('2025-06-01T00:00:00Z');
  return { ...aServiceRecord('Klub', { ...card, schedules }), version: 3, providerId: null, createdAt: at, updatedAt: at, revision: 1 };
}

/** The next sessions as another program reads them, as [beginning, end] in UTC. */
function readSessions(calendar: string, count: number): [string, string][] {
  const root = new ICAL.Component(ICAL.parse(calendar) as unknown as unknown[]);
  const zone = root.getFirstSubcomponent('vtimezone');
  if (!zone) throw new Error('the calendar has no zone');
  const from = now.epochMilliseconds / 1000;
  const yearOn = from + 366.5 * 24 * 3600;
  const found = root.getAllSubcomponents('vevent').flatMap((component) => {
    const event = new ICAL.Event(component);
    event.startDate.zone = new ICAL.Timezone(zone);
    const sessions: [number, number][] = [];
    const dates = event.iterator();
    for (let next = dates.next(); next && next.toUnixTime() < yearOn && sessions.length < 900; next = dates.next()) {
      const ends = event.getOccurrenceDetails(next).endDate.toUnixTime();
      if (ends > from) sessions.push([next.toUnixTime(), ends]);
    }
    return sessions;
  });
  const text = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
  return found
    .toSorted((a, b) => a[0] - b[0])
    .slice(0, count)
    .map(([start, end]) => [text(start), text(end)]);
}
const known = (schedules: readonly Schedule[], count: number) =>
  nextSessions(schedules, now, count).map(({ startsAt, endsAt }) => [startsAt.toInstant().toString(), endsAt.toInstant().toString()]);

describe('another program finds in the calendar the sessions that the card tells of', () => {
  const hours = { opensAt: '10:00', closesAt: '12:30' };
  test.each<[string, Schedule]>([
    ['each working day, without days off', { ...hours, freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR' }],
    ['each day, on days off too', { ...hours, freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU' }],
    ['days without a frequency', { ...hours, byday: 'TH' }],
    ['every second week', { ...hours, freq: 'WEEKLY', interval: 2, byday: 'SU,MO', dtstart: '2026-01-05', wkst: 'SU' }],
    ['the second Wednesday and the last Friday', { ...hours, freq: 'MONTHLY', byday: '2WE,-1FR' }],
    ['the 31st', { ...hours, freq: 'MONTHLY', bymonthday: '31,-1' }],
    ['ten times', { ...hours, freq: 'WEEKLY', byday: 'TU', dtstart: '2026-02-17', count: 10 }],
    ['until a day', { ...hours, freq: 'WEEKLY', byday: 'TU', validFrom: '2026-03-10', validTo: '2026-05-31', until: '2026-04-21' }],
    ['five times and until a day', { ...hours, freq: 'WEEKLY', byday: 'TU', dtstart: '2026-03-03', count: 5, until: '2026-12-31' }],
    ['once', { ...hours, dtstart: '2026-03-27' }],
    ['overnight', { opensAt: '22:00', closesAt: '06:00', byday: 'FR,SA' }],
    ['until midnight', { opensAt: '20:00', closesAt: '24:00', byday: 'FR' }],
    ['weeks of the year, which no rule tells', { ...hours, freq: 'WEEKLY', byday: 'MO', byweekno: '14,15,16' }],
    ['hours told in UTC', { opensAt: '08:00Z', closesAt: '09:00Z', byday: 'MO,SA' }],
    ['from a day long ago', { ...hours, freq: 'WEEKLY', byday: 'MO', dtstart: '2019-01-07' }],
  ])('%s', (_, schedule) => {
    const expected = known([schedule], 60);
    expect(expected.length).toBeGreaterThan(0);
    expect(readSessions(serviceCalendar(aService([schedule]), frame), 60)).toEqual(expected);
  });

  test('any rule', () => {
    const days = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 });
    const nth = fc.constantFrom('1', '2', '3', '4', '-1');
    const start = fc.integer({ min: -120, max: 60 }).map((ahead) => today.add({ days: ahead }).toString());
    const clock = fc.integer({ min: 4, max: 20 });
    const schedules = fc.record({
      days,
      nth,
      start,
      opens: clock,
      interval: fc.integer({ min: 1, max: 3 }),
      freq: fc.constantFrom('WEEKLY' as const, 'MONTHLY' as const),
      count: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      length: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(schedules, { minLength: 1, maxLength: 2 }), (drawn) => {
        const all = drawn.map((each): Schedule => {
          const byday = each.days.map((day) => (each.freq === 'MONTHLY' ? `${each.nth}${day}` : day)).join(',');
          return {
            freq: each.freq,
            byday,
            interval: each.interval,
            dtstart: each.start,
            opensAt: `${each.opens}:15`,
            closesAt: `${each.opens + 2}:00`,
            ...(each.count !== undefined && { count: each.count }),
            ...(each.length !== undefined && { validTo: Temporal.PlainDate.from(each.start).add({ days: each.length }).toString() }),
          };
        });
        const sorted = (sessions: readonly (readonly string[])[]) => sessions.map((each) => each.join(' ')).toSorted();
        expect(sorted(readSessions(serviceCalendar(aService(all), frame), 25))).toEqual(sorted(known(all, 25)));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the calendar itself', () => {
  const weekly: Schedule = { opensAt: '10:00', closesAt: '12:00', byday: 'MO', notes: 'Proszę zadzwonić,\nnie pukać; dziękujemy' };
  const place = { name: 'Świetlica', street: 'ul. Łąkowa 12', postcode: '00-000', town: 'Lipowo' };

  test('is escaped and folded as the standard asks, and read back whole', () => {
    const calendar = serviceCalendar(aService([weekly], { places: [place] }), frame);
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const event = new ICAL.Component(ICAL.parse(calendar) as unknown as unknown[]).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe(frame.name);
    expect(event?.getFirstPropertyValue('description')).toBe(`${weekly.notes}\n${frame.description}`);
    expect(event?.getFirstPropertyValue('location')).toBe('Świetlica, ul. Łąkowa 12, 00-000 Lipowo');
  });

  test('keeps its UIDs when hours change; is the same tomorrow', () => {
    const uids = (service: CatalogueService, on = today) =>
      [
        ...serviceCalendar(service, { ...frame, today: on })
          .replaceAll('\r\n ', '')
          .matchAll(/^UID:(.*)\r$/gm),
      ].map(([, uid]) => uid);
    const both = uids(aService([weekly, { ...weekly, byday: 'FR' }]));
    expect(new Set(both).size).toBe(2);
    expect(uids(aService([{ ...weekly, opensAt: '11:00' }, weekly]))).toEqual(both);
    const service = aService([weekly]);
    expect(serviceCalendar(service, { ...frame, today: today.add({ days: 1 }) })).toBe(serviceCalendar(service, frame));
  });

  test('ends with the service; of one that is not offered it has no events', () => {
    const ending = aService([weekly], { validTo: '2026-03-10' });
    expect(readSessions(serviceCalendar(ending, frame), 9)).toEqual(known([{ ...weekly, validTo: '2026-03-10' }], 9));
    expect(serviceCalendar(aService([weekly]), { ...frame, isOffered: false })).not.toContain('VEVENT');
    expect(serviceCalendar(aService([{ byday: 'MO' }, { opensAt: '10:00', closesAt: '11:00' }]), frame)).not.toContain('VEVENT');
  });
});
