import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, isIsoDate, isoInstantSchema, lastDayOfMonths, toIsoInstant } from './isoTime.ts';

test('a late evening in UTC is already the next Polish day', () => {
  expect(dayOf('2025-03-02T23:30:00.000Z')).toBe('2025-03-03');
  expect(dayOf('2025-07-01T21:59:59.999Z')).toBe('2025-07-01');
  expect(dayOf('2025-07-01T22:00:00.000Z')).toBe('2025-07-02');
});

test('days of the plan deadline, leap year included', () => {
  expect(addDays('2025-03-03', 30)).toBe('2025-04-02');
  expect(addDays('2025-01-31', 30)).toBe('2025-03-02');
  expect(addDays('2024-01-31', 30)).toBe('2024-03-01');
});

test('a period of months ends the day before it would begin again', () => {
  expect(lastDayOfMonths('2025-05-01', 12)).toBe('2026-04-30');
  expect(lastDayOfMonths('2025-01-15', 3)).toBe('2025-04-14');
  expect(lastDayOfMonths('2024-02-29', 12)).toBe('2025-02-27');
});

test('only real days are dates', () => {
  expect(isIsoDate('2024-02-29')).toBe(true);
  for (const text of ['2025-02-29', '2025-2-3', '', '2025-03-03T00:00:00Z', '١٢-٠٣-٢٠٢٥']) expect(isIsoDate(text)).toBe(false);
});

test('instants sort as texts in the order of time', () => {
  const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      const textOf = (ms: number) => toIsoInstant(Temporal.Instant.fromEpochMilliseconds(ms));
      const textA = textOf(a);
      expect(isoInstantSchema.safeParse(textA).success).toBe(true);
      expect(textA < textOf(b)).toBe(a < b);
    }),
  );
});
