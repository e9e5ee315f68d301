import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateWithWeekday,
  formatInstant,
  formatShortDate,
  parsePolishDate,
  startOfDayInWarsaw,
  todayInWarsaw,
} from '#shared/polishDate.ts';

const dates = fc.integer({ min: 0, max: 80_000 }).map((offset) => Temporal.PlainDate.from('1900-01-01').add({ days: offset }));

describe('reading a Polish date', () => {
  test.each([
    '3 marca 2025',
    '3 marca 2025 r.',
    '3 marca 2025r',
    '03 MARCA 2025 roku',
    '3 marzec 2025',
    '3 mar. 2025',
    '3 III 2025',
    '3.III.2025',
    '03.03.2025',
    '3.3.2025',
    '3. 3. 2025',
    '03-03-2025',
    '3/3/2025',
    '03 03 2025',
    '2025-03-03',
    '2025.03.03',
    ' 3\u00a0marca  2025 ',
  ])('"%s"', (typed) => {
    const parsed = parsePolishDate(typed);
    expect(parsed.ok && parsed.value.toString()).toBe('2025-03-03');
  });

  test.each([
    ['9 września 1944', '1944-09-09'],
    ['9 wrzesnia 1944', '1944-09-09'],
    ['12 października 2001', '2001-10-12'],
    ['29.02.2024', '2024-02-29'],
  ])('"%s" is %s', (typed, iso) => {
    const parsed = parsePolishDate(typed);
    expect(parsed.ok && parsed.value.toString()).toBe(iso);
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['jutro', 'unreadable'],
    ['3 mrca 2025', 'unreadable'],
    ['03.03.25', 'short-year'],
    ['3 marca 25', 'short-year'],
    ['29.02.2025', 'impossible'],
    ['31.04.2025', 'impossible'],
    ['13/13/2025', 'impossible'],
    ['0.1.2025', 'impossible'],
    ['20250303', 'unreadable'],
    ['3 marca 2025 o 12:00', 'unreadable'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(parsePolishDate(typed)).toEqual({ ok: false, refusal });
  });

  test('reads back whatever was written', () => {
    fc.assert(
      fc.property(dates, (date) => {
        for (const text of [formatDate(date), formatShortDate(date), date.toString()]) {
          const parsed = parsePolishDate(text);
          expect(parsed.ok && parsed.value.equals(date)).toBe(true);
        }
      }),
    );
  });

  test.each(['en', 'uk'] as const)('reads back what is written in %s', (language) => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(parsePolishDate(formatDate(date, language))).toEqual({ ok: true, value: date });
      }),
    );
  });

  test.each(['27 March 1951', '27 березня 1951', '27 БЕРЕЗЕНЬ 1951 року', '27 mar 1951'])('reads %s', (typed) => {
    expect(parsePolishDate(typed)).toEqual({ ok: true, value: Temporal.PlainDate.from('1951-03-27') });
  });

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parsePolishDate(text).ok === 'boolean'));
  });
});

describe('writing a date', () => {
  const date = Temporal.PlainDate.from('2025-03-03');

  test('in the languages of the product', () => {
    expect([formatDate(date), formatDate(date, 'en'), formatDate(date, 'uk')]).toEqual([
      '3 marca 2025',
      '3 March 2025',
      '3 березня 2025 р.',
    ]);
    expect(formatShortDate(date)).toBe('03.03.2025');
    expect(formatDateWithWeekday(date)).toBe('poniedziałek, 3 marca 2025');
  });
});

describe('the day in Poland', () => {
  test.each([
    ['2025-03-02T22:59:59Z', '2025-03-02'],
    ['2025-03-02T23:00:00Z', '2025-03-03'],
    ['2025-07-01T21:59:59Z', '2025-07-01'],
    ['2025-07-01T22:00:00Z', '2025-07-02'],
  ])('at %s is %s', (moment, iso) => {
    expect(todayInWarsaw(Temporal.Instant.from(moment)).toString()).toBe(iso);
  });

  test('starts at its first moment, also when the clocks change', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const start = startOfDayInWarsaw(date);
        expect(todayInWarsaw(start).equals(date)).toBe(true);
        expect(todayInWarsaw(start.subtract({ milliseconds: 1 })).equals(date)).toBe(false);
      }),
    );
  });

  test('a moment is written in the time of Warsaw', () => {
    expect(formatInstant(Temporal.Instant.from('2025-07-01T22:05:00Z'))).toBe('2 lipca 2025, 00:05');
  });
});
