import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { Vacancy } from '../domain/service.ts';
import { linkSites } from './serviceWrites.ts';
import type { CatalogueTables, LocationRow, ProviderRow } from './tables.ts';
import { keepVersions, type WrittenBy } from './versionStore.ts';

/** What a service had beside its card. */
export interface BesideCard {
  readonly externalId: string | null;
  readonly vacancy: Vacancy | null;
}
export interface ServiceNow extends BesideCard {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly status: string;
}

/** Versions and what stands beside the card, of those of the services that are there. */
export const listServiceStates = (tx: CentreTx, ids: readonly string[]): Promise<ServiceNow[]> =>
  tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service')
    .select(['id', 'version', 'name', 'status', 'externalId', 'vacancy'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();

/** Services of which anything was written after a moment, or that the staff or their provider have taken in hand. */
export async function listTouched(tx: CentreTx, ids: readonly string[], after: Temporal.Instant): Promise<ReadonlySet<string>> {
  const all = [...ids];
  const found = await sql<{ id: string }>`
    select record_id as id from catalogue.change where record_id = any(${all}::uuid[]) and at > ${after.toString()}::timestamptz
    union select service_id from catalogue.proposal where service_id = any(${all}::uuid[]) and proposed_at > ${after.toString()}::timestamptz`.execute(
    tx.db,
  );
  return new Set(found.rows.map(({ id }) => id));
}

/** Services that other rows of the catalogue refer to, so that they cannot be taken out. */
export async function listTied(tx: CentreTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const all = [...ids];
  const found = await sql<{ id: string }>`
    select service_id as id from catalogue.proposal where service_id = any(${all}::uuid[])
    union select service_id from catalogue.service_care where service_id = any(${all}::uuid[])
    union select successor_id from catalogue.service_care where successor_id = any(${all}::uuid[])
    union select one_id from catalogue.not_duplicate where one_id = any(${all}::uuid[])
    union select other_id from catalogue.not_duplicate where other_id = any(${all}::uuid[])`.execute(tx.db);
  return new Set(found.rows.map(({ id }) => id));
}

export interface Restoring extends BesideCard {
  readonly id: string;
  /** The version to be written again. */
  readonly number: number;
  /** Figures of places have been reported since and stay. */
  readonly keepsVacancy: boolean;
}

/** Writes earlier versions of services as new ones, all in one statement, with what they had beside their cards. */
export async function restoreServices(
  tx: CentreTx,
  services: readonly Restoring[],
  now: Temporal.Instant,
  revision: number,
  by: WrittenBy,
): Promise<void> {
  if (services.length === 0) return;
  const wanted = services.map(({ id, number, externalId, vacancy, keepsVacancy }) => ({
    id,
    number,
    external_id: externalId,
    vacancy,
    keeps_vacancy: keepsVacancy,
  }));
  await sql`update catalogue.service s set
      card = v.card, provider_id = v.provider_id, name = v.card ->> 'name', status = v.card ->> 'status',
      areas = array(select value::int from jsonb_array_elements_text(v.card -> 'areas')),
      target_groups = array(select value from jsonb_array_elements_text(v.card -> 'targetGroups')),
      external_id = w.external_id, vacancy = case when w.keeps_vacancy then s.vacancy else nullif(w.vacancy, 'null') end,
      updated_at = ${now.toString()}::timestamptz, revision = ${revision}, version = s.version + 1
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id uuid, number int, external_id text, vacancy jsonb, keeps_vacancy boolean)
    join catalogue.service_version v on v.service_id = w.id and v.number = w.number
    where s.id = w.id and s.centre_id = v.centre_id`.execute(tx.db);
  const ids = services.map(({ id }) => id);
  const rows = await tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service')
    .select(['id', 'card'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  const sites = rows.map(({ id, card }) => ({ id, sites: sitesOf(card) }));
  for (let start = 0; start < sites.length; start += 2000) await linkSites(tx, sites.slice(start, start + 2000));
  await keepVersions(tx, ids, now, by);
}

function sitesOf(card: unknown): { id: string; locationId: string }[] {
  const { places = [] } = card as { places?: { id: string; site: { id: string } }[] };
  return places.map(({ id, site }) => ({ id: site.id, locationId: id }));
}

/** Ends services that must stay because something refers to them. */
export async function endServices(
  tx: CentreTx,
  ids: readonly string[],
  now: Temporal.Instant,
  revision: number,
  by: WrittenBy,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update catalogue.service set status = 'ended', card = card || '{"status": "ended"}',
      updated_at = ${now.toString()}::timestamptz, revision = ${revision}, version = version + 1
    where id = any(${[...ids]}::uuid[])`.execute(tx.db);
  await keepVersions(tx, ids, now, by);
}

/** Rows of providers and locations as they are, of those that are there. */
export async function listCompanionRows(
  tx: CentreTx,
  { providers, locations }: { providers: readonly string[]; locations: readonly string[] },
): Promise<{ providers: ProviderRow[]; locations: LocationRow[] }> {
  const tables = tablesOf<CatalogueTables>(tx);
  const among = (ids: readonly string[]) => sql<boolean>`id = any(${[...ids]}::uuid[])`;
  return {
    providers: await tables.selectFrom('catalogue.provider').selectAll().where(among(providers)).execute(),
    locations: await tables.selectFrom('catalogue.location').selectAll().where(among(locations)).execute(),
  };
}

/** Ids and versions of the providers and locations that one change of the catalogue wrote. */
export async function listWrittenCompanions(
  tx: CentreTx,
  revision: number,
): Promise<{ kind: CompanionKind; id: string; version: number }[]> {
  const found = await sql<{ kind: CompanionKind; id: string; version: number }>`
    select 'provider' as kind, id, version from catalogue.provider where revision = ${revision}
    union all select 'location', id, version from catalogue.location where revision = ${revision}`.execute(tx.db);
  return found.rows;
}
export type CompanionKind = 'provider' | 'location';

/**
 * Providers and locations that a service of the catalogue has, or had in a version that may be restored; the versions that
 * have just been taken back do not count.
 */
export async function listCompanionsOfServices(
  tx: CentreTx,
  kind: CompanionKind,
  ids: readonly string[],
  takenBack: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlySet<string>> {
  const all = [...ids];
  const taken = sql`not exists (select from jsonb_to_recordset(${JSON.stringify(takenBack.map(({ id, version }) => ({ id, version })))}::jsonb)
    as taken (id uuid, version int) where taken.id = v.service_id and taken.version = v.number)`;
  const versions = sql`catalogue.service_version v join catalogue.service s on s.centre_id = v.centre_id and s.id = v.service_id`;
  const found = await (
    kind === 'provider'
      ? sql<{ id: string }>`select distinct v.provider_id as id from ${versions} where v.provider_id = any(${all}::uuid[]) and ${taken}
        union select provider_id from catalogue.service where provider_id = any(${all}::uuid[])
        union select provider_id from catalogue.proposal where provider_id = any(${all}::uuid[])`
      : sql<{ id: string }>`select distinct (place ->> 'id')::uuid as id from ${versions}, jsonb_array_elements(v.card -> 'places') place
        where (place ->> 'id')::uuid = any(${all}::uuid[]) and ${taken}
        union select location_id from catalogue.service_at_location where location_id = any(${all}::uuid[])`
  ).execute(tx.db);
  return new Set(found.rows.map(({ id }) => id));
}

export async function deleteCompanions(tx: CentreTx, kind: CompanionKind, ids: readonly string[]): Promise<void> {
  const all = [...ids];
  if (kind === 'provider') await sql`delete from catalogue.provider where id = any(${all}::uuid[])`.execute(tx.db);
  else await sql`delete from catalogue.location where id = any(${all}::uuid[])`.execute(tx.db);
}

/** Writes a provider or location as it was, if it still has the version given; its services are told anew. */
export async function restoreCompanion(
  tx: CentreTx,
  { kind, id, version, before }: { kind: CompanionKind; id: string; version: number; before: object },
  now: Temporal.Instant,
  revision: number,
): Promise<boolean> {
  const row = JSON.stringify(before);
  const done = await (
    kind === 'provider'
      ? sql`update catalogue.provider p set name = w.name, folded_name = w."foldedName", kind = w.kind, details = w.details,
        updated_at = ${now.toString()}::timestamptz, revision = ${revision}, version = p.version + 1
        from jsonb_to_record(${row}::jsonb) as w (name text, "foldedName" text, kind text, details jsonb)
        where p.id = ${id} and p.version = ${version}`
      : sql`update catalogue.location l set key = w.key, name = w.name, street = w.street, postcode = w.postcode, town = w.town, details = w.details,
        updated_at = ${now.toString()}::timestamptz, revision = ${revision}, version = l.version + 1
        from jsonb_to_record(${row}::jsonb) as w (key text, name text, street text, postcode text, town text, details jsonb)
        where l.id = ${id} and l.version = ${version}`
  ).execute(tx.db);
  if (done.numAffectedRows !== 1n) return false;
  await (
    kind === 'provider'
      ? sql`update catalogue.service set updated_at = ${now.toString()}::timestamptz, revision = ${revision} where provider_id = ${id}`
      : sql`update catalogue.service set updated_at = ${now.toString()}::timestamptz, revision = ${revision}
        where id in (select service_id from catalogue.service_at_location where location_id = ${id})`
  ).execute(tx.db);
  return true;
}
