import { foldName } from '#shared/personName.ts';
import { startOfDayInWarsaw } from '#shared/polishDate.ts';
import { Forbidden, type CentreScope } from '#platform/http/index.ts';
import type { OrderStatus } from '../domain/orderStates.ts';
import { graceDays } from '../domain/sight.ts';
import { mayReadOrders, mayWorkOnOrders } from '../policy.ts';
import { listKeyOf, listOrderPage, type OrderQuery } from '../store/orderList.ts';
import type { OrderRow } from '../store/orderStore.ts';

export interface OrderListInput {
  readonly words: string;
  readonly statuses: readonly OrderStatus[];
  readonly onlyOpen: boolean;
  readonly cursor: OrderQuery['cursor'];
  readonly limit: number;
}
export interface OrderListPage {
  /** At most `limit` rows in the order of the list. */
  readonly rows: readonly OrderRow[];
  readonly previous: { readonly key: string; readonly id: string } | null;
  readonly next: { readonly key: string; readonly id: string } | null;
}

/** Orders of the actor's own provider, the newest first; only those whose person it still needs to see. @throws Forbidden */
export async function listOwnOrders(scope: CentreScope, input: OrderListInput): Promise<OrderListPage> {
  const { actor } = scope;
  if (actor.kind !== 'user' || !actor.providerId || !mayWorkOnOrders.allows(actor).allowed) throw new Forbidden('another-provider');
  const endedSince = startOfDayInWarsaw(scope.today.subtract({ days: graceDays }));
  return listPage(scope, input, { id: actor.providerId, endedSince });
}

/** All orders of the centre: those that need another provider first, then by the last change. @throws Forbidden */
export async function listAllOrders(scope: CentreScope, input: OrderListInput): Promise<OrderListPage> {
  const may = mayReadOrders.allows(scope.actor);
  if (!may.allowed) throw new Forbidden(may.reason);
  return listPage(scope, input, null);
}

async function listPage(scope: CentreScope, input: OrderListInput, provider: OrderQuery['provider']): Promise<OrderListPage> {
  const found = await listOrderPage(scope.tx, { ...input, words: foldName(input.words), provider });
  const isBack = input.cursor?.back ?? false;
  const hasMore = found.length > input.limit;
  const kept = found.slice(0, input.limit);
  const rows = isBack ? kept.toReversed() : kept;
  const keyOf = (row: OrderRow | undefined) => (row ? { key: listKeyOf(row, provider !== null), id: row.id } : null);
  return {
    rows,
    previous: isBack ? (hasMore ? keyOf(rows[0]) : null) : input.cursor ? keyOf(rows[0]) : null,
    next: isBack ? keyOf(rows.at(-1)) : hasMore ? keyOf(rows.at(-1)) : null,
  };
}
