import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMoreThan } from './allowance.ts';

const hours = (amount: number, per: string) => ({ amount, per, unit: 'hour' });

test('more in the same period or in a shorter one is more than the limit', () => {
  expect(isMoreThan(hours(80, 'month'), hours(22, 'month'))).toBe(true);
  expect(isMoreThan(hours(30, 'week'), hours(22, 'month'))).toBe(true);
  expect(isMoreThan(hours(22, 'month'), hours(22, 'month'))).toBe(false);
  expect(isMoreThan(hours(10, 'week'), hours(22, 'month'))).toBe(false);
  expect(isMoreThan(hours(200, 'year'), hours(22, 'month'))).toBe(false);
  expect(isMoreThan(hours(11, 'once'), hours(10, 'plan'))).toBe(true);
  expect(isMoreThan({ ...hours(80, 'month'), unit: 'visit' }, hours(22, 'month'))).toBe(false);
});

test('less than what keeps to a limit keeps to it too', () => {
  const per = fc.constantFrom('use', 'day', 'week', 'month', 'year', 'once', 'programme', 'plan');
  const amount = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(amount, per, amount, per, amount, (asked, askedPer, most, mostPer, less) => {
      const limit = hours(most, mostPer);
      return isMoreThan(hours(asked, askedPer), limit) || !isMoreThan(hours(Math.min(asked, less), askedPer), limit);
    }),
  );
});
