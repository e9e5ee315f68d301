import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { OrderTables } from './orderTables.ts';

export interface OrderLink {
  readonly id: string;
  readonly orderId: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}
const columns = ['id', 'orderId', 'createdAt', 'expiresAt'] as const;

export async function insertLink(tx: CentreTx, link: OrderLink & { readonly tokenHash: string }): Promise<void> {
  await tablesOf<OrderTables>(tx)
    .insertInto('orders.link')
    .values({ ...link, centreId: tx.centreId })
    .execute();
}
export const findLinkByHash = (tx: CentreTx, tokenHash: string): Promise<OrderLink | undefined> =>
  tablesOf<OrderTables>(tx).selectFrom('orders.link').select(columns).where('tokenHash', '=', tokenHash).executeTakeFirst();
export const findLink = (tx: CentreTx, id: string): Promise<OrderLink | undefined> =>
  tablesOf<OrderTables>(tx).selectFrom('orders.link').select(columns).where('id', '=', id).executeTakeFirst();
/** Ends all links of an order that are still open. */
export async function endLinks(tx: CentreTx, orderId: string, at: Temporal.Instant): Promise<void> {
  await tablesOf<OrderTables>(tx)
    .updateTable('orders.link')
    .set({ expiresAt: at })
    .where('orderId', '=', orderId)
    .where('expiresAt', '>', at)
    .execute();
}
