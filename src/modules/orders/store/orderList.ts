import { sql } from 'kysely';
import { conditionOfWords, tablesOf, type CentreTx } from '#platform/db/index.ts';
import { orderContentSchema } from '../domain/orderContent.ts';
import type { OrderStatus } from '../domain/orderStates.ts';
import type { OrderRow } from './orderStore.ts';
import type { OrderTables } from './orderTables.ts';

export interface OrderQuery {
  /** Folded words; each must be found. */
  readonly words: string;
  readonly statuses: readonly OrderStatus[];
  /** Only orders of this provider, and only those whose person it may see. */
  readonly provider: { readonly id: string; readonly endedSince: Temporal.Instant } | null;
  readonly onlyOpen: boolean;
  /** The row after which (or before which) the page begins. */
  readonly cursor: { readonly key: string; readonly id: string; readonly back: boolean } | null;
  readonly limit: number;
}

/**
 * One page of orders by keyset, plus one row to know whether more follow. For the centre those that need another
 * provider come first, then by the last change; for a provider the newest placed first.
 */
export async function listOrderPage(tx: CentreTx, query: OrderQuery): Promise<OrderRow[]> {
  let rows = tablesOf<OrderTables>(tx).selectFrom('orders.record').selectAll();
  const { provider, cursor } = query;
  if (provider) {
    rows = rows
      .where('providerId', '=', provider.id)
      .where((where) =>
        where.or([
          where('isOpen', '=', true),
          where.and([where('status', 'in', ['completed', 'failed']), where('changedAt', '>=', provider.endedSince)]),
        ]),
      );
  }
  if (query.onlyOpen) rows = rows.where((where) => where.or([where('isOpen', '=', true), where('needsProvider', '=', true)]));
  if (query.statuses.length > 0) rows = rows.where('status', 'in', query.statuses);
  const hasWords = await conditionOfWords(tx, 'orders.record', query.words);
  if (hasWords) rows = rows.where(hasWords);
  const isBack = cursor?.back ?? false;
  const direction = isBack ? 'asc' : 'desc';
  const beyond = sql.raw(isBack ? '>' : '<');
  if (provider) {
    if (cursor) rows = rows.where(sql<boolean>`(placed_at, id) ${beyond} (${cursor.key}::timestamptz, ${cursor.id}::uuid)`);
    rows = rows.orderBy('placedAt', direction);
  } else {
    if (cursor) {
      const [needs = 'false', at = ''] = cursor.key.split(' ');
      rows = rows.where(
        sql<boolean>`(needs_provider, changed_at, id) ${beyond} (${needs}::boolean, ${at}::timestamptz, ${cursor.id}::uuid)`,
      );
    }
    rows = rows.orderBy('needsProvider', direction).orderBy('changedAt', direction);
  }
  const found = await rows
    .orderBy('id', direction)
    .limit(query.limit + 1)
    .execute();
  return found.map(({ centreId: _, content, ...row }) => ({ ...row, content: orderContentSchema.parse(content) }));
}

/** The key of a row in the order of the list, for the address of the next page. */
export const listKeyOf = (row: OrderRow, isProviders: boolean): string =>
  isProviders ? row.placedAt.toString() : `${row.needsProvider} ${row.changedAt.toString()}`;
