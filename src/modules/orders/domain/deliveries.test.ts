import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  confirmDelivery,
  correctDelivery,
  emptyLedger,
  entriesInForce,
  evolveLedger,
  findAlike,
  foldLedger,
  recordDelivery,
  type DeliveryFacts,
  type Ledger,
  type LedgerEvent,
  type NewEntry,
} from './deliveries.ts';
import { limitsOfCard, limitUsage, type Limit } from './limits.ts';
import { closeMonth, monthStatement, reopenMonth } from './months.ts';
import { orderStatuses } from './orderStates.ts';
import { anEntry, anOrder, someFacts, testNow } from './testing.ts';

function ledgerOf(...entries: readonly NewEntry[]): Ledger {
  return entries.reduce((ledger, entry) => {
    const answer = recordDelivery(ledger, entry, someFacts());
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return evolveLedger(ledger, answer.value);
  }, emptyLedger);
}
const codes = (ledger: Ledger, entry: NewEntry, facts: Partial<DeliveryFacts> = {}) => {
  const answer = recordDelivery(ledger, entry, someFacts(facts));
  return answer.ok ? [] : answer.refusal.map((refusal) => refusal.code);
};

test('today has no more hours than have passed', () => {
  // Half past noon in Warsaw.
  const now = '2025-06-30T10:30:00.000Z';
  const facts = { now };
  expect(codes(emptyLedger, anEntry('a', { on: '2025-06-30', minutes: 21 * 60 }), facts)).toEqual(['longer-than-day-so-far']);
  expect(codes(emptyLedger, anEntry('a', { on: '2025-06-30', minutes: 12 * 60 + 30 }), facts)).toEqual([]);
  expect(codes(emptyLedger, anEntry('a', { on: '2025-06-29', minutes: 21 * 60 }), facts)).toEqual([]);
});

test('fifteen hours a programme, three times, five hours at once: each limit explains itself', () => {
  const limits: Limit[] = [
    { measure: 'minutes', per: 'programme', most: 900 },
    { measure: 'uses', per: 'programme', most: 3 },
    { measure: 'minutes', per: 'use', most: 300 },
  ];
  const ledger = ledgerOf(anEntry('a', { minutes: 300 }), anEntry('b', { on: '2025-06-03', minutes: 300 }));
  expect(codes(ledger, anEntry('c', { on: '2025-06-04', minutes: 300 }), { limits })).toEqual([]);
  const answer = recordDelivery(ledger, anEntry('c', { on: '2025-06-04', minutes: 301 }), someFacts({ limits }));
  expect(answer).toEqual({
    ok: false,
    refusal: [
      { code: 'limit-passed', excess: { limit: limits[0], used: 600, asked: 301, left: 300 } },
      { code: 'limit-passed', excess: { limit: limits[2], used: 0, asked: 301, left: 300 } },
    ],
  });
});

test('weeks run from Monday, months by the calendar', () => {
  const ledger = ledgerOf(anEntry('a', { on: '2025-06-01', unit: 'ride' }), anEntry('b', { on: '2025-06-02', unit: 'ride' }));
  const rides = (per: Limit['per']): Limit[] => [{ measure: 'quantity', per, most: 2 }];
  expect(limitUsage(entriesInForce(ledger), rides('week'), '2025-06-08')[0]).toMatchObject({ used: 1, left: 1 });
  expect(limitUsage(entriesInForce(ledger), rides('month'), '2025-06-08')[0]).toMatchObject({ used: 2, left: 0 });
  expect(codes(ledger, anEntry('c', { on: '2025-06-30', unit: 'ride' }), { limits: rides('month') })).toEqual(['limit-passed']);
  expect(codes(ledger, anEntry('c', { on: '2025-05-31', unit: 'ride' }), { limits: rides('month') })).toEqual([]);
});

test('limits of a card: hours become minutes, what cannot be counted is told apart', () => {
  const hours = { amount: 7.5, unit: 'hour', per: 'programme', of: 'household' };
  const distance = { amount: 30, unit: 'km', per: 'use', of: 'person' };
  const places = { amount: 20, unit: 'visit', per: 'day', of: 'service' };
  expect(limitsOfCard([hours, distance, places, { amount: 1, unit: 'use', per: 'year', of: 'person' }])).toEqual({
    counted: [
      { measure: 'minutes', per: 'programme', most: 450 },
      { measure: 'uses', per: 'year', most: 1 },
    ],
    uncounted: [distance, places],
  });
});

test('wrong entries are named all at once', () => {
  const entry = anEntry('a', { orderId: 'other', quantity: 0, minutes: null, on: '2025-07-01', note: 'x'.repeat(2001) });
  expect(codes(ledgerOf(anEntry('a')), entry)).toEqual([
    'entry-repeated',
    'wrong-order',
    'invalid-quantity',
    'minutes-missing',
    'note-too-long',
    'date-in-future',
  ]);
  for (const quantity of [1.5, Number.NaN, -1, 1001]) expect(codes(emptyLedger, anEntry('a', { quantity }))).toEqual(['invalid-quantity']);
  for (const minutes of [0, 0.5, 1441, Number.NaN]) expect(codes(emptyLedger, anEntry('a', { minutes }))).toEqual(['invalid-minutes']);
  for (const on of ['', '2025-02-30', 'yesterday']) expect(codes(emptyLedger, anEntry('a', { on }))).toEqual(['invalid-date']);
  expect(
    codes(emptyLedger, anEntry('a', { unit: 'visit', minutes: null }), { limits: [{ measure: 'minutes', per: 'day', most: 60 }] }),
  ).toEqual(['minutes-missing']);
});

test('only within the dates of a running order, and not while the case is suspended', () => {
  expect(codes(emptyLedger, anEntry('a', { on: '2025-03-09' }))).toEqual(['outside-order']);
  expect(codes(emptyLedger, anEntry('a'), { suspensions: [{ from: '2025-06-02', to: null }] })).toEqual(['suspended']);
  expect(codes(emptyLedger, anEntry('a'), { suspensions: [{ from: '2025-05-02', to: '2025-06-01' }] })).toEqual([]);
  const allowed = orderStatuses.filter((status) => codes(emptyLedger, anEntry('a'), { order: anOrder(status) }).length === 0);
  expect(allowed).toEqual(['in-progress', 'on-hold', 'completed']);
});

test('a correction reverses an entry once and frees its limit', () => {
  const limits: Limit[] = [{ measure: 'uses', per: 'day', most: 1 }];
  const ledger = ledgerOf(anEntry('a', { minutes: 90 }));
  const correction = { entryId: 'a', counterEntryId: 'a-', reason: 'It was one hour', replacement: anEntry('b', { minutes: 60 }) };
  const answer = correctDelivery(ledger, correction, someFacts({ limits }));
  const after = answer.ok ? answer.value.reduce(evolveLedger, ledger) : ledger;
  expect(entriesInForce(after).map((entry) => entry.entryId)).toEqual(['b']);
  expect(after.entries.map((entry) => entry.minutes)).toEqual([90, -90, 60]);
  const again = (entryId: string) => {
    const second = correctDelivery(after, { ...correction, entryId, counterEntryId: 'x', replacement: null }, someFacts());
    return second.ok ? [] : second.refusal.map((refusal) => refusal.code);
  };
  expect([again('a'), again('a-'), again('none'), again('b')]).toEqual([['already-reversed'], ['counter-entry'], ['entry-unknown'], []]);
});

test('confirmations: by whom, once, not before the delivery', () => {
  const ledger = ledgerOf(anEntry('a'));
  const confirm = (on: string, from = ledger) => confirmDelivery(from, 'a', { by: 'family', on }, testNow);
  const first = confirm('2025-06-02');
  expect(first.ok).toBe(true);
  const after = first.ok ? evolveLedger(ledger, first.value) : ledger;
  expect(confirm('2025-06-03', after)).toMatchObject({ refusal: [{ code: 'already-confirmed' }] });
  expect(confirm('2025-06-01')).toMatchObject({ refusal: [{ code: 'confirmed-before-delivery' }] });
  expect(confirm('2025-07-01')).toMatchObject({ refusal: [{ code: 'date-in-future' }] });
  expect(confirmDelivery(ledger, 'b', { by: 'person', on: '2025-06-02' }, testNow)).toMatchObject({ refusal: [{ code: 'entry-unknown' }] });
});

test('a month closes from its last day on, and then takes no more entries', () => {
  const ledger = ledgerOf(anEntry('a', { on: '2025-05-05' }), anEntry('b', { on: '2025-06-05' }));
  const now = '2025-05-31T10:00:00.000Z';
  const refusal = (month: string, acceptUnconfirmed: boolean, from = ledger) => {
    const answer = closeMonth(from, month, { acceptUnconfirmed, now });
    return answer.ok ? null : answer.refusal[0];
  };
  expect(refusal('2025-06', true)).toEqual({ code: 'month-not-over', month: '2025-06' });
  expect(refusal('2025-13', true)).toEqual({ code: 'invalid-month' });
  expect(refusal('2025-05', false)).toEqual({ code: 'unconfirmed', entryIds: ['a'] });
  const closing = closeMonth(ledger, '2025-05', { acceptUnconfirmed: true, now });
  const closed = closing.ok ? evolveLedger(ledger, closing.value) : ledger;
  expect(refusal('2025-05', true, closed)).toEqual({ code: 'month-already-closed', month: '2025-05' });
  expect(codes(closed, anEntry('c', { on: '2025-05-30' }))).toEqual(['month-closed']);
  const late = correctDelivery(closed, { entryId: 'a', counterEntryId: 'a-', reason: 'No visit', replacement: null }, someFacts());
  const after = late.ok ? late.value.reduce(evolveLedger, closed) : closed;
  expect(monthStatement(after, '2025-05')).toEqual({
    month: '2025-05',
    isClosed: true,
    totals: [{ unit: 'hour', quantity: 1, minutes: 60 }],
    unconfirmed: [],
  });
  expect(monthStatement(after, '2025-06').totals).toEqual([{ unit: 'hour', quantity: 0, minutes: 0 }]);
});

test('a closed month opens again only for a reason, and then takes entries', () => {
  const ledger = evolveLedger(ledgerOf(anEntry('a', { on: '2025-05-05' })), {
    type: 'monthClosed',
    month: '2025-05',
    unconfirmed: ['a'],
    at: testNow,
  });
  expect(reopenMonth(ledger, '2025-04', 'Late list', testNow)).toMatchObject({ refusal: [{ code: 'month-not-closed' }] });
  expect(reopenMonth(ledger, '2025-05', '  ', testNow)).toMatchObject({ refusal: [{ code: 'reason-missing' }] });
  const opened = reopenMonth(ledger, '2025-05', 'Late list', testNow);
  const after = opened.ok ? evolveLedger(ledger, opened.value) : ledger;
  expect(codes(after, anEntry('b', { on: '2025-05-06' }))).toEqual([]);
});

test('random ledgers: what is used never passes a limit, history only grows, closed months stay as they were', () => {
  const days = ['2025-04-30', '2025-05-01', '2025-05-31', '2025-06-01', '2025-06-02', '2025-06-08'] as const;
  const limit = fc.record({
    measure: fc.constantFrom('minutes', 'quantity', 'uses'),
    per: fc.constantFrom('use', 'day', 'week', 'month', 'year', 'programme'),
    most: fc.nat(200),
  });
  const entry = fc.record({
    on: fc.constantFrom(...days),
    minutes: fc.integer({ min: 1, max: 120 }),
    quantity: fc.integer({ min: 1, max: 3 }),
  });
  const action = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('record'), entry }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct'), target: fc.nat(9), entry: fc.option(entry) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('close'), month: fc.constantFrom('2025-04', '2025-05') }) },
  );
  fc.assert(
    fc.property(fc.array(limit, { maxLength: 3 }), fc.array(action, { maxLength: 40, size: 'max' }), (limits, actions) => {
      const facts = someFacts({ limits });
      const events: LedgerEvent[] = [];
      const settled = new Map<string, string>();
      actions.forEach((each, index) => {
        const ledger = foldLedger(events);
        if (each.kind === 'record' && 'entry' in each && each.entry) {
          const answer = recordDelivery(ledger, anEntry(`e${index}`, each.entry), facts);
          if (answer.ok) events.push(answer.value);
        } else if ('target' in each) {
          const replacement = each.entry ? anEntry(`r${index}`, each.entry) : null;
          const entryId = ledger.entries[each.target]?.entryId ?? 'none';
          const answer = correctDelivery(ledger, { entryId, counterEntryId: `c${index}`, reason: 'wrong', replacement }, facts);
          if (answer.ok) events.push(...answer.value);
        } else if ('month' in each) {
          const answer = closeMonth(ledger, each.month, { acceptUnconfirmed: true, now: testNow });
          if (answer.ok) {
            events.push(answer.value);
            settled.set(each.month, JSON.stringify(monthStatement(foldLedger(events), each.month).totals));
          }
        }
      });
      const ledger = foldLedger(events);
      for (const on of days) {
        for (const usage of limitUsage(entriesInForce(ledger), limits, on)) expect(usage.used).toBeLessThanOrEqual(usage.limit.most);
      }
      for (const [month, totals] of settled) expect(JSON.stringify(monthStatement(ledger, month).totals)).toBe(totals);
      // Entries in force and counter-entries tell the same sums.
      const sum = (entries: Ledger['entries']) => entries.reduce((total, each) => total + (each.minutes ?? 0), 0);
      expect(sum(ledger.entries)).toBe(sum(entriesInForce(ledger)));
      expect(foldLedger(JSON.parse(JSON.stringify(events)))).toEqual(ledger);
    }),
    { numRuns: 300 },
  );
});

test('an entry in force that says the same is found; a reversed or replaced one is not', () => {
  const wanted = { entryId: 'new', orderId: 'o1', on: '2025-03-03', unit: 'visit', quantity: 1, minutes: null, note: null } as const;
  const stored = { ...wanted, entryId: 'e1', month: '2025-03', counters: null, recordedAt: '2025-03-03T09:00:00.000Z', confirmation: null };
  const entries = [{ ...stored, worker: 'Ewa Zmyślona' }];
  const asked = { ...wanted, worker: 'ewa  zmyslona ', note: 'Druga wizyta' };
  expect(findAlike(entries, asked)?.entryId).toBe('e1');
  expect(findAlike(entries, asked, 'e1')).toBeUndefined();
  for (const other of [{ on: '2025-03-02' }, { quantity: 2 }, { minutes: 30 }, { worker: 'Jan' }, { orderId: 'o2' }])
    expect(findAlike(entries, { ...asked, ...other })).toBeUndefined();
  const counter = { ...entries[0], ...stored, entryId: 'e2', quantity: -1, counters: 'e1', worker: 'Ewa Zmyślona' };
  expect(findAlike([...entries, counter], asked)).toBeUndefined();
});
