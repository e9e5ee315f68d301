import { toIsoInstant } from '#shared/isoTime.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { refreshNextStep } from '#modules/cases/index.ts';
import {
  changeOrder,
  evolveOrder,
  foldOrder,
  needsAnotherProvider,
  type Order,
  type OrderRefusal,
  type StatusChange,
} from '../domain/order.ts';
import { isOrderLost, isOrderOpen, type OrderStatus, type StatusReason } from '../domain/orderStates.ts';
import { endLinks } from '../store/linkStore.ts';
import { appendOrderEvent, findOrderRow, listOrderEvents, updateOrder, type OrderRow } from '../store/orderStore.ts';
import { mailCancellation } from './letters.ts';
import { getOwnRow, isInSight, orderActorOf, partyOf } from './orderFile.ts';

/** Somebody changed the order in between: how it stands now. */
export type OrderConflict = { readonly code: 'order-changed'; readonly status: OrderStatus; readonly version: number };
export type ChangeRefusal = OrderRefusal | OrderConflict;

export interface OrderChangeInput {
  readonly orderId: string;
  /** The version the actor saw. */
  readonly version: number;
  readonly to: OrderStatus;
  readonly reason: StatusReason | null;
}

/**
 * Changes the status of an order for whoever acts: a provider accepts, rejects, holds, resumes, completes, fails or gives
 * back; the centre takes back. Of two who answer at once one wins and the other learns how the order stands.
 * @throws NotFound when the actor may not see the order
 */
export async function changeOrderStatus(
  scope: CentreScope,
  { orderId, version, to, reason }: OrderChangeInput,
): Promise<Result<Order, readonly ChangeRefusal[]>> {
  const row = await getOwnRow(scope, orderId);
  if (row.version !== version) return refuse([{ code: 'order-changed', status: row.status, version: row.version }]);
  if (!isInSight(scope, row)) throw new NotFound('order out of sight');
  const change = { to, by: partyOf(scope.actor), actor: orderActorOf(scope.actor), reason };
  return carryOut(scope, row, change);
}

/** Decides, appends and writes the projection; the caller has loaded the row and decided who may. */
export async function carryOut(scope: CentreScope, row: OrderRow, change: StatusChange): Promise<Result<Order, readonly ChangeRefusal[]>> {
  const before = foldOrder((await listOrderEvents(scope.tx, [row.id])).get(row.id) ?? []);
  // Somebody else's change was committed between reading the row and reading its history.
  if (before.version !== row.version) return changedMeanwhile(scope, row);
  const decided = changeOrder(before, change, toIsoInstant(scope.now));
  if (!decided.ok) return refuse(decided.refusal);
  const order = evolveOrder(before, decided.value);
  const isFirst = await updateOrder(scope.tx, row.id, row.version, {
    version: order.version,
    status: order.status,
    isOpen: isOrderOpen(order.status),
    needsProvider: needsAnotherProvider(order),
    changedAt: scope.now,
  });
  if (!isFirst) return changedMeanwhile(scope, row);
  await appendOrderEvent(scope.tx, row.id, order.version, decided.value);
  if (order.status === 'cancelled') {
    await endLinks(scope.tx, row.id, scope.now);
    if (change.by === 'requester') await mailCancellation(scope, row, change.reason);
  }
  // The case asks for another order, where nobody is left to carry out its service.
  if (isOrderLost(order.status)) await refreshNextStep(scope, row.caseId);
  return ok(order);
}

async function changedMeanwhile(scope: CentreScope, row: OrderRow): Promise<Result<never, readonly ChangeRefusal[]>> {
  const newest = (await findOrderRow(scope.tx, row.id)) ?? row;
  return refuse([{ code: 'order-changed', status: newest.status, version: newest.version }]);
}
