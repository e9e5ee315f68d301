import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables } from './tables.ts';

/** Lets removed services come back: their rows among the removed go. @returns their last versions, by id */
export async function forgetRemoved(tx: CentreTx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tablesOf<CatalogueTables>(tx)
    .deleteFrom('catalogue.removedService')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .returning(['id', 'version'])
    .execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Takes services out of the catalogue. Who follows its changes is told that they ended; their versions stay. */
export async function removeServices(tx: CentreTx, ids: readonly string[], now: Temporal.Instant, revision: number): Promise<void> {
  const all = [...ids];
  await sql`delete from catalogue.service_at_location where service_id = any(${all}::uuid[])`.execute(tx.db);
  await sql`with gone as (delete from catalogue.service where id = any(${all}::uuid[]) returning *)
    insert into catalogue.removed_service
      (centre_id, id, version, slug, external_id, name, status, provider_id, areas, target_groups, card, vacancy, created_at, updated_at, revision)
    select centre_id, id, version, slug, external_id, name, 'ended', null, areas, target_groups,
      card || '{"status": "ended", "places": []}', vacancy, created_at, ${now.toString()}::timestamptz, ${revision}
    from gone`.execute(tx.db);
}
