import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables, VersionRow } from './tables.ts';

/** By what a version came to be; `before` are those from before versions were kept. */
export const WRITE_WAYS = ['before', 'editor', 'import', 'approval', 'review', 'restore', 'schedule', 'merge', 'template', 'undo'] as const;
export type WriteWay = (typeof WRITE_WAYS)[number];

/** Who writes a record. The name is for people, the author is the key of the actor. */
export interface WrittenBy {
  readonly way: WriteWay;
  readonly author: string;
  readonly authorName: string | null;
  /** The number of the version that is being restored. */
  readonly restored: number | null;
}

/** Keeps services as they have just been written, in the transaction of the write. */
export async function keepVersions(tx: CentreTx, serviceIds: readonly string[], now: Temporal.Instant, by: WrittenBy): Promise<void> {
  if (serviceIds.length === 0) return;
  await sql`insert into catalogue.service_version
      (centre_id, service_id, number, card, provider_id, written_at, way, author, author_name, restored)
    select centre_id, id, version, card, provider_id, ${now.toString()}::timestamptz, ${by.way}, ${by.author}, ${by.authorName}, ${by.restored}::int
    from catalogue.service where id = any(${[...serviceIds]}::uuid[])`.execute(tx.db);
}

/** Versions of a service, newest first; `before` gives those with smaller numbers. */
export function listVersionRows(
  tx: CentreTx,
  serviceId: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<VersionRow[]> {
  let query = tablesOf<CatalogueTables>(tx).selectFrom('catalogue.serviceVersion').selectAll().where('serviceId', '=', serviceId);
  if (before !== undefined) query = query.where('number', '<', before);
  return query.orderBy('number', 'desc').limit(limit).execute();
}
export const findVersionRow = (tx: CentreTx, serviceId: string, number: number): Promise<VersionRow | undefined> =>
  tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.serviceVersion')
    .selectAll()
    .where('serviceId', '=', serviceId)
    .where('number', '=', number)
    .executeTakeFirst();

/** Services that somebody has written since they came from a file. */
export async function listIdsKeptByPeople(tx: CentreTx): Promise<string[]> {
  const rows = await tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.serviceVersion')
    .select('serviceId')
    .distinct()
    .where('way', 'not in', ['before', 'import'])
    .execute();
  return rows.map(({ serviceId }) => serviceId);
}
