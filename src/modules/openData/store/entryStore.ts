import { sql } from 'kysely';
import { registersOf, tablesOf, type CentreTx, type Database } from '#platform/db/index.ts';
import { NO_SERVICE, type Entry } from '../domain/entries.ts';

interface OpenDataTables {
  'openData.publication': { publisherId: string; revision: number; mapping: number; publishedAt: Temporal.Instant };
}
/** How far the copy of a centre has read its catalogue. */
export interface Publication {
  readonly revision: number;
  /** The description of the format by which it was made. */
  readonly mapping: number;
}

export const findPublication = (tx: CentreTx): Promise<Publication | undefined> =>
  tablesOf<OpenDataTables>(tx)
    .selectFrom('openData.publication')
    .select(['revision', 'mapping'])
    .where('publisherId', '=', tx.centreId)
    .executeTakeFirst();

/** Waits until nobody else makes the copy of this centre. */
export async function lockPublication(tx: CentreTx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('openData.publish ' || ${tx.centreId}, 0))`.execute(tx.db);
}

export async function savePublication(tx: CentreTx, { revision, mapping }: Publication, now: Temporal.Instant): Promise<void> {
  const row = { revision, mapping, publishedAt: now };
  await tablesOf<OpenDataTables>(tx)
    .insertInto('openData.publication')
    .values({ publisherId: tx.centreId, ...row })
    .onConflict((conflict) => conflict.column('publisherId').doUpdateSet(row))
    .execute();
}

/** Centres whose copy was made by the given description of the format. */
export async function listPublishers(database: Database, mapping: number): Promise<string[]> {
  const rows = await registersOf<OpenDataTables>(database)
    .selectFrom('openData.publication')
    .select('publisherId')
    .where('mapping', '=', mapping)
    .execute();
  return rows.map((row) => row.publisherId);
}

export async function deleteAllEntries(tx: CentreTx): Promise<void> {
  await sql`delete from open_data.entry where publisher_id = ${tx.centreId}`.execute(tx.db);
}
export async function deleteEntriesOf(tx: CentreTx, serviceIds: readonly string[]): Promise<void> {
  if (serviceIds.length === 0) return;
  await sql`delete from open_data.entry where publisher_id = ${tx.centreId} and service_id = any(${[...serviceIds]}::uuid[])`.execute(
    tx.db,
  );
}
/** Removes terms that nothing carries any more, and taxonomies without terms. */
export async function deleteUnusedTerms(tx: CentreTx): Promise<void> {
  for (const [kind, column] of [
    ['taxonomy_term', 'term_ids'],
    ['taxonomy', 'taxonomy_ids'],
  ] as const) {
    await sql`delete from open_data.entry unused where publisher_id = ${tx.centreId} and kind = ${kind} and service_id = ${NO_SERVICE}
      and not exists (select from open_data.entry s where s.publisher_id = ${tx.centreId} and s.kind in ('service', 'organization')
        and s.${sql.raw(column)} @> array[unused.id])`.execute(tx.db);
  }
}

/** Inserts entries; one that is there already (a term of the catalogue) is replaced. */
export async function saveEntries(tx: CentreTx, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = JSON.stringify(entries);
  await sql`
    insert into open_data.entry (publisher_id, kind, id, service_id, valid_from, valid_to, modified_at, organization_id, term_ids,
      taxonomy_ids, postcodes, latitude, longitude, minimum_age, maximum_age, sessions, words, body)
    select ${tx.centreId}, kind, id, "serviceId", "validFrom", "validTo", "modifiedAt", "organizationId", "termIds",
      "taxonomyIds", postcodes, latitude, longitude, "minimumAge", "maximumAge", sessions, to_tsvector('simple', words), body
    from json_to_recordset(${rows}::json) as r (kind text, id uuid, "serviceId" uuid, "validFrom" date, "validTo" date,
      "modifiedAt" timestamptz, "organizationId" uuid, "termIds" uuid[], "taxonomyIds" uuid[], postcodes text[],
      latitude double precision, longitude double precision, "minimumAge" numeric, "maximumAge" numeric, sessions jsonb,
      words text, body json)
    on conflict (publisher_id, kind, id, service_id) do update set (valid_from, valid_to, modified_at, organization_id, term_ids,
      taxonomy_ids, postcodes, latitude, longitude, minimum_age, maximum_age, sessions, words, body) =
      (excluded.valid_from, excluded.valid_to, excluded.modified_at, excluded.organization_id, excluded.term_ids,
      excluded.taxonomy_ids, excluded.postcodes, excluded.latitude, excluded.longitude, excluded.minimum_age,
      excluded.maximum_age, excluded.sessions, excluded.words, excluded.body)`.execute(tx.db);
}
