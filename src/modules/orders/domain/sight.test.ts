import { expect, test } from 'vitest';
import { orderStatuses } from './orderStates.ts';
import { agreedLimit, strictestLimits } from './orderContent.ts';
import { isInProvidersSight } from './sight.ts';

const at = '2025-03-03T09:00:00.000Z';

test('a provider sees the person of an order that runs, and a while after its end', () => {
  const seen = (now: string) => orderStatuses.filter((status) => isInProvidersSight({ status, changedAt: at }, now));
  expect(seen('2025-05-02T21:00:00.000Z')).toEqual(['requested', 'accepted', 'in-progress', 'on-hold', 'completed', 'failed']);
  // 22:30 UTC on 2 May is already 3 May in Poland: the sixty-first day.
  expect(seen('2025-05-02T22:30:00.000Z')).toEqual(['requested', 'accepted', 'in-progress', 'on-hold']);
});

test('hours of an order are counted in minutes, and of two limits of a kind the stricter holds', () => {
  expect(agreedLimit('hour', 7.5, 'week')).toEqual({ measure: 'minutes', per: 'week', most: 450 });
  expect(agreedLimit('ride', 2, 'month')).toEqual({ measure: 'quantity', per: 'month', most: 2 });
  const month = { measure: 'minutes', per: 'month' } as const;
  const uses = { measure: 'uses', per: 'month', most: 3 } as const;
  expect(strictestLimits([{ ...month, most: 1200 }, uses, { ...month, most: 900 }])).toEqual([{ ...month, most: 900 }, uses]);
});
