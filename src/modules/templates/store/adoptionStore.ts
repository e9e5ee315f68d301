import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { AdoptionRow, TemplateTables, UsageRow } from './tables.ts';

const tables = (tx: CentreTx) => tablesOf<TemplateTables>(tx);

export const findAdoptionRow = (tx: CentreTx, serviceId: string): Promise<AdoptionRow | undefined> =>
  tables(tx).selectFrom('templates.adoption').selectAll().where('serviceId', '=', serviceId).executeTakeFirst();

/** Every adoption of the centre, of one template if told, in the order of services' ids. */
export function listAdoptionRows(
  tx: CentreTx,
  { templateId, after, limit }: { templateId?: string | undefined; after?: string | undefined; limit: number },
): Promise<AdoptionRow[]> {
  let query = tables(tx).selectFrom('templates.adoption').selectAll();
  if (templateId !== undefined) query = query.where('templateId', '=', templateId);
  if (after !== undefined) query = query.where('serviceId', '>', after);
  return query.orderBy('serviceId').limit(limit).execute();
}

export const listTiedServiceIds = async (tx: CentreTx): Promise<readonly string[]> =>
  (await tables(tx).selectFrom('templates.adoption').select('serviceId').execute()).map(({ serviceId }) => serviceId);

/** Adoptions that have an older edition than the newest of a template that is still offered. */
const behind = (tx: CentreTx) =>
  tables(tx)
    .selectFrom('templates.adoption as a')
    .innerJoin('templates.published as p', (on) =>
      on.onRef('p.publisherId', '=', 'a.publisherId').onRef('p.templateId', '=', 'a.templateId'),
    )
    .whereRef('a.number', '<', 'p.number')
    .where('p.withdrawnAt', 'is', null);

export function listBehindRows(
  tx: CentreTx,
  { after, limit, onlyFollowing = false }: { after?: string | undefined; limit: number; onlyFollowing?: boolean },
): Promise<(AdoptionRow & { newest: number })[]> {
  let query = behind(tx).selectAll('a').select('p.number as newest');
  if (after !== undefined) query = query.where('a.serviceId', '>', after);
  if (onlyFollowing) query = query.where('a.followsItself', '=', true);
  return query.orderBy('a.serviceId').limit(limit).execute();
}
/** Services that took a newer edition by themselves since a moment, the latest first. */
export const listFollowedRows = (tx: CentreTx, since: Temporal.Instant, limit: number): Promise<AdoptionRow[]> =>
  tablesOf<TemplateTables>(tx)
    .selectFrom('templates.adoption')
    .selectAll()
    .where('followsItself', '=', true)
    .where('number', '>', 1)
    .where('adoptedAt', '>=', since)
    .orderBy('adoptedAt', 'desc')
    .orderBy('serviceId')
    .limit(limit)
    .execute();
export async function countBehind(tx: CentreTx): Promise<number> {
  const row = await behind(tx)
    .select((from) => from.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** How many services of the centre have each template, and how many of them wait for a decision or follow by themselves. */
export async function countByTemplate(
  tx: CentreTx,
): Promise<ReadonlyMap<string, { services: number; behind: number; drifted: number; following: number; publisherId: string }>> {
  const { rows } = await sql<{
    templateId: string;
    publisherId: string;
    services: number;
    behind: number;
    drifted: number;
    following: number;
  }>`
    select a.template_id as "templateId", a.publisher_id as "publisherId", count(*)::int as services,
      count(*) filter (where a.number < p.number and p.withdrawn_at is null)::int as behind,
      count(*) filter (where not a.in_step)::int as drifted,
      count(*) filter (where a.follows_itself and a.in_step and a.number = p.number)::int as following
    from templates.adoption a left join templates.published p on p.publisher_id = a.publisher_id and p.template_id = a.template_id
    group by 1, 2`.execute(tx.db);
  return new Map(rows.map(({ templateId, ...counts }) => [templateId, counts]));
}

type NewAdoption = Omit<AdoptionRow, 'centreId' | 'version'>;
/**
 * Writes what a service has, if that is as it was read: `version` is 0 for a service that had nothing. False when somebody
 * was quicker.
 */
export async function putAdoption(tx: CentreTx, version: number, row: NewAdoption): Promise<boolean> {
  if (version === 0) {
    const done = await tables(tx)
      .insertInto('templates.adoption')
      .values({ ...row, centreId: tx.centreId, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const done = await tables(tx)
    .updateTable('templates.adoption')
    .set({ ...row, version: version + 1 })
    .where('serviceId', '=', row.serviceId)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
export async function deleteAdoption(tx: CentreTx, serviceId: string, version: number): Promise<boolean> {
  const done = await tables(tx)
    .deleteFrom('templates.adoption')
    .where('serviceId', '=', serviceId)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
/** Remembers whether services are in step; it is no change that an editor must know of. */
export async function markSteps(tx: CentreTx, serviceIds: readonly string[], inStep: boolean): Promise<void> {
  if (serviceIds.length === 0) return;
  await tables(tx)
    .updateTable('templates.adoption')
    .set({ inStep })
    .where('serviceId', 'in', [...serviceIds])
    .where('inStep', '<>', inStep)
    .execute();
}

/** Tells the authors of templates how many services of the centre use them; what is not told any more goes. */
export async function replaceUsage(tx: CentreTx, rows: readonly Omit<UsageRow, 'adopterId'>[]): Promise<void> {
  const told = rows.map(({ templateId }) => templateId);
  await sql`delete from templates.usage where adopter_id = ${tx.centreId} and not (template_id = any(${told}::uuid[]))`.execute(tx.db);
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto('templates.usage')
    .values(rows.map((row) => ({ ...row, adopterId: tx.centreId })))
    .onConflict((conflict) =>
      conflict.columns(['adopterId', 'publisherId', 'templateId']).doUpdateSet((row) => ({
        adopterName: row.ref('excluded.adopterName'),
        services: row.ref('excluded.services'),
        behind: row.ref('excluded.behind'),
        drifted: row.ref('excluded.drifted'),
        following: row.ref('excluded.following'),
        countedAt: row.ref('excluded.countedAt'),
      })),
    )
    .execute();
}
