import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CatalogueTables } from './tables.ts';

/** How many services can be asked for on a day, in each area and for each group; those with none are left out. */
export async function countOfferedByKind(
  tx: CentreTx,
  on: Temporal.PlainDate,
): Promise<{ areas: ReadonlyMap<number, number>; groups: ReadonlyMap<string, number> }> {
  const rows = await tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service')
    .select(['areas', 'targetGroups'])
    .where('status', '=', 'active')
    .where(sql<boolean>`coalesce(card ->> 'validTo', '9999') >= ${on.toString()}`)
    .execute();
  const byArea = new Map<number, number>();
  const byGroup = new Map<string, number>();
  for (const row of rows) {
    for (const area of row.areas) byArea.set(area, (byArea.get(area) ?? 0) + 1);
    for (const group of row.targetGroups) byGroup.set(group, (byGroup.get(group) ?? 0) + 1);
  }
  return { areas: byArea, groups: byGroup };
}
