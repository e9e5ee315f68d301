import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables, ChangeRow, LocationRow, ProviderRow, ServiceRow } from './tables.ts';

const services = (tx: CentreTx) => tablesOf<CatalogueTables>(tx).selectFrom('catalogue.service');

export const findServiceRow = (tx: CentreTx, id: string): Promise<ServiceRow | undefined> =>
  services(tx).selectAll().where('id', '=', id).executeTakeFirst();
/** Ids that end with these digits, at most two. */
export const listIdsByEnd = async (tx: CentreTx, end: string): Promise<string[]> =>
  (
    await services(tx)
      .select('id')
      .where(sql`right(id::text, 8)`, '=', end)
      .limit(2)
      .execute()
  ).map(({ id }) => id);
/** By what a service is known beside its card. */
export type ServiceKeys = Pick<ServiceRow, 'id' | 'slug' | 'externalId' | 'version'>;
export const listServiceKeys = (tx: CentreTx): Promise<ServiceKeys[]> =>
  services(tx).select(['id', 'slug', 'externalId', 'version']).execute();
/** Rows written by a later change than the given one; those taken out since are told as ended. */
export async function listServiceRowsSince(tx: CentreTx, revision: number): Promise<ServiceRow[]> {
  const removed = await tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.removedService')
    .selectAll()
    .where('revision', '>', revision)
    .execute();
  return [...removed, ...(await services(tx).selectAll().where('revision', '>', revision).execute())];
}
export async function listServiceRows(tx: CentreTx, ids: readonly string[]): Promise<ServiceRow[]> {
  return ids.length === 0 ? [] : services(tx).selectAll().where('id', 'in', ids).execute();
}
/** Services with their names and the folded names of their providers. */
export type NamedKeys = ServiceKeys & { readonly name: string; readonly providerName: string | null };
export const listServiceNames = (tx: CentreTx): Promise<NamedKeys[]> =>
  services(tx)
    .leftJoin('catalogue.provider as provider', 'provider.id', 'catalogue.service.providerId')
    .select((row) => [
      row.ref('catalogue.service.id').as('id'),
      row.ref('catalogue.service.slug').as('slug'),
      row.ref('catalogue.service.externalId').as('externalId'),
      row.ref('catalogue.service.version').as('version'),
      row.ref('catalogue.service.name').as('name'),
      row.ref('provider.foldedName').as('providerName'),
    ])
    .execute();
export async function listAllServiceRows(tx: CentreTx): Promise<ServiceRow[]> {
  return services(tx)
    .selectAll()
    .orderBy(sql`name collate "pl-x-icu"`)
    .orderBy('id')
    .execute();
}

export const findProviderRow = (tx: CentreTx, id: string): Promise<ProviderRow | undefined> =>
  tablesOf<CatalogueTables>(tx).selectFrom('catalogue.provider').selectAll().where('id', '=', id).executeTakeFirst();
export const listProviderRows = (tx: CentreTx): Promise<ProviderRow[]> =>
  tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.provider')
    .selectAll()
    .orderBy(sql`name collate "pl-x-icu"`)
    .execute();

export const findLocationRow = (tx: CentreTx, id: string): Promise<LocationRow | undefined> =>
  tablesOf<CatalogueTables>(tx).selectFrom('catalogue.location').selectAll().where('id', '=', id).executeTakeFirst();
/** A page of places by their ids: those after an id. */
export interface LocationPage {
  readonly limit: number;
  readonly after?: string | undefined;
}
export const listLocationPage = (tx: CentreTx, { limit, after }: LocationPage): Promise<LocationRow[]> =>
  tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.location')
    .selectAll()
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
export const listLocationRowsOf = async (tx: CentreTx, ids: readonly string[]): Promise<LocationRow[]> =>
  ids.length === 0
    ? []
    : tablesOf<CatalogueTables>(tx).selectFrom('catalogue.location').selectAll().where('id', 'in', ids).orderBy('id').execute();
/** All places; of those that look alike the oldest comes last. */
export const listLocationRows = (tx: CentreTx): Promise<LocationRow[]> =>
  tablesOf<CatalogueTables>(tx).selectFrom('catalogue.location').selectAll().orderBy('createdAt', 'desc').orderBy('id', 'desc').execute();
export const findProviderRowNamed = (tx: CentreTx, foldedName: string): Promise<ProviderRow | undefined> =>
  tablesOf<CatalogueTables>(tx).selectFrom('catalogue.provider').selectAll().where('foldedName', '=', foldedName).executeTakeFirst();
/** The last changes of each record, as many as the limit says, without some fields. */
export async function listLastChangeRows(
  tx: CentreTx,
  recordIds: readonly string[],
  { without, limit }: { without: readonly string[]; limit: number },
): Promise<ChangeRow[]> {
  if (recordIds.length === 0) return [];
  const { rows } = await sql<ChangeRow>`select last.* from unnest(${[...recordIds]}::uuid[]) record,
    lateral (select * from catalogue.change c
      where c.centre_id = ${tx.centreId} and c.record_id = record and c.field <> all(${[...without]}::text[])
      order by c.at desc, c.field limit ${limit}) last`.execute(tx.db);
  return rows;
}
/** Which of these ids are those of the centre's own changes. */
export async function findChangeIds(tx: CentreTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.change')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
/** Changes of records, oldest first. */
export async function listChangeRows(tx: CentreTx, recordIds: readonly string[]): Promise<ChangeRow[]> {
  if (recordIds.length === 0) return [];
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.change')
    .selectAll()
    .where('recordId', 'in', recordIds)
    .orderBy('at')
    .orderBy('field')
    .execute();
}
