import { sql } from 'kysely';
import { toIsoInstant } from '#shared/isoTime.ts';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { orderContentSchema, type OrderContent } from '../domain/orderContent.ts';
import { orderEventSchema, type OrderEvent } from '../domain/order.ts';
import type { OrderTables, StoredOrder } from './orderTables.ts';

/** An order as it lies in the database, its content read. */
export type OrderRow = Omit<StoredOrder, 'centreId' | 'content'> & { readonly content: OrderContent };

const rowOf = ({ centreId: _, content, ...row }: StoredOrder): OrderRow => ({ ...row, content: orderContentSchema.parse(content) });
const records = (tx: CentreTx) => tablesOf<OrderTables>(tx).selectFrom('orders.record').selectAll();

export async function insertOrder(tx: CentreTx, row: OrderRow): Promise<void> {
  await tablesOf<OrderTables>(tx)
    .insertInto('orders.record')
    .values({ ...row, centreId: tx.centreId, content: JSON.stringify(row.content) })
    .execute();
}

/** Writes the projection as read at `version`; false when another writer was first. */
export async function updateOrder(
  tx: CentreTx,
  id: string,
  version: number,
  change: Partial<Pick<OrderRow, 'version' | 'status' | 'isOpen' | 'needsProvider' | 'remindedAt' | 'changedAt'>>,
): Promise<boolean> {
  const done = await tablesOf<OrderTables>(tx)
    .updateTable('orders.record')
    .set(change)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** From when to when the services of a case rest, written to its open orders; null when they do not. */
export async function setPause(
  tx: CentreTx,
  caseId: string,
  pause: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate | null } | null,
): Promise<void> {
  await tablesOf<OrderTables>(tx)
    .updateTable('orders.record')
    .set({ pausedFrom: pause?.from ?? null, pausedTo: pause?.to ?? null })
    .where('caseId', '=', caseId)
    .where('isOpen', '=', true)
    .execute();
}

/** The address to which links to an order are mailed from now on. */
export async function setProviderEmail(tx: CentreTx, id: string, address: string): Promise<void> {
  await sql`update orders.record set content = jsonb_set(content, '{providerEmail}', to_jsonb(${address}::text)) where id = ${id}`.execute(
    tx.db,
  );
}

/** Another provider has been found (or is no longer needed) for a service of a case. */
export async function settleSearch(tx: CentreTx, caseId: string, serviceId?: string): Promise<void> {
  let rows = tablesOf<OrderTables>(tx)
    .updateTable('orders.record')
    .set({ needsProvider: false })
    .where('caseId', '=', caseId)
    .where('needsProvider', '=', true);
  if (serviceId) rows = rows.where('serviceId', '=', serviceId);
  await rows.execute();
}

export async function appendOrderEvent(tx: CentreTx, orderId: string, seq: number, event: OrderEvent): Promise<void> {
  await tablesOf<OrderTables>(tx)
    .insertInto('orders.orderEvent')
    .values({
      centreId: tx.centreId,
      orderId,
      seq,
      type: event.type,
      at: Temporal.Instant.from(event.at),
      actorRole: event.actor.role,
      actorId: event.actor.id,
      data: JSON.stringify(event.data),
    })
    .execute();
}

/** The histories of some orders, each oldest first. */
export async function listOrderEvents(tx: CentreTx, orderIds: readonly string[]): Promise<ReadonlyMap<string, OrderEvent[]>> {
  const histories = new Map<string, OrderEvent[]>(orderIds.map((id) => [id, []]));
  if (orderIds.length === 0) return histories;
  const rows = await tablesOf<OrderTables>(tx)
    .selectFrom('orders.orderEvent')
    .selectAll()
    .where('orderId', 'in', orderIds)
    .orderBy('orderId')
    .orderBy('seq')
    .execute();
  for (const { orderId, type, at, actorRole, actorId, data } of rows)
    histories.get(orderId)?.push(orderEventSchema.parse({ type, at: toIsoInstant(at), actor: { role: actorRole, id: actorId }, data }));
  return histories;
}

export async function findOrderRow(tx: CentreTx, id: string): Promise<OrderRow | undefined> {
  const row = await records(tx).where('id', '=', id).executeTakeFirst();
  return row && rowOf(row);
}
export async function listOrderRows(tx: CentreTx, ids: readonly string[]): Promise<OrderRow[]> {
  return ids.length === 0 ? [] : (await records(tx).where('id', 'in', ids).execute()).map(rowOf);
}
export async function listOrdersOfCase(tx: CentreTx, caseId: string): Promise<OrderRow[]> {
  return (await records(tx).where('caseId', '=', caseId).orderBy('placedAt').orderBy('id').execute()).map(rowOf);
}

/**
 * All orders of one service for one person, locked until the transaction ends: whoever records a delivery under
 * one of them waits here, so limits hold across orders.
 */
export async function lockOrdersOf(tx: CentreTx, personId: string, serviceId: string): Promise<OrderRow[]> {
  const rows = await records(tx).where('personId', '=', personId).where('serviceId', '=', serviceId).orderBy('id').forUpdate().execute();
  return rows.map(rowOf);
}

/** Orders nobody has answered, with the last day for it up to the given one, nearest first; locked, those others work on left out. */
export async function takeUnanswered(tx: CentreTx, dueUpTo: Temporal.PlainDate, limit: number): Promise<OrderRow[]> {
  const rows = await records(tx)
    .where('status', '=', 'requested')
    .where('answerDueOn', '<=', dueUpTo)
    .orderBy('answerDueOn')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(rowOf);
}

/** The next running number of a year. */
export async function nextOrderNumber(tx: CentreTx, year: number): Promise<number> {
  const row = await tablesOf<OrderTables>(tx)
    .insertInto('orders.numbering')
    .values({ centreId: tx.centreId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['centreId', 'year']).doUpdateSet({ last: sql<number>`orders.numbering.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
