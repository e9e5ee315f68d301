import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { DeliveryUnit, Month } from '../domain/deliveries.ts';
import type { OrderTables } from './orderTables.ts';

/** Sums of what was settled in a month; counter-entries count against it. */
export interface SettledSums {
  readonly unit: DeliveryUnit;
  readonly quantity: number;
  readonly minutes: number;
  /** Entries in force that nobody has confirmed. */
  readonly unconfirmed: number;
  /** Entries of other months that are settled in this one: what was corrected or written down late. */
  readonly fromOtherMonths: number;
}
export interface SettledService extends SettledSums {
  readonly providerId: string;
  readonly serviceName: string;
  readonly orders: number;
}
export interface SettledOrder extends SettledSums {
  readonly orderId: string;
  readonly number: string;
  readonly providerId: string;
  readonly serviceName: string;
}
/** The order after which a page begins. */
export type SettledCursor = { readonly number: string; readonly id: string };

const settled = (tx: CentreTx, month: Month) =>
  tablesOf<OrderTables>(tx)
    .selectFrom('orders.delivery as d')
    .innerJoin('orders.record as r', (join) => join.onRef('r.centreId', '=', 'd.centreId').onRef('r.id', '=', 'd.orderId'))
    .leftJoin('orders.confirmation as c', (join) => join.onRef('c.centreId', '=', 'd.centreId').onRef('c.deliveryId', '=', 'd.id'))
    .leftJoin('orders.delivery as opposite', (join) =>
      join.onRef('opposite.centreId', '=', 'd.centreId').onRef('opposite.counters', '=', 'd.id'),
    )
    .select([
      'r.providerId',
      'd.unit',
      sql<number>`sum(d.quantity)::int`.as('quantity'),
      sql<number>`coalesce(sum(d.minutes), 0)::int`.as('minutes'),
      sql<number>`(count(*) filter (where d.counters is null and opposite.id is null and c.delivery_id is null))::int`.as('unconfirmed'),
      sql<number>`(count(*) filter (where to_char(d.delivered_on, 'YYYY-MM') <> d.month))::int`.as('fromOtherMonths'),
    ])
    .where('d.month', '=', month);

/** What was settled in a month by provider, service and unit: a row for each, of one provider or of all. */
export async function listSettledServices(tx: CentreTx, month: Month, providerId?: string): Promise<SettledService[]> {
  let sums = settled(tx, month);
  if (providerId) sums = sums.where('r.providerId', '=', providerId);
  const rows = await sums
    .select([
      sql<string>`(array_agg(r.content->>'serviceName' order by r.placed_at desc))[1]`.as('serviceName'),
      sql<number>`count(distinct r.id)::int`.as('orders'),
    ])
    .groupBy(['r.providerId', 'r.serviceId', 'd.unit'])
    .execute();
  return rows.map((row) => ({ ...row, unit: row.unit as DeliveryUnit }));
}

/** The same order by order, by number; of one provider, or of all. */
export async function listSettledOrders(
  tx: CentreTx,
  asked: { readonly month: Month; readonly providerId?: string; readonly after: SettledCursor | null; readonly limit: number },
): Promise<SettledOrder[]> {
  let rows = settled(tx, asked.month)
    .select(['r.id as orderId', 'r.number', sql<string>`r.content->>'serviceName'`.as('serviceName')])
    .groupBy(['r.providerId', 'r.id', 'r.number', sql`r.content->>'serviceName'`, 'd.unit'])
    .orderBy('r.number')
    .orderBy('r.id')
    .limit(asked.limit);
  if (asked.providerId) rows = rows.where('r.providerId', '=', asked.providerId);
  if (asked.after) rows = rows.where(sql<boolean>`(r.number, r.id) > (${asked.after.number}, ${asked.after.id}::uuid)`);
  return (await rows.execute()).map((row) => ({ ...row, unit: row.unit as DeliveryUnit }));
}

/** When each provider closed the month; those who have it open are missing. */
export async function listClosings(tx: CentreTx, month: Month): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const rows = await tablesOf<OrderTables>(tx)
    .selectFrom('orders.month as m')
    .innerJoin('orders.monthEvent as e', (join) =>
      join
        .onRef('e.centreId', '=', 'm.centreId')
        .onRef('e.providerId', '=', 'm.providerId')
        .onRef('e.month', '=', 'm.month')
        // The version counts the turns, so this is the last one.
        .onRef('e.seq', '=', 'm.version'),
    )
    .select(['m.providerId', 'e.at'])
    .where('m.month', '=', month)
    .where('m.isClosed', '=', true)
    .execute();
  return new Map(rows.map((row) => [row.providerId, row.at]));
}
