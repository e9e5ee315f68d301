import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getValue } from '#shared/result.ts';
import type { Actor } from '#shared/actor.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { asRole } from '#modules/cases/testing.ts';
import { centreA, inTestCentre } from '#tests/support/database.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { testWorld } from '#tests/support/world.ts';
import { aCaseToOrder, aDelivery, anOrderAccepted, anOrderPlaced, aNewOrder, aProvider, asProvider, rowOf } from '../testing.ts';
import { changeOrderStatus } from './changeOrder.ts';
import { confirmDelivered, correctDelivered, recordDelivered } from './deliveries.ts';
import { listOwnOrders } from './listOrders.ts';
import { getOrder } from './orderFile.ts';
import { placeOrders } from './placeOrders.ts';

/** Work in a transaction of its own that is kept. */
const kept = <T>(world: World, actor: Actor, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(world.database, centreA.id, (tx) =>
    work(makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' })),
  );
const program: Actor = { kind: 'system', task: 'test' };

test('whoever records at the same time, a limit holds', async () => {
  const world = await testWorld();
  const order = await kept(world, program, (scope) => anOrderAccepted(scope));
  const worker = userWithRole('providerWorker', { providerId: order.providerId });
  const record = () => kept(world, worker, (scope) => recordDelivered(scope, order.orderId, aDelivery(scope)));
  const answers = await Promise.all(Array.from({ length: 7 }, record));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
  for (const answer of answers) if (!answer.ok) expect(answer.refusal.map((each) => each.code)).toEqual(['limit-passed']);
  const { deliveries } = await kept(world, worker, (scope) => getOrder(scope, order.orderId));
  expect(deliveries.reduce((sum, entry) => sum + entry.quantity, 0)).toBe(3);
  // A second correction of the same entry at the same time finds it corrected.
  const entryId = deliveries[0]?.entryId ?? '';
  const correct = () =>
    kept(world, worker, (scope) => correctDelivered(scope, order.orderId, { entryId, reason: 'Nikogo nie było', replacement: null }));
  const corrections = await Promise.all([correct(), correct(), correct()]);
  expect(corrections.filter((answer) => answer.ok)).toHaveLength(1);
  const confirm = () =>
    kept(world, worker, (scope) =>
      confirmDelivered(scope, order.orderId, { entryId: deliveries[1]?.entryId ?? '', by: 'person', on: scope.today }),
    );
  expect((await Promise.all([confirm(), confirm()])).filter((answer) => answer.ok)).toHaveLength(1);
});

test('of two answers at once one wins and the other is told', async () => {
  const world = await testWorld();
  const order = await kept(world, program, (scope) => anOrderPlaced(scope));
  const answer = (to: 'accepted' | 'rejected') =>
    kept(world, userWithRole('providerManager', { providerId: order.providerId }), (scope) =>
      changeOrderStatus(scope, {
        orderId: order.orderId,
        version: 1,
        to,
        reason: to === 'rejected' ? { code: 'noCapacity', inOwnWords: '' } : null,
      }),
    );
  const answers = await Promise.all([answer('accepted'), answer('rejected')]);
  expect(answers.filter((each) => each.ok)).toHaveLength(1);
  expect(answers.flatMap((each) => (each.ok ? [] : each.refusal.map(({ code }) => code)))).toEqual(['order-changed']);
});

test('a list shows a provider its own running orders, each once, whatever the length of a page', () =>
  inTestCentre(async (scope) => {
    const opened = await aCaseToOrder(scope, 'Opieka', 'Dowóz', 'Obiady', 'Rozmowa');
    const providers = [await aProvider(scope, 'Alfa'), await aProvider(scope, 'Beta'), await aProvider(scope, 'Gamma')];
    const orders = providers.flatMap((providerId) => opened.serviceIds.map((serviceId) => aNewOrder(scope, serviceId, providerId)));
    const { orderIds } = getValue(await placeOrders(asRole(scope, 'serviceOrganiser'), { caseId: opened.caseId, version: null, orders }));
    const changes = ['accepted', 'rejected', null] as const;
    for (const [index, orderId] of orderIds.entries()) {
      const to = changes[index % changes.length] ?? null;
      const { providerId } = await rowOf(scope, orderId);
      const reason = to === 'rejected' ? ({ code: 'outsideArea', inOwnWords: '' } as const) : null;
      if (to) getValue(await changeOrderStatus(asProvider(scope, providerId), { orderId, version: 1, to, reason }));
    }
    const rows = await Promise.all(orderIds.map((orderId) => rowOf(scope, orderId)));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...providers), fc.integer({ min: 1, max: 6 }), async (providerId, limit) => {
        const mine = asProvider(scope, providerId);
        const seen: string[] = [];
        let cursor: { key: string; id: string; back: boolean } | null = null;
        for (let pages = 0; pages < 20; pages += 1) {
          const list = await listOwnOrders(mine, { words: '', statuses: [], onlyOpen: false, cursor, limit });
          expect(list.rows.length).toBeLessThanOrEqual(limit);
          seen.push(...list.rows.map((row) => row.id));
          if (!list.next) break;
          cursor = { ...list.next, back: false };
        }
        const expected = rows.filter((row) => row.providerId === providerId && row.status !== 'rejected').map((row) => row.id);
        expect(seen.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 20 },
    );
    const found = await listOwnOrders(asProvider(scope, providers[0] ?? ''), {
      words: 'OBIADY łucja',
      statuses: [],
      onlyOpen: false,
      cursor: null,
      limit: 9,
    });
    expect(found.rows.map((row) => row.content.serviceName)).toEqual(['Obiady']);
  }));
