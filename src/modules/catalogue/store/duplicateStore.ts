import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables } from './tables.ts';

/** Names, by their words, that several services have which have not ended; in their order, after one. */
export async function listRepeatedNames(
  tx: CentreTx,
  { after = '', limit }: { after?: string | undefined; limit: number },
): Promise<string[]> {
  // A name without a single letter has an empty key, which says nothing.
  const { rows } = await sql<{ nameKey: string }>`select name_key from catalogue.service
    where centre_id = ${tx.centreId} and status <> 'ended' and name_key > ${after}
    group by name_key having count(*) > 1 order by name_key limit ${limit}`.execute(tx.db);
  return rows.map(({ nameKey }) => nameKey);
}

/** Ids of services of one name, by its words, that have not ended. */
export async function listIdsOfName(tx: CentreTx, name: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from catalogue.service
    where centre_id = ${tx.centreId} and status <> 'ended' and name_key <> '' and name_key = catalogue.name_key(${name})
    order by id limit 5`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Services of these names that have not ended, with what tells whether two are one. */
export async function listComparable(
  tx: CentreTx,
  nameKeys: readonly string[],
): Promise<{ id: string; nameKey: string; providerId: string | null; placeIds: string[] }[]> {
  if (nameKeys.length === 0) return [];
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service as s')
    .select([
      's.id',
      's.nameKey',
      's.providerId',
      sql<string[]>`array(select l.location_id from catalogue.service_at_location l
        where l.centre_id = s.centre_id and l.service_id = s.id)`.as('placeIds'),
    ])
    .where('s.status', '!=', 'ended')
    .where('s.nameKey', 'in', nameKeys)
    .execute();
}
export async function findNameKey(tx: CentreTx, serviceId: string): Promise<string | undefined> {
  const row = await tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service')
    .select('nameKey')
    .where('id', '=', serviceId)
    .executeTakeFirst();
  return row?.nameKey;
}

/** Pairs of these services of which somebody has said that they are two. */
export async function listDenied(tx: CentreTx, ids: readonly string[]): Promise<readonly { oneId: string; otherId: string }[]> {
  if (ids.length === 0) return [];
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.notDuplicate')
    .select(['oneId', 'otherId'])
    .where(sql<boolean>`one_id = any(${[...ids]}::uuid[])`)
    .execute();
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
