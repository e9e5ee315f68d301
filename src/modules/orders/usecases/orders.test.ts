import { expect, test } from 'vitest';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getCase } from '#modules/cases/index.ts';
import { act, asRole } from '#modules/cases/testing.ts';
import { revisePlan, savePlanPart } from '#modules/plans/index.ts';
import { agreeAndApprove, aPlannedCase, must } from '#modules/plans/testing.ts';
import { inTestCentre } from '#tests/support/database.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { listDocuments } from '#platform/documents/archive.ts';
import { aDelivery, aNewOrder, anOrderAccepted, anOrderPlaced, aProvider, asProvider, rowOf } from '../testing.ts';
import { pauseInWords } from '../web/words.ts';
import { changeOrderStatus } from './changeOrder.ts';
import { confirmDelivered, correctDelivered, recordDelivered } from './deliveries.ts';
import { closeOwnMonth, getOwnMonth, reopenProviderMonth } from './months.ts';
import { getOrder, orderFactsOf } from './orderFile.ts';
import { placeOrders } from './placeOrders.ts';
import { watchAnswers } from './watchAnswers.ts';

/** The same story some days later. */
const later = (scope: CentreScope, days: number): CentreScope => ({
  ...scope,
  now: scope.now.add({ hours: 24 * days }),
  today: scope.today.add({ days }),
});
const codes = (answer: { ok: true } | { ok: false; refusal: readonly { code: string }[] }) =>
  answer.ok ? [] : answer.refusal.map((each) => each.code);

test('an order is numbered, printed for its provider, and the case is referred', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderPlaced(scope);
    const row = await rowOf(scope, order.orderId);
    expect(row).toMatchObject({ number: 'Z/1/2026', status: 'requested', isOpen: true });
    expect(row.content.recipient).toEqual({ name: 'Łucja Przykładowa', address: 'ul. Źródlana 3, 00-000 Jodłowo', phone: null });
    expect((await getCase(scope, order.caseId)).state.status).toBe('REFERRED');
    const documents = await listDocuments(scope, order.caseId);
    expect(documents.filter((each) => each.kind === 'serviceOrder')).toMatchObject([{ providerId: order.providerId, forResident: false }]);
    expect(await orderFactsOf(scope, order.caseId)).toMatchObject({
      openOrderIds: [order.orderId],
      acceptedOrderIds: [],
      lastDeliveredOn: null,
      delivered: [],
      lostOrderIds: [],
      servicesOrderedUnlikePlan: [],
    });
  }));

test('a provider sees its own orders and no others, and rejected ones no more', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderPlaced(scope);
    const other = await anOrderPlaced(scope);
    const mine = asProvider(scope, order.providerId);
    expect((await getOrder(mine, order.orderId)).row.id).toBe(order.orderId);
    await expect(getOrder(mine, other.orderId)).rejects.toThrow(NotFound);
    const reason = { code: 'noCapacity', inOwnWords: '' } as const;
    expect(codes(await changeOrderStatus(mine, { orderId: order.orderId, version: 1, to: 'rejected', reason }))).toEqual([]);
    await expect(getOrder(mine, order.orderId)).rejects.toThrow(NotFound);
    expect(await rowOf(scope, order.orderId)).toMatchObject({ status: 'rejected', needsProvider: true });
  }));

test('the second of two answers learns how the order stands', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderPlaced(scope);
    const answer = { orderId: order.orderId, version: 1, to: 'accepted', reason: null } as const;
    expect(codes(await changeOrderStatus(asProvider(scope, order.providerId), answer))).toEqual([]);
    const late = await changeOrderStatus(asProvider(scope, order.providerId, 'providerWorker'), answer);
    expect(late).toEqual({ ok: false, refusal: [{ code: 'order-changed', status: 'accepted', version: 2 }] });
  }));

test('the first delivery starts the service; limits, corrections and confirmations hold', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderAccepted(scope);
    const provider = asProvider(scope, order.providerId, 'providerWorker');
    const first = await recordDelivered(provider, order.orderId, aDelivery(scope, { confirmedBy: 'person' }));
    expect(codes(first)).toEqual([]);
    expect((await rowOf(scope, order.orderId)).status).toBe('in-progress');
    expect((await getCase(scope, order.caseId)).state.status).toBe('ACTIVE');
    expect(codes(await recordDelivered(provider, order.orderId, aDelivery(scope, { quantity: 2 })))).toEqual([]);
    const tooMuch = await recordDelivered(provider, order.orderId, aDelivery(scope));
    expect(tooMuch).toMatchObject({ refusal: [{ code: 'limit-passed', excess: { used: 3, asked: 1, left: 0 } }] });
    const file = await getOrder(provider, order.orderId);
    const [one, two] = file.deliveries;
    expect(file.usage[0]).toMatchObject({ used: 3, left: 0 });
    const correction = { entryId: two?.entryId ?? '', reason: 'Była jedna wizyta', replacement: aDelivery(scope) };
    expect(codes(await correctDelivered(provider, order.orderId, correction))).toEqual([]);
    expect(codes(await correctDelivered(provider, order.orderId, correction))).toEqual(['already-reversed']);
    const after = await getOrder(provider, order.orderId);
    expect(after.usage[0]).toMatchObject({ used: 2, left: 1 });
    expect(after.deliveries.map((entry) => entry.quantity)).toEqual([1, 2, -2, 1]);
    const confirm = (entryId: string) => confirmDelivered(provider, order.orderId, { entryId, by: 'family', on: scope.today });
    expect(codes(await confirm(one?.entryId ?? ''))).toEqual(['already-confirmed']);
    expect(codes(await confirm(after.deliveries[3]?.entryId ?? ''))).toEqual([]);
    expect(codes(await recordDelivered({ ...scope, actor: userWithRole('director') }, order.orderId, aDelivery(scope)))).toEqual([
      'not-the-provider',
    ]);
  }));

test('nothing is delivered while the case is suspended', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderAccepted(scope);
    const provider = asProvider(scope, order.providerId);
    await recordDelivered(provider, order.orderId, aDelivery(scope));
    const data = { reason: 'hospital', from: scope.today.add({ days: 1 }).toString(), to: null, note: null } as const;
    const sent: string[] = [];
    const listening: CentreScope = { ...scope, mail: async (draft) => void sent.push(`${draft.subject}\n${draft.text}`) };
    await act(listening, order.caseId, 'planCoordinator', { type: 'suspend', data });
    // The provider is told of the days, not of the person and the reason.
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('przerwa od 3 marca 2026 do odwołania');
    expect(sent[0]).not.toMatch(/Łucja|szpital/);
    const today = scope.today;
    expect(pauseInWords(await rowOf(scope, order.orderId), today)?.tag).toBe('wstrzymane od 03.03.2026');
    const tomorrow = asProvider(later(scope, 1), order.providerId);
    expect(codes(await recordDelivered(tomorrow, order.orderId, aDelivery(tomorrow)))).toEqual(['suspended']);
    expect(codes(await recordDelivered(tomorrow, order.orderId, aDelivery(scope)))).toEqual([]);
    const then = { ...later(listening, 2), mail: listening.mail };
    await act(then, order.caseId, 'planCoordinator', { type: 'resume', data: { on: then.today.toString(), note: null } });
    expect(sent[1]).toContain('koniec przerwy 4 marca 2026');
    expect(pauseInWords(await rowOf(scope, order.orderId), then.today)).toBeUndefined();
  }));

test('a closed month takes nothing until the centre opens it', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderAccepted(scope);
    const manager = asProvider(scope, order.providerId);
    const february = Temporal.PlainDate.from('2026-02-10');
    await recordDelivered(manager, order.orderId, aDelivery(scope, { on: february }));
    const close = (acceptUnconfirmed: boolean, version = 0) => closeOwnMonth(manager, { month: '2026-02', version, acceptUnconfirmed });
    expect(codes(await close(false))).toEqual(['unconfirmed']);
    expect(codes(await close(true, 5))).toEqual(['month-changed']);
    expect(codes(await close(true))).toEqual([]);
    expect(codes(await closeOwnMonth(manager, { month: '2026-03', version: 0, acceptUnconfirmed: true }))).toEqual(['month-not-over']);
    expect(codes(await recordDelivered(manager, order.orderId, aDelivery(scope, { on: february })))).toEqual(['month-closed']);
    expect(await getOwnMonth(manager, '2026-02')).toMatchObject({ isClosed: true, totals: [{ unit: 'visit', quantity: 1 }] });
    const reopen = { providerId: order.providerId, month: '2026-02', reason: 'Brakuje jednej wizyty' };
    await expect(reopenProviderMonth(manager, reopen)).rejects.toThrow();
    const organiser = { ...scope, actor: userWithRole('serviceOrganiser') };
    expect(codes(await reopenProviderMonth(organiser, { ...reopen, reason: ' ' }))).toEqual(['reason-missing']);
    expect(codes(await reopenProviderMonth(organiser, reopen))).toEqual([]);
    expect(codes(await recordDelivered(manager, order.orderId, aDelivery(scope, { on: february })))).toEqual([]);
  }));

test('unanswered orders are reminded of once on the fifth day and expire after the eighth', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderPlaced(scope);
    const sent: string[] = [];
    const on = async (days: number) => {
      const then = later(scope, days);
      await watchAnswers({ ...then, actor: { kind: 'system', task: 'test' }, mail: async (draft) => void sent.push(draft.subject) });
    };
    for (const days of [4, 5, 5, 6, 8]) await on(days);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('Przypomnienie');
    expect((await rowOf(scope, order.orderId)).status).toBe('requested');
    await on(9);
    await on(9);
    expect(sent).toHaveLength(2);
    expect(await rowOf(scope, order.orderId)).toMatchObject({ status: 'cancelled', needsProvider: true, isOpen: false });
  }));

test('a new version of the plan with another amount asks the organiser to order by it', () =>
  inTestCentre(async (scope) => {
    const planned = await aPlannedCase(scope);
    await agreeAndApprove(scope, planned.caseId);
    const serviceId = planned.serviceIds[0] ?? '';
    const organiser = asRole(scope, 'serviceOrganiser');
    const providerId = await aProvider(scope, 'Wykonawca planu');
    const order = aNewOrder(scope, serviceId, providerId, { unit: 'hour', limit: null, from: scope.today });
    const placed = await placeOrders(organiser, { caseId: planned.caseId, version: null, orders: [order] });
    const orderId = placed.ok ? (placed.value.orderIds[0] ?? '') : '';
    expect((await rowOf(scope, orderId)).content.limits).toEqual([{ measure: 'minutes', per: 'month', most: 1200 }]);
    const coordinator = asRole(scope, 'planCoordinator');
    const revised = must(await revisePlan(coordinator, planned.caseId, null, 'Potrzeba więcej godzin'));
    const services = (revised.versions.at(-1)?.content.services ?? []).map((each) => ({ ...each, quantity: 30 }));
    must(await savePlanPart(coordinator, planned.caseId, 1, { services }));
    expect((await orderFactsOf(scope, planned.caseId)).servicesOrderedUnlikePlan).toEqual([]);
    await agreeAndApprove(scope, planned.caseId);
    expect((await orderFactsOf(scope, planned.caseId)).servicesOrderedUnlikePlan).toEqual([serviceId]);
  }));

test('a new order ends the search for a provider', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderPlaced(scope);
    const reason = { code: 'noCapacity', inOwnWords: '' } as const;
    await changeOrderStatus(asProvider(scope, order.providerId), { orderId: order.orderId, version: 1, to: 'rejected', reason });
    expect((await rowOf(scope, order.orderId)).needsProvider).toBe(true);
    const orders = [aNewOrder(scope, order.serviceId, await aProvider(scope, 'Inny wykonawca'))];
    await placeOrders(asRole(scope, 'serviceOrganiser'), { caseId: order.caseId, version: null, orders });
    expect((await rowOf(scope, order.orderId)).needsProvider).toBe(false);
  }));

test('the end of a case takes its orders back and tells their providers, without naming the person', () =>
  inTestCentre(async (scope) => {
    const order = await anOrderAccepted(scope);
    const sent: string[] = [];
    const listening: CentreScope = { ...scope, mail: async (draft) => void sent.push(draft.text) };
    await act(listening, order.caseId, 'planCoordinator', {
      type: 'close',
      data: { ending: 'moved', occurredOn: scope.today.toString(), note: null },
    });
    expect(await rowOf(scope, order.orderId)).toMatchObject({ status: 'cancelled', needsProvider: false });
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toContain('Łucja');
  }));
