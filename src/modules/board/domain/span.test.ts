import { expect, test } from 'vitest';
import { monthsOf, spanOf, startOfSpan } from './span.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('a span holds the running month and those before it', () => {
  expect(monthsOf(day('2026-02-28'), 3)).toEqual(['2025-12', '2026-01', '2026-02']);
  expect(startOfSpan(day('2026-03-31'), 12).toString()).toBe('2025-04-01');
  expect(monthsOf(day('2026-03-31'), 12)).toHaveLength(12);
});

test('an address that names no span means half a year', () => {
  expect([spanOf('3'), spanOf('12'), spanOf(null), spanOf('5'), spanOf('abc')]).toEqual([3, 12, 6, 6, 6]);
});
