import { expect, test } from 'vitest';
import { checkAmount, limitsOfOrder, type AmountFacts, type OrderedAmount } from './orderAmount.ts';

const hours = (amount: number, per: OrderedAmount['per'] = 'month'): OrderedAmount => ({ amount, unit: 'hour', per });
const card = [{ amount: 60, unit: 'hour', per: 'month', of: 'person' }];
const facts = (planned: OrderedAmount | null, aboveCardBecause: string | null = null): AmountFacts => ({
  planned,
  cardLimits: card,
  aboveCardBecause,
});
const codes = (asked: OrderedAmount | null, of: AmountFacts) => checkAmount(asked, of).map((each) => each.code);

test('an order keeps to the plan, and without a plan to the card', () => {
  expect(checkAmount(hours(80), facts(hours(22)))).toEqual([{ code: 'order-above-plan', asked: hours(80), allowed: hours(22) }]);
  expect(checkAmount(hours(80), facts(null))).toEqual([{ code: 'order-above-card', asked: hours(80), allowed: hours(60) }]);
  expect(codes(hours(22), facts(hours(22)))).toEqual([]);
  expect(codes(null, facts(hours(22)))).toEqual([]);
  expect(codes(hours(60), facts(null))).toEqual([]);
});

test('a plan beyond the card is ordered with a reason only, or for as much as the card allows', () => {
  expect(codes(null, facts(hours(90)))).toEqual(['order-above-card-in-plan']);
  expect(codes(hours(90), facts(hours(90)))).toEqual(['order-above-card-in-plan']);
  expect(codes(hours(90), facts(hours(90), 'zgoda dyrektora'))).toEqual([]);
  expect(codes(hours(95), facts(hours(90), 'zgoda dyrektora'))).toEqual(['order-above-plan']);
  expect(codes(hours(60), facts(hours(90)))).toEqual([]);
  // A reason allows nothing that no plan foresees.
  expect(codes(hours(80), facts(null, 'bo tak'))).toEqual(['order-above-card']);
});

test('the amount of the plan stays among the limits, whatever else is ordered', () => {
  const minutes = (most: number, per = 'month') => ({ measure: 'minutes', per, most: most * 60 });
  expect(limitsOfOrder(null, facts(hours(22)))).toEqual([minutes(22)]);
  expect(limitsOfOrder(hours(7, 'week'), facts(hours(22)))).toEqual([minutes(7, 'week'), minutes(22)]);
  expect(limitsOfOrder(hours(90), facts(hours(90), 'zgoda dyrektora'))).toEqual([minutes(90)]);
  expect(limitsOfOrder(hours(50), facts(null))).toEqual([minutes(50)]);
  expect(limitsOfOrder(null, facts(null))).toEqual([minutes(60)]);
});
