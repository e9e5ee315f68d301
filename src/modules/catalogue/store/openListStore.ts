import { sql, type Expression, type SqlBool } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables, LocationRow, ProviderRow, ServiceRow } from './tables.ts';

/** Which records of open data are wanted; every part narrows further. */
export interface OpenFilter {
  /** Records changed after this moment, with what belongs to them. */
  readonly modifiedAfter?: Temporal.Instant | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly organizationId?: string | undefined;
  /** Number of a statutory area. */
  readonly area?: number | undefined;
  /** Code of a target group. */
  readonly group?: string | undefined;
  /** Services for people of at least this age, in years: those whose upper limit is below are left out. */
  readonly minimumAge?: number | undefined;
  /** Services for people of at most this age: those whose lower limit is above are left out. */
  readonly maximumAge?: number | undefined;
}
/** A page by the order of ids: after an id, or after a number of records. */
export interface OpenPage {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly skip?: number | undefined;
}
export interface SiteRow {
  readonly id: string;
  readonly serviceId: string;
  readonly locationId: string;
}

const all = (conditions: readonly Expression<SqlBool>[]) => sql<boolean>`${sql.join([sql`true`, ...conditions], sql` and `)}`;
const among = (column: string, ids: readonly string[]) => sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;

/** Drafts are for their keepers alone. */
function wantedServices(filter: OpenFilter) {
  const { modifiedAfter, ids, organizationId, area, group, minimumAge, maximumAge } = filter;
  const conditions: Expression<SqlBool>[] = [sql<SqlBool>`s.status <> 'draft'`];
  if (modifiedAfter) conditions.push(sql<SqlBool>`s.updated_at > ${modifiedAfter.toString()}::timestamptz`);
  if (ids) conditions.push(among('s.id', ids));
  if (organizationId !== undefined) conditions.push(sql<SqlBool>`s.provider_id = ${organizationId}::uuid`);
  if (area !== undefined) conditions.push(sql<SqlBool>`s.areas @> array[${area}::int]`);
  if (group !== undefined) conditions.push(sql<SqlBool>`s.target_groups @> array[${group}::text]`);
  if (minimumAge !== undefined) conditions.push(sql<SqlBool>`coalesce((s.card ->> 'maximumAge')::numeric, 'infinity') >= ${minimumAge}`);
  if (maximumAge !== undefined) conditions.push(sql<SqlBool>`coalesce((s.card ->> 'minimumAge')::numeric, 0) <= ${maximumAge}`);
  return conditions;
}

export function listOpenServiceRows(tx: CentreTx, filter: OpenFilter, { limit, after, skip = 0 }: OpenPage): Promise<ServiceRow[]> {
  const conditions = wantedServices(filter);
  if (after !== undefined) conditions.push(sql<SqlBool>`s.id > ${after}::uuid`);
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service as s')
    .selectAll('s')
    .where(all(conditions))
    .orderBy('s.id')
    .limit(limit)
    .offset(skip)
    .execute();
}

export function listSiteRows(tx: CentreTx, filter: OpenFilter, { limit, after, skip = 0 }: OpenPage): Promise<SiteRow[]> {
  const { ids, ...ofService } = filter;
  const conditions = wantedServices(ofService);
  if (ids) conditions.push(among('link.id', ids));
  if (after !== undefined) conditions.push(sql<SqlBool>`link.id > ${after}::uuid`);
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.serviceAtLocation as link')
    .innerJoin('catalogue.service as s', (join) => join.onRef('s.centreId', '=', 'link.centreId').onRef('s.id', '=', 'link.serviceId'))
    .select(['link.id', 'link.serviceId', 'link.locationId'])
    .where(all(conditions))
    .orderBy('link.id')
    .limit(limit)
    .offset(skip)
    .execute();
}

export function listOpenProviderRows(tx: CentreTx, filter: OpenFilter, { limit, after, skip = 0 }: OpenPage): Promise<ProviderRow[]> {
  const conditions = wantedRows('p', filter, after);
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.provider as p')
    .selectAll('p')
    .where('p.isActive', '=', true)
    .where(all(conditions))
    .orderBy('p.id')
    .limit(limit)
    .offset(skip)
    .execute();
}

export function listOpenLocationRows(tx: CentreTx, filter: OpenFilter, { limit, after, skip = 0 }: OpenPage): Promise<LocationRow[]> {
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.location as l')
    .selectAll('l')
    .where(all(wantedRows('l', filter, after)))
    .orderBy('l.id')
    .limit(limit)
    .offset(skip)
    .execute();
}

function wantedRows(table: 'p' | 'l', { modifiedAfter, ids }: OpenFilter, after: string | undefined) {
  const conditions: Expression<SqlBool>[] = [];
  if (modifiedAfter) conditions.push(sql<SqlBool>`${sql.ref(`${table}.updatedAt`)} > ${modifiedAfter.toString()}::timestamptz`);
  if (ids) conditions.push(among(`${table}.id`, ids));
  if (after !== undefined) conditions.push(sql<SqlBool>`${sql.ref(`${table}.id`)} > ${after}::uuid`);
  return conditions;
}

/** How many records there are in each list. */
export async function countOpenRows(
  tx: CentreTx,
  filter: OpenFilter,
  kind: 'services' | 'sites' | 'organizations' | 'locations',
): Promise<number> {
  const count = sql<number>`count(*)::int`.as('count');
  const tables = tablesOf<CatalogueTables>(tx);
  const { ids, ...ofService } = filter;
  const query = {
    services: () =>
      tables
        .selectFrom('catalogue.service as s')
        .select(count)
        .where(all(wantedServices(filter))),
    sites: () =>
      tables
        .selectFrom('catalogue.serviceAtLocation as link')
        .innerJoin('catalogue.service as s', (join) => join.onRef('s.centreId', '=', 'link.centreId').onRef('s.id', '=', 'link.serviceId'))
        .select(count)
        .where(all([...wantedServices(ofService), ...(ids ? [among('link.id', ids)] : [])])),
    organizations: () =>
      tables
        .selectFrom('catalogue.provider as p')
        .select(count)
        .where('p.isActive', '=', true)
        .where(all(wantedRows('p', filter, undefined))),
    locations: () =>
      tables
        .selectFrom('catalogue.location as l')
        .select(count)
        .where(all(wantedRows('l', filter, undefined))),
  }[kind];
  const [row] = await (query() as { execute(): Promise<{ count: number }[]> }).execute();
  return row?.count ?? 0;
}
