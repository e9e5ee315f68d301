import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/isoTime.ts';
import { checkPeriod } from './orderPeriod.ts';

const plan = { startsOn: '2026-12-01', endsOn: '2027-05-31' };
const facts = { plan, filedOn: '2026-11-22', isEarlyOnPurpose: false };
const codes = (...args: Parameters<typeof checkPeriod>) => checkPeriod(...args).map((each) => each.code);

test('an order of a planned service lies within the plan, and names its days when it does not', () => {
  expect(checkPeriod({ from: '2026-11-01', to: '2027-05-31' }, facts)).toEqual([
    { code: 'order-starts-outside-plan', from: '2026-12-01', to: '2027-05-31' },
  ]);
  expect(codes({ from: '2026-12-01', to: null }, facts)).toEqual(['order-ends-outside-plan']);
  expect(codes({ from: '2027-06-01', to: '2027-06-02' }, facts)).toEqual(['order-starts-outside-plan', 'order-ends-outside-plan']);
  const days = fc.integer({ min: -400, max: 400 });
  fc.assert(
    fc.property(days, days, (start, length) => {
      const from = addDays(plan.startsOn, start);
      const to = addDays(from, Math.abs(length));
      const isInside = from >= plan.startsOn && to <= plan.endsOn;
      expect(checkPeriod({ from, to }, facts).length === 0).toBe(isInside);
    }),
  );
});

test('help without a plan that begins before it was asked for is asked about once', () => {
  const free = { ...facts, plan: null };
  expect(checkPeriod({ from: '2026-11-21', to: null }, free)).toEqual([{ code: 'order-before-request', filedOn: '2026-11-22' }]);
  expect(codes({ from: '2026-11-21', to: null }, { ...free, isEarlyOnPurpose: true })).toEqual([]);
  expect(codes({ from: '2026-11-22', to: null }, free)).toEqual([]);
  expect(codes({ from: '2020-01-01', to: null }, { ...free, filedOn: null })).toEqual([]);
});
