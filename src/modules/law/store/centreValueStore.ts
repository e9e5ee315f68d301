import { sql } from 'kysely';
import { newId } from '#shared/uuid.ts';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CentreValue } from '../domain/lawOfCentre.ts';

interface LawTables {
  'law.centreValue': Omit<CentreValue, 'value'> & { centreId: string; value: string };
}

/** Everything the centre confirmed or changed, in the order in which it was entered. */
export async function listCentreValues(tx: CentreTx): Promise<CentreValue[]> {
  const rows = await tablesOf<LawTables>(tx)
    .selectFrom('law.centreValue')
    .select(['id', 'key', 'value', 'validFrom', 'kind', 'article', 'source', 'note', 'enteredBy', 'enteredByName', 'enteredAt'])
    .orderBy('id')
    .execute();
  // The driver has read the JSON already.
  return rows.map((row) => ({ ...row, value: row.value as unknown as CentreValue['value'] }));
}

/** How many entries about a parameter there are; nobody else enters one until the transaction ends. */
export async function countEntriesLocked(tx: CentreTx, key: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`law ${tx.centreId} ${key}`}, 0))`.execute(tx.db);
  const row = await tablesOf<LawTables>(tx)
    .selectFrom('law.centreValue')
    .select((of) => of.fn.countAll<string>().as('entries'))
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return Number(row.entries);
}

export async function insertCentreValue(tx: CentreTx, value: Omit<CentreValue, 'id'>): Promise<void> {
  await tablesOf<LawTables>(tx)
    .insertInto('law.centreValue')
    .values({ ...value, centreId: tx.centreId, id: newId(), value: JSON.stringify(value.value) })
    .execute();
}
