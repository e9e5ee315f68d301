import { sql } from 'kysely';
import type { CentreTx } from './database.ts';

/** Does the work within a transaction and undoes it, so that what would happen can be told. @returns what the work returned */
export async function rehearse<T>(tx: CentreTx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint rehearsal`.execute(tx.db);
  const result = await work();
  await sql`rollback to savepoint rehearsal`.execute(tx.db);
  return result;
}
