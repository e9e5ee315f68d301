import { sql } from 'kysely';
import { toIsoInstant } from '#shared/isoTime.ts';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { Confirmation, DeliveryEntry, DeliveryUnit, Month, WorkedEntry } from '../domain/deliveries.ts';
import type { OrderTables } from './orderTables.ts';

/** An entry with the name of the worker who delivered, which limits do not need. */
export type StoredDelivery = WorkedEntry;

/** Entries by order, by month or both; in the order in which they were written. At least one of them is given. */
export async function listDeliveries(
  tx: CentreTx,
  which: { readonly orderIds?: readonly string[]; readonly providerId?: string; readonly month?: Month },
): Promise<StoredDelivery[]> {
  if (which.orderIds?.length === 0) return [];
  let rows = tablesOf<OrderTables>(tx)
    .selectFrom('orders.delivery as d')
    .leftJoin('orders.confirmation as c', (join) => join.onRef('c.centreId', '=', 'd.centreId').onRef('c.deliveryId', '=', 'd.id'))
    .select([
      'd.id',
      'd.orderId',
      'd.deliveredOn',
      'd.month',
      'd.unit',
      'd.quantity',
      'd.minutes',
      'd.worker',
      'd.note',
      'd.counters',
      'd.recordedAt',
      'c.confirmedBy',
      'c.confirmedOn',
    ]);
  if (which.orderIds) rows = rows.where('d.orderId', 'in', which.orderIds);
  if (which.month) rows = rows.where('d.month', '=', which.month);
  if (which.providerId)
    rows = rows.where(sql<boolean>`d.order_id in (select id from orders.record where provider_id = ${which.providerId}::uuid)`);
  const found = await rows.orderBy('d.recordedAt').orderBy('d.id').execute();
  return found.map((row) => ({
    entryId: row.id,
    orderId: row.orderId,
    on: row.deliveredOn.toString(),
    unit: row.unit as DeliveryUnit,
    quantity: row.quantity,
    minutes: row.minutes,
    note: row.note,
    month: row.month,
    counters: row.counters,
    recordedAt: toIsoInstant(row.recordedAt),
    confirmation: row.confirmedBy && row.confirmedOn ? { by: row.confirmedBy as Confirmation['by'], on: row.confirmedOn.toString() } : null,
    worker: row.worker,
  }));
}

export async function insertDelivery(tx: CentreTx, entry: DeliveryEntry, worker: string, recordedBy: string): Promise<void> {
  await tablesOf<OrderTables>(tx)
    .insertInto('orders.delivery')
    .values({
      centreId: tx.centreId,
      id: entry.entryId,
      orderId: entry.orderId,
      deliveredOn: Temporal.PlainDate.from(entry.on),
      month: entry.month,
      unit: entry.unit,
      quantity: entry.quantity,
      minutes: entry.minutes,
      worker,
      note: entry.note,
      counters: entry.counters,
      recordedAt: Temporal.Instant.from(entry.recordedAt),
      recordedBy,
    })
    .execute();
}

export async function insertConfirmation(
  tx: CentreTx,
  deliveryId: string,
  { by, on }: Confirmation,
  recordedAt: Temporal.Instant,
  recordedBy: string,
): Promise<void> {
  await tablesOf<OrderTables>(tx)
    .insertInto('orders.confirmation')
    .values({ centreId: tx.centreId, deliveryId, confirmedBy: by, confirmedOn: Temporal.PlainDate.from(on), recordedAt, recordedBy })
    .execute();
}

/** Delivered amounts by provider, month and unit in a range of months, for boards. */
export async function sumDeliveredByProvider(
  tx: CentreTx,
  from: Month,
  to: Month,
): Promise<{ providerId: string; month: Month; unit: DeliveryUnit; quantity: number; minutes: number }[]> {
  const rows = await tablesOf<OrderTables>(tx)
    .selectFrom('orders.delivery as d')
    .innerJoin('orders.record as r', (join) => join.onRef('r.centreId', '=', 'd.centreId').onRef('r.id', '=', 'd.orderId'))
    .select([
      'r.providerId',
      'd.month',
      'd.unit',
      sql<number>`sum(d.quantity)`.as('quantity'),
      sql<number>`coalesce(sum(d.minutes), 0)`.as('minutes'),
    ])
    .where('d.month', '>=', from)
    .where('d.month', '<=', to)
    .groupBy(['r.providerId', 'd.month', 'd.unit'])
    .execute();
  return rows.map((row) => ({ ...row, unit: row.unit as DeliveryUnit, quantity: Number(row.quantity), minutes: Number(row.minutes) }));
}
