import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables } from './tables.ts';

/** The number of the catalogue's last change; 0 for one that has none. */
export async function getRevision(tx: CentreTx): Promise<number> {
  const row = await tablesOf<CatalogueTables>(tx).selectFrom('catalogue.revision').select('number').executeTakeFirst();
  return row?.number ?? 0;
}

/**
 * The number of a change that is being written. Writers of one catalogue wait here for one another, so revisions become
 * visible in their order.
 */
export async function takeRevision(tx: CentreTx): Promise<number> {
  // The row is taken before the number: a writer that waits here gets a greater number than the one it waited for.
  await sql`insert into catalogue.revision (centre_id, number) values (${tx.centreId}, 0) on conflict (centre_id) do update set number = catalogue.revision.number`.execute(
    tx.db,
  );
  const taken = await sql<{ number: number }>`update catalogue.revision set number = nextval('catalogue.revision_number')
    where centre_id = ${tx.centreId} returning number`.execute(tx.db);
  const [row] = taken.rows;
  if (!row) throw new Error('the catalogue has no row for its revision');
  return row.number;
}

/** Gives services the number of a new change without changing them. */
export async function renewRows(tx: CentreTx, ids: readonly string[]): Promise<void> {
  const revision = await takeRevision(tx);
  if (ids.length > 0)
    await tablesOf<CatalogueTables>(tx)
      .updateTable('catalogue.service')
      .set({ revision })
      .where('id', 'in', [...ids])
      .execute();
}

/** Has the planner count the catalogue's rows as the transaction sees them; one that writes many would go by old counts otherwise. */
export async function countRows(tx: CentreTx): Promise<void> {
  await sql`select catalogue.count_rows()`.execute(tx.db);
}
