import { sql, type Generated } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';

/** Words tied to a need, or to a service. */
export type TaughtTarget = { readonly need: string; readonly serviceId: null } | { readonly need: null; readonly serviceId: string };
export interface TaughtRow {
  readonly id: string;
  readonly words: string;
  readonly need: string | null;
  readonly serviceId: string | null;
  readonly taughtAt: Temporal.Instant;
  readonly author: string;
  readonly authorName: string | null;
  readonly undoneAt: Temporal.Instant | null;
  readonly undoneByName: string | null;
}
interface TaughtTables {
  'search.taught': {
    centreId: string;
    id: string;
    words: string;
    need: string | null;
    serviceId: string | null;
    taughtAt: Temporal.Instant;
    author: string;
    authorName: string | null;
    undoneAt: Generated<Temporal.Instant | null>;
    undoneByName: Generated<string | null>;
  };
}
const columns = ['id', 'words', 'need', 'serviceId', 'taughtAt', 'author', 'authorName', 'undoneAt', 'undoneByName'] as const;

/** What is in force, oldest first. */
export const listTaughtInForce = (tx: CentreTx): Promise<Pick<TaughtRow, 'words' | 'need' | 'serviceId'>[]> =>
  tablesOf<TaughtTables>(tx)
    .selectFrom('search.taught')
    .select(['words', 'need', 'serviceId'])
    .where('undoneAt', 'is', null)
    .orderBy('taughtAt')
    .orderBy('id')
    .execute();

/** Words tied to a service and in force, by the alphabet. */
export const listTaughtNames = (tx: CentreTx, serviceId: string): Promise<Pick<TaughtRow, 'id' | 'words'>[]> =>
  tablesOf<TaughtTables>(tx)
    .selectFrom('search.taught')
    .select(['id', 'words'])
    .where('serviceId', '=', serviceId)
    .where('undoneAt', 'is', null)
    .orderBy('words')
    .execute();

/** All that was ever taught, newest first; those after `after` on the next page. */
export function listTaughtRows(tx: CentreTx, limit: number, after?: Pick<TaughtRow, 'taughtAt' | 'id'>): Promise<TaughtRow[]> {
  let query = tablesOf<TaughtTables>(tx).selectFrom('search.taught').select(columns);
  if (after) query = query.where(sql<boolean>`(taught_at, id) < (${after.taughtAt.toString()}::timestamptz, ${after.id}::uuid)`);
  return query.orderBy('taughtAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Adds words that are not tied to the same already. Returns how many were new. */
export async function addTaught(tx: CentreTx, rows: readonly Omit<TaughtRow, 'undoneAt' | 'undoneByName'>[]): Promise<number> {
  if (rows.length === 0) return 0;
  const done = await tablesOf<TaughtTables>(tx)
    .insertInto('search.taught')
    .values(rows.map((row) => ({ ...row, centreId: tx.centreId })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0n);
}

/** Takes something back; undefined when it is not there, or was taken back before. */
export const undoTaught = (
  tx: CentreTx,
  id: string,
  at: Temporal.Instant,
  byName: string | null,
): Promise<Pick<TaughtRow, 'words' | 'need' | 'serviceId'> | undefined> =>
  tablesOf<TaughtTables>(tx)
    .updateTable('search.taught')
    .set({ undoneAt: at, undoneByName: byName })
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .returning(['words', 'need', 'serviceId'])
    .executeTakeFirst();
