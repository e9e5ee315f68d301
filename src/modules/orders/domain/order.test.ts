import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changeOrder,
  evolveOrder,
  expiry,
  foldOrder,
  isReminderDue,
  needsAnotherProvider,
  orderEventSchema,
  placeOrder,
  type Order,
  type OrderEvent,
  type StatusChange,
} from './order.ts';
import {
  isOrderOpen,
  isReasonNeeded,
  nextOrderStatuses,
  orderParties,
  orderStatuses,
  orderTransitions,
  reasonsFor,
  type OrderStatus,
} from './orderStates.ts';
import { anOrder } from './testing.ts';

const now = '2025-03-05T09:00:00.000Z';
const actor = { role: 'providerManager', id: 'u2' } as const;
const late = '2025-03-12T09:00:00.000Z';

function change(to: OrderStatus, by: 'requester' | 'target'): StatusChange {
  const code = isReasonNeeded(to) ? reasonsFor(to).find((reason) => reason !== 'expired') : undefined;
  return { to, by, actor, reason: code ? { code, inOwnWords: 'words' } : null };
}

// The referral task of the guide, written out once more and by hand: the table in the code must agree with it.
const guide: Record<OrderStatus, readonly string[]> = {
  requested: ['target:accepted', 'target:rejected', 'requester:cancelled', 'target:cancelled', 'requester:entered-in-error'],
  accepted: [
    'target:in-progress',
    'target:on-hold',
    'target:completed',
    'target:failed',
    'requester:cancelled',
    'target:cancelled',
    'requester:entered-in-error',
  ],
  'in-progress': [
    'target:on-hold',
    'target:completed',
    'target:failed',
    'requester:cancelled',
    'target:cancelled',
    'requester:entered-in-error',
  ],
  'on-hold': [
    'target:in-progress',
    'target:completed',
    'target:failed',
    'requester:cancelled',
    'target:cancelled',
    'requester:entered-in-error',
  ],
  rejected: ['requester:entered-in-error'],
  completed: ['requester:entered-in-error'],
  failed: ['requester:entered-in-error'],
  cancelled: ['requester:entered-in-error'],
  'entered-in-error': [],
};

test('every listed change is allowed to its party, every other one refused', () => {
  let refused = 0;
  for (const from of orderStatuses) {
    for (const to of orderStatuses) {
      for (const by of orderParties) {
        const answer = changeOrder(anOrder(from), change(to, by), now);
        expect(answer.ok, `${from} → ${to} by ${by}`).toBe(guide[from].includes(`${by}:${to}`));
        if (!answer.ok) {
          refused += 1;
          expect(['not-from-this-status', 'wrong-party']).toContain(answer.refusal[0]?.code);
        }
      }
    }
  }
  expect(refused).toBe(2 * 81 - Object.values(guide).flat().length);
  expect(nextOrderStatuses('requested', 'target')).toEqual(['accepted', 'rejected', 'cancelled']);
  expect(new Set(orderTransitions.map((row) => `${row.from} ${row.to}`)).size).toBe(orderTransitions.length);
});

test('rejection, cancellation and failure need a reason of their own list', () => {
  const answer = (to: OrderStatus, reason: StatusChange['reason']) => {
    const result = changeOrder(anOrder(to === 'rejected' ? 'requested' : 'in-progress'), { to, by: 'target', actor, reason }, now);
    return result.ok ? [] : result.refusal.map((refusal) => refusal.code);
  };
  for (const to of ['rejected', 'cancelled', 'failed'] as const) expect(answer(to, null)).toEqual(['reason-missing']);
  expect(answer('rejected', { code: 'personDied', inOwnWords: '' })).toEqual(['reason-not-for-this-status']);
  expect(answer('rejected', { code: 'other', inOwnWords: '  ' })).toEqual(['own-words-missing']);
  expect(answer('failed', { code: 'other', inOwnWords: 'x'.repeat(2001) })).toEqual(['own-words-too-long']);
  expect(answer('on-hold', null)).toEqual([]);
  expect(answer('on-hold', { code: 'hospital', inOwnWords: '' })).toEqual([]);
  expect(answer('completed', { code: 'hospital', inOwnWords: '' })).toEqual(['reason-not-for-this-status']);
});

test('an answer is possible through the last day; afterwards the order goes back to the organiser', () => {
  const order = anOrder('requested');
  const accept = change('accepted', 'target');
  expect(changeOrder(order, accept, '2025-03-11T22:30:00.000Z').ok).toBe(true);
  expect(changeOrder(order, accept, late)).toEqual({ ok: false, refusal: [{ code: 'answer-too-late', answerDueOn: '2025-03-11' }] });
  expect(changeOrder(order, expiry, now)).toEqual({ ok: false, refusal: [{ code: 'answer-still-possible', answerDueOn: '2025-03-11' }] });
  const expired = changeOrder(order, expiry, late);
  const after = expired.ok ? evolveOrder(order, expired.value) : order;
  expect(after).toMatchObject({ status: 'cancelled', statusReason: { code: 'expired' } });
  expect(needsAnotherProvider(after)).toBe(true);
  expect(changeOrder(anOrder('accepted'), expiry, late).ok).toBe(false);
});

test('the answering time comes from the law, a reminder a few days before its end', () => {
  const order = { orderId: 'o', caseId: 'c', serviceId: 's', providerId: 'v', from: '2025-03-10', to: null };
  const placed = placeOrder(order, actor, '2025-03-03T23:30:00.000Z', { referralLinkDays: 8 });
  expect(placed.ok && placed.value).toMatchObject({ data: { answerDueOn: '2025-03-12' } });
  expect(placeOrder({ ...order, to: '2025-03-01' }, actor, now, { referralLinkDays: 8 }).ok).toBe(false);
  const at = (day: string) => isReminderDue(anOrder('requested'), `${day}T09:00:00.000Z`, 2);
  expect(['2025-03-08', '2025-03-09', '2025-03-11', '2025-03-12'].map(at)).toEqual([false, true, true, false]);
  expect(isReminderDue(anOrder('accepted'), '2025-03-10T09:00:00.000Z', 2)).toBe(false);
});

test('random changes: declared states only, ends stay ended, refusals change nothing, the fold survives JSON', () => {
  const step = fc.record({ to: fc.constantFrom(...orderStatuses), by: fc.constantFrom(...orderParties), isLate: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const first = placeOrder({ orderId: 'o', caseId: 'c', serviceId: 's', providerId: 'v', from: '2025-03-10', to: null }, actor, now, {
        referralLinkDays: 3,
      });
      if (!first.ok) throw new Error('placing refused');
      const events: OrderEvent[] = [first.value];
      for (const { to, by, isLate } of steps) {
        const order: Readonly<Order> = Object.freeze(foldOrder(events));
        const answer = changeOrder(order, change(to, by), isLate ? late : now);
        if (answer.ok) {
          events.push(answer.value);
          expect(isOrderOpen(order.status) || to === 'entered-in-error').toBe(true);
        } else expect(answer.refusal.length).toBeGreaterThan(0);
      }
      const stored = (JSON.parse(JSON.stringify(events)) as unknown[]).map((event) => orderEventSchema.parse(event));
      expect(foldOrder(stored)).toEqual(foldOrder(events));
      expect(orderStatuses).toContain(foldOrder(events).status);
    }),
  );
});

test('a history that does not begin with the placing is damaged', () => {
  expect(() => foldOrder([])).toThrow('at least');
  expect(() => foldOrder([{ type: 'statusChanged', at: now, actor, data: { to: 'accepted', by: 'target', reason: null } }])).toThrow(
    'damaged',
  );
});
