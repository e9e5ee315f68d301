import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schedule } from './parts.ts';
import { everHappens, fallsOn, nextSessions, openState, readClock, sessionsOn, WEEKDAYS } from './schedule.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Warsaw').toInstant();
const fallingDays = (schedule: Schedule, from: string, days: number) =>
  Array.from({ length: days }, (_, index) => day(from).add({ days: index }))
    .filter((date) => fallsOn(schedule, date))
    .map(String);
const weekdays: Schedule = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opensAt: '08:00', closesAt: '16:00' };

describe('the days of a rule', () => {
  test('each week, and without a frequency too', () => {
    expect(fallingDays({ freq: 'WEEKLY', byday: 'TU,TH' }, '2026-03-02', 7)).toEqual(['2026-03-03', '2026-03-05']);
    expect(fallingDays({ byday: 'TU' }, '2026-03-02', 7)).toEqual(['2026-03-03']);
  });
  test('every second week counts from the first day', () => {
    expect(fallingDays({ freq: 'WEEKLY', byday: 'MO', interval: 2, dtstart: '2026-03-04' }, '2026-03-01', 31)).toEqual([
      '2026-03-16',
      '2026-03-30',
    ]);
  });
  test('the second and the last Wednesday of a month', () => {
    expect(fallingDays({ freq: 'MONTHLY', byday: '2WE,-1WE' }, '2026-04-01', 30)).toEqual(['2026-04-08', '2026-04-29']);
  });
  test('the last day of a month', () => {
    expect(fallingDays({ freq: 'MONTHLY', bymonthday: '-1' }, '2026-02-01', 59)).toEqual(['2026-02-28', '2026-03-31']);
  });
  test('between its dates, both included, and as often as it says', () => {
    expect(fallingDays({ ...weekdays, validFrom: '2026-03-05', until: '2026-03-09' }, '2026-03-01', 20)).toEqual([
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
    ]);
    expect(fallingDays({ ...weekdays, dtstart: '2026-03-05', count: 3 }, '2026-03-01', 20)).toEqual([
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
    ]);
  });
  test('a rule that never happens is known', () => {
    const from = day('2026-03-01');
    expect(everHappens(weekdays, from)).toBe(true);
    expect(everHappens({ ...weekdays, dtstart: '2026-05-01', until: '2026-04-01' }, from)).toBe(false);
    expect(everHappens({ freq: 'MONTHLY', bymonthday: '32' }, from)).toBe(false);
    expect(everHappens({ ...weekdays, until: '2026-02-01' }, from)).toBe(false);
  });
});

describe('open now', () => {
  test('within the hours, with the end', () => {
    expect(openState([weekdays], at('2026-03-02T08:00'))).toMatchObject({ isOpen: true });
    const state = openState([weekdays], at('2026-03-02T15:59'));
    expect(state?.isOpen === true && state.until.toPlainTime().toString()).toBe('16:00:00');
  });
  test('closed at the end, and over the weekend until Monday', () => {
    expect(openState([weekdays], at('2026-03-06T16:00'))).toMatchObject({ isOpen: false, holiday: null });
    const state = openState([weekdays], at('2026-03-07T12:00'));
    expect(state?.isOpen === false && state.next?.toPlainDate().toString()).toBe('2026-03-09');
  });
  test('closed on a statutory day off, unless it is there each day', () => {
    const holiday = at('2026-11-11T12:00');
    expect(openState([weekdays], holiday)).toMatchObject({ isOpen: false, holiday: 'Narodowe Święto Niepodległości' });
    expect(openState([{ ...weekdays, byday: WEEKDAYS.join(',') }], holiday)).toMatchObject({ isOpen: true });
  });
  test('Christmas Eve is a day off since 2025', () => {
    expect(sessionsOn([weekdays], day('2024-12-24'))).toHaveLength(1);
    expect(sessionsOn([weekdays], day('2025-12-24'))).toHaveLength(0);
  });
  test('night hours end on the next day', () => {
    const night: Schedule = { byday: WEEKDAYS.join(','), opensAt: '20:00', closesAt: '06:00' };
    expect(openState([night], at('2026-03-03T05:00'))).toMatchObject({ isOpen: true });
    expect(openState([night], at('2026-03-03T07:00'))).toMatchObject({ isOpen: false });
    expect(openState([{ ...night, opensAt: '00:00', closesAt: '24:00' }], at('2026-03-03T23:59'))).toMatchObject({ isOpen: true });
  });
  test('hours with an offset are moved to Poland', () => {
    const [session] = sessionsOn([{ ...weekdays, opensAt: '08:00Z', closesAt: '10:00+02:00' }], day('2026-07-01'));
    expect([session?.startsAt.toPlainTime().toString(), session?.endsAt.hour]).toEqual(['10:00:00', 10]);
  });
  test('words alone tell nothing', () => {
    expect(openState([{ description: 'rano' }], at('2026-03-02T08:00'))).toBeUndefined();
    expect(openState([], at('2026-03-02T08:00'))).toBeUndefined();
  });
});

test('clocks that are none are refused', () => {
  expect(['25:00', '8', '08:60', '24:01', 'rano', ''].map(readClock)).toEqual(Array.from({ length: 6 }, () => undefined));
  expect(readClock('8:05')).toEqual({ hour: 8, minute: 5, offset: null });
});

const anySchedule: fc.Arbitrary<Schedule> = fc.record(
  {
    freq: fc.constantFrom('WEEKLY', 'MONTHLY'),
    byday: fc.uniqueArray(fc.constantFrom(...WEEKDAYS, '2WE', '-1FR'), { minLength: 1 }).map((days) => days.join(',')),
    interval: fc.integer({ min: 1, max: 4 }),
    dtstart: fc.integer({ min: 0, max: 60 }).map((days) => day('2026-01-01').add({ days }).toString()),
    until: fc.integer({ min: 0, max: 400 }).map((days) => day('2026-01-01').add({ days }).toString()),
    opensAt: fc.constantFrom('08:00', '12:30', '22:00'),
    closesAt: fc.constantFrom('06:00', '16:00', '24:00'),
  },
  { requiredKeys: ['byday', 'opensAt', 'closesAt'] },
);
test('next sessions come in order, have not ended, and begin where the rule falls', () => {
  const now = at('2026-03-02T12:00');
  fc.assert(
    fc.property(anySchedule, (schedule) => {
      const sessions = nextSessions([schedule], now, 5);
      for (const [index, { startsAt, endsAt }] of sessions.entries()) {
        expect(fallsOn(schedule, startsAt.toPlainDate())).toBe(true);
        expect(Temporal.Instant.compare(endsAt.toInstant(), now)).toBe(1);
        const before = sessions[index - 1];
        if (before) expect(Temporal.ZonedDateTime.compare(before.startsAt, startsAt)).toBe(-1);
      }
    }),
    { numRuns: 60 },
  );
});
