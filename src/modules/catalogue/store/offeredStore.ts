import { sql, type SelectQueryBuilder } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables, ServiceRow } from './tables.ts';

/** What residents narrow the list of services by. */
export interface OfferFilter {
  /** Number of a statutory area. */
  readonly area?: number | undefined;
  readonly group?: string | undefined;
}
/** The last service of the page before, by the order of names. */
export interface AfterService {
  readonly name: string;
  readonly id: string;
}

const inPolishOrder = sql`name collate "pl-x-icu"`;

function offered(tx: CentreTx, on: Temporal.PlainDate, { area, group }: OfferFilter) {
  let query: SelectQueryBuilder<CatalogueTables, 'catalogue.service', {}> = tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service')
    .where('status', '=', 'active')
    .where(sql<boolean>`coalesce(card ->> 'validTo', '9999') >= ${on.toString()}`);
  if (area !== undefined) query = query.where(sql<boolean>`areas @> array[${area}::int]`);
  // What is for everyone is also for each group.
  if (group !== undefined) query = query.where(sql<boolean>`target_groups && array[${group}::text, 'EVERYONE']`);
  return query;
}

/** Services that can be asked for on a day, by name, at most `limit`. */
export async function listOfferedRows(
  tx: CentreTx,
  on: Temporal.PlainDate,
  filter: OfferFilter,
  limit: number,
  after?: AfterService,
): Promise<ServiceRow[]> {
  let query = offered(tx, on, filter).selectAll();
  if (after) query = query.where(sql<boolean>`(name collate "pl-x-icu", id) > (${after.name} collate "pl-x-icu", ${after.id}::uuid)`);
  return query.orderBy(inPolishOrder).orderBy('id').limit(limit).execute();
}

/** How many services can be asked for on a day. */
export async function countOffered(tx: CentreTx, on: Temporal.PlainDate, filter: OfferFilter): Promise<number> {
  const row = await offered(tx, on, filter)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How many services can be asked for in each area and for each group; those with none are left out. */
export async function countOfferedByKind(
  tx: CentreTx,
  on: Temporal.PlainDate,
): Promise<{ areas: ReadonlyMap<number, number>; groups: ReadonlyMap<string, number> }> {
  const rows = await offered(tx, on, {}).select(['areas', 'targetGroups']).execute();
  const byArea = new Map<number, number>();
  const byGroup = new Map<string, number>();
  for (const row of rows) {
    for (const area of row.areas) byArea.set(area, (byArea.get(area) ?? 0) + 1);
    for (const group of row.targetGroups) byGroup.set(group, (byGroup.get(group) ?? 0) + 1);
  }
  return { areas: byArea, groups: byGroup };
}
