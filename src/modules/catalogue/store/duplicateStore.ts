import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables } from './tables.ts';

/** All services that have not ended, with what tells whether two are one. */
export async function listComparable(tx: CentreTx): Promise<{ id: string; name: string; providerId: string | null; placeIds: string[] }[]> {
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service as s')
    .select([
      's.id',
      's.name',
      's.providerId',
      sql<string[]>`array(select l.location_id from catalogue.service_at_location l
        where l.centre_id = s.centre_id and l.service_id = s.id)`.as('placeIds'),
    ])
    .where('s.status', '!=', 'ended')
    .orderBy('s.id')
    .execute();
}
export async function listDenied(tx: CentreTx): Promise<readonly { oneId: string; otherId: string }[]> {
  return tablesOf<CatalogueTables>(tx).selectFrom('catalogue.notDuplicate').select(['oneId', 'otherId']).execute();
}
export async function denyDuplicate(
  tx: CentreTx,
  [oneId, otherId]: readonly [string, string],
  by: string,
  now: Temporal.Instant,
): Promise<void> {
  await tablesOf<CatalogueTables>(tx)
    .insertInto('catalogue.notDuplicate')
    .values({ centreId: tx.centreId, oneId, otherId, saidAt: now, saidBy: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
