import { expect, test } from 'vitest';
import { getValue } from '#shared/result.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { aDelivery, anOrderAccepted, asProvider } from '../testing.ts';
import { correctDelivered, recordDelivered } from './deliveries.ts';
import { closeOwnMonth } from './months.ts';
import { getOrder } from './orderFile.ts';
import { getSettlement, listSettledIn, listSettlements } from './settlements.ts';

test('a month is summed by provider, service and unit; corrections of closed months are settled in the open one', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderAccepted(scope, { provider: 'Fundacja Ławka' });
    const other = await anOrderAccepted(scope, { provider: 'Firma Ćma', unit: 'hour', limit: { amount: 40, per: 'month' } });
    const manager = asProvider(scope, order.providerId);
    const february = Temporal.PlainDate.from('2026-02-10');
    getValue(await recordDelivered(manager, order.orderId, aDelivery(scope, { on: february, quantity: 2 })));
    getValue(await recordDelivered(manager, order.orderId, aDelivery(scope, { on: february.add({ days: 1 }), confirmedBy: 'family' })));
    getValue(await recordDelivered(asProvider(scope, other.providerId), other.orderId, aDelivery(scope, { on: february, minutes: 90 })));
    getValue(await closeOwnMonth(manager, { month: '2026-02', version: 0, acceptUnconfirmed: true }));

    const accountant = { ...scope, actor: userWithRole('accountant') };
    const [firm, foundation, ...rest] = await listSettlements(accountant, '2026-02');
    expect(rest).toEqual([]);
    expect(firm).toMatchObject({ name: 'Firma Ćma', closedAt: null, services: [{ orders: 1, unit: 'hour', quantity: 1, minutes: 90 }] });
    expect(foundation).toMatchObject({
      name: 'Fundacja Ławka',
      closedAt: scope.now,
      services: [{ serviceName: 'Opieka w domu', orders: 1, unit: 'visit', quantity: 3, unconfirmed: 1, fromOtherMonths: 0 }],
    });

    const { rows } = await listSettledIn(accountant, { month: '2026-02', providerId: order.providerId, after: null, limit: 10 });
    expect(rows).toMatchObject([{ orderId: order.orderId, quantity: 3, unconfirmed: 1 }]);
    const [first] = (await getOrder(manager, order.orderId)).deliveries;
    const correction = { entryId: first?.entryId ?? '', reason: 'Była jedna wizyta', replacement: aDelivery(scope, { on: february }) };
    getValue(await correctDelivered(manager, order.orderId, correction));
    // What was settled stays; the counter-entry and the right one belong to March.
    expect((await getSettlement(accountant, order.providerId, '2026-02')).services).toMatchObject([{ quantity: 3, unconfirmed: 0 }]);
    expect((await getSettlement(accountant, order.providerId, '2026-03')).services).toMatchObject([
      { quantity: -1, unconfirmed: 1, fromOtherMonths: 2 },
    ]);
  }));

test('orders are listed page by page, and a provider that did nothing is seen when it closed the month', () =>
  inTestCentre(async (scope) => {
    const first = await anOrderAccepted(scope);
    const second = await anOrderAccepted(scope, { providerId: first.providerId });
    const manager = asProvider(scope, first.providerId);
    for (const { orderId } of [first, second]) getValue(await recordDelivered(manager, orderId, aDelivery(scope)));
    getValue(await closeOwnMonth(manager, { month: '2026-01', version: 0, acceptUnconfirmed: false }));

    const director = { ...scope, actor: userWithRole('director') };
    const month = scope.today.toString().slice(0, 7);
    const one = await listSettledIn(director, { month, after: null, limit: 1 });
    const [row] = one.rows;
    const two = await listSettledIn(director, { month, after: row ? { number: row.number, id: row.orderId } : null, limit: 1 });
    expect([...one.rows, ...two.rows].map((each) => each.orderId)).toEqual([first.orderId, second.orderId]);
    expect([one.hasMore, two.hasMore]).toEqual([true, false]);
    expect(await listSettlements(director, '2026-01')).toMatchObject([{ id: first.providerId, closedAt: scope.now, services: [] }]);
    await expect(listSettlements({ ...scope, actor: userWithRole('frontDesk') }, month)).rejects.toThrow();
    await expect(listSettlements(manager, month)).rejects.toThrow();
  }));
