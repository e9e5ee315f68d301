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
export async function insertCentreValue(tx: CentreTx, value: Omit<CentreValue, 'id'>): Promise<void> {
  await tablesOf<LawTables>(tx)
    .insertInto('law.centreValue')
    .values({ ...value, centreId: tx.centreId, id: newId(), value: JSON.stringify(value.value) })
    .execute();
}
