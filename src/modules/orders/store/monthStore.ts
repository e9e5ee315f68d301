import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { Month } from '../domain/deliveries.ts';
import type { OrderTables } from './orderTables.ts';

export interface MonthState {
  readonly isClosed: boolean;
  /** How often it was closed or opened again. */
  readonly version: number;
}

/**
 * Locks a provider's month until the transaction ends, and tells how it stands. Whoever writes entries of the month or
 * closes it waits here. Months are taken before orders, and several months in their order, so nobody waits in circles.
 */
export async function lockMonth(tx: CentreTx, providerId: string, month: Month): Promise<MonthState> {
  await tablesOf<OrderTables>(tx)
    .insertInto('orders.month')
    .values({ centreId: tx.centreId, providerId, month, isClosed: false, version: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tablesOf<OrderTables>(tx)
    .selectFrom('orders.month')
    .select(['isClosed', 'version'])
    .where('providerId', '=', providerId)
    .where('month', '=', month)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The months of a provider that take no entries. */
export async function listClosedMonths(tx: CentreTx, providerId: string): Promise<Month[]> {
  const rows = await tablesOf<OrderTables>(tx)
    .selectFrom('orders.month')
    .select('month')
    .where('providerId', '=', providerId)
    .where('isClosed', '=', true)
    .orderBy('month')
    .execute();
  return rows.map((row) => row.month);
}

export async function findMonth(tx: CentreTx, providerId: string, month: Month): Promise<MonthState> {
  const row = await tablesOf<OrderTables>(tx)
    .selectFrom('orders.month')
    .select(['isClosed', 'version'])
    .where('providerId', '=', providerId)
    .where('month', '=', month)
    .executeTakeFirst();
  return row ?? { isClosed: false, version: 0 };
}

/** Closes or opens a locked month and writes it into its history. */
export async function turnMonth(
  tx: CentreTx,
  event: {
    readonly providerId: string;
    readonly month: Month;
    readonly type: 'closed' | 'reopened';
    readonly at: Temporal.Instant;
    readonly actor: string;
    readonly reason: string | null;
    readonly unconfirmed: readonly string[];
  },
): Promise<void> {
  const { providerId, month } = event;
  const { version } = await tablesOf<OrderTables>(tx)
    .updateTable('orders.month')
    .set({ isClosed: event.type === 'closed', version: sql<number>`version + 1` })
    .where('providerId', '=', providerId)
    .where('month', '=', month)
    .returning('version')
    .executeTakeFirstOrThrow();
  await tablesOf<OrderTables>(tx)
    .insertInto('orders.monthEvent')
    .values({ ...event, centreId: tx.centreId, seq: version, unconfirmed: [...event.unconfirmed] })
    .execute();
}

/** What happened to the months of all providers, newest first. */
export async function listMonthEvents(tx: CentreTx, limit: number) {
  return tablesOf<OrderTables>(tx)
    .selectFrom('orders.monthEvent')
    .select(['providerId', 'month', 'seq', 'type', 'at', 'actor', 'reason', 'unconfirmed'])
    .orderBy('at', 'desc')
    .orderBy('providerId')
    .limit(limit)
    .execute();
}

/** Closed months of all providers, newest first. */
export async function listAllClosed(tx: CentreTx, limit: number): Promise<{ providerId: string; month: Month; version: number }[]> {
  return tablesOf<OrderTables>(tx)
    .selectFrom('orders.month')
    .select(['providerId', 'month', 'version'])
    .where('isClosed', '=', true)
    .orderBy('month', 'desc')
    .orderBy('providerId')
    .limit(limit)
    .execute();
}
