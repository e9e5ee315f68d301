import { toIsoInstant } from '#shared/isoTime.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { actOnCase, type CaseConflict, type CaseRefusal } from '#modules/cases/index.ts';
import {
  confirmDelivery,
  correctDelivery,
  evolveLedger,
  recordDelivery,
  type Confirmation,
  type DeliveryFacts,
  type DeliveryRefusal,
  type Ledger,
  type LedgerEvent,
  type NewEntry,
  findAlike,
} from '../domain/deliveries.ts';
import { changeOrder, evolveOrder, foldOrder, type Order } from '../domain/order.ts';
import { isOrderAccepted } from '../domain/orderStates.ts';
import { insertConfirmation, insertDelivery, listDeliveries } from '../store/deliveryStore.ts';
import { lockMonth } from '../store/monthStore.ts';
import { listOrderEvents, lockOrdersOf, type OrderRow } from '../store/orderStore.ts';
import { carryOut, type ChangeRefusal } from './changeOrder.ts';
import { getVisibleRow, ledgerOf, orderActorOf, partyOf, signatureOf, suspensionsOf } from './orderFile.ts';

export interface DeliveredInput {
  readonly on: Temporal.PlainDate;
  readonly quantity: number;
  readonly minutes: number | null;
  /** Who delivered, by name; providers answer for their own people. */
  readonly worker: string;
  readonly note: string | null;
  /** Who confirmed at once; null when nobody has yet. */
  readonly confirmedBy: Confirmation['by'] | null;
  /** Whoever writes it knows that an entry like this is there, and means a second one. */
  readonly isAnother?: boolean;
}
export type DeliveringRefusal = DeliveryRefusal | ChangeRefusal | CaseRefusal | CaseConflict | { readonly code: 'not-the-provider' };

/** One person's orders of one service under lock, and what rules need to judge an entry of one of them. */
interface Desk {
  readonly row: OrderRow;
  readonly order: Order;
  readonly ledger: Ledger;
  readonly facts: DeliveryFacts;
}

async function takeDesk(scope: CentreScope, orderId: string, months: readonly string[]): Promise<Desk> {
  const seen = await getVisibleRow(scope, orderId);
  for (const month of [...new Set(months)].toSorted()) await lockMonth(scope.tx, seen.providerId, month);
  const locked = await lockOrdersOf(scope.tx, seen.personId, seen.serviceId);
  const row = locked.find((each) => each.id === orderId);
  if (!row) throw new NotFound('order');
  const order = foldOrder((await listOrderEvents(scope.tx, [orderId])).get(orderId) ?? []);
  const ledger = await ledgerOf(
    scope,
    locked.map((each) => each.id),
    row.providerId,
  );
  const suspensions = await suspensionsOf(scope, row.caseId);
  return { row, order, ledger, facts: { now: toIsoInstant(scope.now), order, limits: row.content.limits, suspensions } };
}

/**
 * Records a delivered unit under an order of the actor's provider. The first one starts the service, in the order and
 * in the case. Limits hold whoever else records at the same time.
 * @throws NotFound when the actor may not see the order
 */
export async function recordDelivered(
  scope: CentreScope,
  orderId: string,
  input: DeliveredInput,
): Promise<Result<{ readonly entryId: string }, readonly DeliveringRefusal[]>> {
  if (partyOf(scope.actor) !== 'target') return refuse([{ code: 'not-the-provider' }]);
  const desk = await takeDesk(scope, orderId, [input.on.toString().slice(0, 7)]);
  const entry = entryOf(desk.row, input);
  const alike = await refuseAlike(scope, entry, input);
  if (alike) return refuse([alike]);
  const isFirst = desk.order.status === 'accepted';
  const facts = isFirst ? { ...desk.facts, order: started(scope, desk.order) } : desk.facts;
  const recorded = recordDelivery(desk.ledger, entry, facts);
  if (!recorded.ok) return refuse(recorded.refusal);
  const events = confirmedAtOnce(desk.ledger, [recorded.value], input, scope);
  if (!events.ok) return refuse(events.refusal);

  if (isFirst) {
    const change = { to: 'in-progress', by: 'target', actor: orderActorOf(scope.actor), reason: null } as const;
    const moved = await carryOut(scope, desk.row, change);
    if (!moved.ok) return refuse(moved.refusal);
    const data = { orderId, startedOn: input.on.toString() };
    const acted = await actOnCase(scope, desk.row.caseId, null, { type: 'startService', data });
    if (!acted.ok) return refuse(acted.refusal);
  }
  await write(scope, events.value, input.worker);
  return ok({ entryId: entry.entryId });
}

/** The order as it will stand when its first delivery is recorded. */
function started(scope: CentreScope, order: Order): Order {
  const change = { to: 'in-progress', by: 'target', actor: orderActorOf(scope.actor), reason: null } as const;
  const decided = changeOrder(order, change, toIsoInstant(scope.now));
  return decided.ok ? evolveOrder(order, decided.value) : order;
}

export interface CorrectionInput {
  readonly entryId: string;
  readonly reason: string;
  /** What it should have been; null when nothing was delivered. */
  readonly replacement: DeliveredInput | null;
}

/**
 * Corrects an entry by an entry of the opposite amount and, if given, a new one. Closed months keep their sums.
 * @throws NotFound when the actor may not see the order
 */
export async function correctDelivered(
  scope: CentreScope,
  orderId: string,
  { entryId, reason, replacement }: CorrectionInput,
): Promise<Result<null, readonly DeliveringRefusal[]>> {
  if (partyOf(scope.actor) !== 'target') return refuse([{ code: 'not-the-provider' }]);
  const original = (await listDeliveries(scope.tx, { orderIds: [orderId] })).find((each) => each.entryId === entryId);
  const months = [original?.month, replacement?.on.toString().slice(0, 7), scope.today.toString().slice(0, 7)];
  const desk = await takeDesk(
    scope,
    orderId,
    months.flatMap((month) => month ?? []),
  );
  if (!original) return refuse([{ code: 'entry-unknown', entryId }]);
  // Ids tell the order of entries of one moment: first what is taken back, then what stands in its place.
  const counterEntryId = newId();
  const entry = replacement && entryOf(desk.row, replacement);
  const alike = replacement && entry && (await refuseAlike(scope, entry, replacement, entryId));
  const correction = { entryId, counterEntryId, reason, replacement: entry };
  const corrected = correctDelivery(desk.ledger, correction, desk.facts);
  if (!corrected.ok) return refuse(corrected.refusal);
  if (alike) return refuse([alike]);
  const events = replacement ? confirmedAtOnce(desk.ledger, corrected.value, replacement, scope) : corrected;
  if (!events.ok) return refuse(events.refusal);
  const [counter, ...rest] = events.value;
  if (counter) await write(scope, [counter], original.worker);
  await write(scope, rest, replacement?.worker ?? original.worker);
  return ok(null);
}

/** Records who confirmed an entry. @throws NotFound when the actor may not see the order */
export async function confirmDelivered(
  scope: CentreScope,
  orderId: string,
  { entryId, ...confirmation }: { readonly entryId: string; readonly by: Confirmation['by']; readonly on: Temporal.PlainDate },
): Promise<Result<null, readonly DeliveringRefusal[]>> {
  if (partyOf(scope.actor) !== 'target') return refuse([{ code: 'not-the-provider' }]);
  const desk = await takeDesk(scope, orderId, []);
  if (!desk.ledger.entries.some((each) => each.entryId === entryId && each.orderId === orderId))
    return refuse([{ code: 'entry-unknown', entryId }]);
  const confirmed = confirmDelivery(desk.ledger, entryId, { by: confirmation.by, on: confirmation.on.toString() }, toIsoInstant(scope.now));
  if (!confirmed.ok) return refuse(confirmed.refusal);
  await write(scope, [confirmed.value], '');
  return ok(null);
}

/** Asked under the lock of the order, so that two who write the same at once are not both believed. */
async function refuseAlike(
  scope: CentreScope,
  entry: NewEntry,
  { worker, isAnother }: DeliveredInput,
  besides: string | null = null,
): Promise<DeliveryRefusal | undefined> {
  if (isAnother) return undefined;
  const entries = await listDeliveries(scope.tx, { orderIds: [entry.orderId] });
  const alike = findAlike(entries, { ...entry, worker }, besides);
  return alike && { code: 'entry-alike', entryId: alike.entryId, on: alike.on, worker: alike.worker };
}

function entryOf(row: OrderRow, { on, quantity, minutes, note }: DeliveredInput): NewEntry {
  return { entryId: newId(), orderId: row.id, on: on.toString(), unit: row.content.unit, quantity, minutes, note };
}

/** The events of a recording with the confirmation given along with it. */
function confirmedAtOnce(
  ledger: Ledger,
  events: readonly LedgerEvent[],
  { confirmedBy, on }: DeliveredInput,
  scope: CentreScope,
): Result<readonly LedgerEvent[], readonly DeliveryRefusal[]> {
  const last = events.at(-1);
  if (confirmedBy === null || last?.type !== 'delivered') return ok(events);
  const confirmation = { by: confirmedBy, on: on.toString() };
  const confirmed = confirmDelivery(events.reduce(evolveLedger, ledger), last.entry.entryId, confirmation, toIsoInstant(scope.now));
  return confirmed.ok ? ok([...events, confirmed.value]) : confirmed;
}

async function write(scope: CentreScope, events: readonly LedgerEvent[], worker: string): Promise<void> {
  const by = signatureOf(scope.actor);
  for (const event of events) {
    if (event.type === 'delivered') await insertDelivery(scope.tx, event.entry, worker, by);
    if (event.type === 'confirmed') await insertConfirmation(scope.tx, event.entryId, event.confirmation, scope.now, by);
  }
}

/** True when entries may be written under the order now. */
export const takesDeliveries = (row: Pick<OrderRow, 'status'>): boolean => isOrderAccepted(row.status) || row.status === 'completed';
