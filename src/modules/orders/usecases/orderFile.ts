import { actorKey, rolesOf, type Actor } from '#shared/actor.ts';
import { toIsoInstant } from '#shared/isoTime.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getCase, type DeliveredSum } from '#modules/cases/index.ts';
import { entriesInForce, type DeliveryEntry, type DeliveryFacts, type Ledger } from '../domain/deliveries.ts';
import { limitUsage } from '../domain/limits.ts';
import { foldOrder, type Order, type OrderActor, type OrderEvent } from '../domain/order.ts';
import { isOrderAccepted, isOrderLost, isOrderOpen, type OrderParty } from '../domain/orderStates.ts';
import { isInProvidersSight } from '../domain/sight.ts';
import { actsForProvider, maySeeOrder } from '../policy.ts';
import { listDeliveries, type StoredDelivery } from '../store/deliveryStore.ts';
import { findLink } from '../store/linkStore.ts';
import { listClosedMonths } from '../store/monthStore.ts';
import { findOrderRow, listOrderEvents, listOrdersOfCase, type OrderRow } from '../store/orderStore.ts';
import { listOrdersUnlikePlan } from './ordersAndPlan.ts';

/** An order with its history and what was delivered under it. */
export interface OrderFile {
  readonly row: OrderRow;
  readonly order: Order;
  readonly events: readonly OrderEvent[];
  readonly deliveries: readonly StoredDelivery[];
  /** What is used and left of each limit today; other orders of the same service for the same person count too. */
  readonly usage: ReturnType<typeof limitUsage>;
  readonly closedMonths: readonly string[];
}

/**
 * An order for whoever asks. A provider sees its own orders while it needs them; the bearer of a link the one order,
 * while the link lives.
 * @throws NotFound when there is no such order, or none for this actor
 */
export async function getOrder(scope: CentreScope, orderId: string): Promise<OrderFile> {
  return readFile(scope, await getVisibleRow(scope, orderId));
}

/** @throws NotFound as {@link getOrder} */
export async function getVisibleRow(scope: CentreScope, orderId: string): Promise<OrderRow> {
  const row = await getOwnRow(scope, orderId);
  if (!isInSight(scope, row)) throw new NotFound('order out of sight');
  return row;
}

/** Whether the actor may see the person behind an order of theirs: staff always, a provider while it needs to. */
export function isInSight(scope: CentreScope, row: OrderRow): boolean {
  if (!actsForProvider(scope.actor)) return true;
  return isInProvidersSight({ status: row.status, changedAt: toIsoInstant(row.changedAt) }, toIsoInstant(scope.now));
}

/**
 * The row of an order that is the actor's, even when its person is out of sight: only for telling how the order stands.
 * @throws NotFound when it is not theirs, or their link is too old
 */
export async function getOwnRow(scope: CentreScope, orderId: string): Promise<OrderRow> {
  const row = await findOrderRow(scope.tx, orderId);
  if (!row || !maySeeOrder(scope.actor, row).allowed) throw new NotFound('order');
  if (scope.actor.kind === 'orderLink') {
    const link = await findLink(scope.tx, scope.actor.linkId);
    if (link?.orderId !== orderId || Temporal.Instant.compare(link.expiresAt, scope.now) <= 0) throw new NotFound('link over');
  }
  return row;
}

async function readFile(scope: CentreScope, row: OrderRow): Promise<OrderFile> {
  const events = (await listOrderEvents(scope.tx, [row.id])).get(row.id) ?? [];
  const siblings = (await listOrdersOfCase(scope.tx, row.caseId)).filter((each) => each.serviceId === row.serviceId);
  const entries = await listDeliveries(scope.tx, { orderIds: siblings.map((each) => each.id) });
  const inForce = entriesInForce({ entries, closedMonths: [] });
  return {
    row,
    order: foldOrder(events),
    events,
    deliveries: entries.filter((entry) => entry.orderId === row.id),
    usage: limitUsage(inForce, row.content.limits, scope.today.toString()),
    closedMonths: await listClosedMonths(scope.tx, row.providerId),
  };
}

/** Orders of a case with what was delivered, oldest first. For pages of the case: the caller has decided who may see it. */
export async function listFilesOfCase(scope: CentreScope, caseId: string): Promise<OrderFile[]> {
  const rows = await listOrdersOfCase(scope.tx, caseId);
  const ids = rows.map((row) => row.id);
  const histories = await listOrderEvents(scope.tx, ids);
  const entries = await listDeliveries(scope.tx, { orderIds: ids });
  return rows.map((row) => {
    const events = histories.get(row.id) ?? [];
    const siblings = new Set(rows.filter((each) => each.serviceId === row.serviceId).map((each) => each.id));
    const inForce = entriesInForce({ entries: entries.filter((entry) => siblings.has(entry.orderId)), closedMonths: [] });
    return {
      row,
      order: foldOrder(events),
      events,
      deliveries: entries.filter((entry) => entry.orderId === row.id),
      usage: limitUsage(inForce, row.content.limits, scope.today.toString()),
      closedMonths: [],
    };
  });
}

/** What decisions on a case need to know of its orders. */
export async function orderFactsOf(scope: CentreScope, caseId: string) {
  const rows = await listOrdersOfCase(scope.tx, caseId);
  const idsOf = (fits: (status: OrderRow['status']) => boolean) => rows.filter((row) => fits(row.status)).map((row) => row.id);
  const entries = await listDeliveries(scope.tx, { orderIds: rows.map((row) => row.id) });
  const inForce = entriesInForce({ entries, closedMonths: [] });
  const days = inForce.map((entry) => entry.on);
  const lastDeliveredOn = days.reduce<string | null>((last, on) => (last === null || on > last ? on : last), null);
  const unlikePlan = await listOrdersUnlikePlan(scope, caseId, rows);
  return {
    openOrderIds: idsOf(isOrderOpen),
    acceptedOrderIds: idsOf(isOrderAccepted),
    lostOrderIds: idsOf(isOrderLost),
    lastDeliveredOn,
    delivered: sumByService(rows, inForce),
    servicesOrderedUnlikePlan: [...new Set(unlikePlan.map(({ row }) => row.serviceId))],
    providersByService: Object.fromEntries(rows.filter((row) => row.isOpen).map((row) => [row.serviceId, row.content.providerName])),
  };
}

/** Sums of what was delivered, one for each service and unit. */
function sumByService(rows: readonly OrderRow[], entries: readonly DeliveryEntry[]) {
  const serviceOf = new Map(rows.map((row) => [row.id, row.serviceId]));
  const sums = new Map<string, DeliveredSum>();
  for (const { orderId, unit, quantity, minutes } of entries) {
    const serviceId = serviceOf.get(orderId) ?? '';
    const sum = sums.get(`${serviceId} ${unit}`) ?? { serviceId, unit, quantity: 0, minutes: 0 };
    sums.set(`${serviceId} ${unit}`, { ...sum, quantity: sum.quantity + quantity, minutes: sum.minutes + (minutes ?? 0) });
  }
  return [...sums.values()];
}

/** When the services of a case rest: the suspensions of its history, each to its end or to the day before the return. */
export async function suspensionsOf(scope: CentreScope, caseId: string): Promise<DeliveryFacts['suspensions']> {
  const { events } = await getCase(scope, caseId);
  const suspensions: { from: string; to: string | null }[] = [];
  for (const event of events) {
    if (event.type === 'suspended') suspensions.push({ from: event.data.from, to: event.data.to });
    const last = suspensions.at(-1);
    if (event.type === 'resumed' && last) last.to = Temporal.PlainDate.from(event.data.on).subtract({ days: 1 }).toString();
  }
  return suspensions;
}

/** The ledger of all orders of one service of one person, under the closed months of one provider. */
export async function ledgerOf(scope: CentreScope, orderIds: readonly string[], providerId: string): Promise<Ledger> {
  return { entries: await listDeliveries(scope.tx, { orderIds }), closedMonths: await listClosedMonths(scope.tx, providerId) };
}

/** As whom somebody stands in the history of an order. */
export function orderActorOf(actor: Actor): OrderActor {
  if (actor.kind === 'system' || actor.kind === 'anonymous') return { role: 'system', id: null };
  if (actor.kind === 'orderLink') return { role: 'providerWorker', id: null };
  if (actor.kind === 'caseHolder') return { role: 'resident', id: null };
  const working = rolesOf(actor).find((role) => role === 'providerManager' || role === 'providerWorker' || role === 'serviceOrganiser');
  return { role: working ?? rolesOf(actor)[0] ?? 'resident', id: actor.userId };
}
export const partyOf = (actor: Actor): OrderParty => (actsForProvider(actor) ? 'target' : 'requester');
/** The name of the actor beside entries; holds no personal data. */
export const signatureOf = (actor: Actor): string => actorKey(actor);
