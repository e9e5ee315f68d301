import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { listServiceRows } from './catalogueStore.ts';
import type { CareRow, CatalogueTables, ServiceRow } from './tables.ts';

export const findCareRow = (tx: CentreTx, serviceId: string): Promise<CareRow | undefined> =>
  tablesOf<CatalogueTables>(tx).selectFrom('catalogue.serviceCare').selectAll().where('serviceId', '=', serviceId).executeTakeFirst();

export type CareValues = Pick<CareRow, 'reviewMonths' | 'keeperEmail' | 'staffNote' | 'publishOn' | 'publishUntil' | 'successorId'>;
/** Writes what the staff know of a service, if it still is as it was read (0 is "not there yet"). False when it is not. */
export async function saveCare(tx: CentreTx, serviceId: string, version: number, values: CareValues): Promise<boolean> {
  const tables = tablesOf<CatalogueTables>(tx);
  if (version === 0) {
    const added = await tables
      .insertInto('catalogue.serviceCare')
      .values({ ...values, centreId: tx.centreId, serviceId, version: 1, isMerged: false, remindedAt: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('serviceId')
      .executeTakeFirst();
    return added !== undefined;
  }
  const done = await tables
    .updateTable('catalogue.serviceCare')
    .set({ ...values, version: version + 1 })
    .where('serviceId', '=', serviceId)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** When a record is to be looked at again: so many months since it was last known to be true. */
const dueOn = (months: number) =>
  sql<Temporal.PlainDate>`(s.true_since + make_interval(months => coalesce(care.review_months, ${months})))::date`;

/** Records of residents' services due by a day. Who has no period of its own is found by the index of days, the few others one by one. */
function due(tx: CentreTx, months: number, by: Temporal.PlainDate) {
  // The end of a month may move a day of the period; the exact day decides.
  const earliest = by.subtract({ months }).add({ days: 3 }).toString();
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service as s')
    .leftJoin('catalogue.serviceCare as care', 'care.serviceId', 's.id')
    .where('s.status', 'in', ['active', 'paused'])
    .where(
      sql<boolean>`(s.true_since <= ${earliest}::date or s.id in
        (select own.service_id from catalogue.service_care own where own.centre_id = ${tx.centreId} and own.review_months is not null))`,
    )
    .where(sql<boolean>`${dueOn(months)} <= ${by.toString()}::date`);
}

export interface AfterDue {
  readonly dueOn: Temporal.PlainDate;
  readonly id: string;
}
/** Records whose review is due by a day, the longest due first. `months` is the period of those that have none of their own. */
export async function listDueRows(
  tx: CentreTx,
  { months, by, after, limit }: { months: number; by: Temporal.PlainDate; after?: AfterDue | undefined; limit: number },
): Promise<{ row: ServiceRow; dueOn: Temporal.PlainDate }[]> {
  let query = due(tx, months, by).select(['s.id', dueOn(months).as('dueOn')]);
  if (after) query = query.where(sql<boolean>`(${dueOn(months)}, s.id) > (${after.dueOn.toString()}::date, ${after.id}::uuid)`);
  const found = await query
    .orderBy(sql`${dueOn(months)}`)
    .orderBy('s.id')
    .limit(limit)
    .execute();
  // Cards are opened only for what is shown.
  const rows = new Map(
    (
      await listServiceRows(
        tx,
        found.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  return found.flatMap(({ id, dueOn: day }) => {
    const row = rows.get(id);
    return row ? [{ row, dueOn: day }] : [];
  });
}
export async function countDue(tx: CentreTx, months: number, by: Temporal.PlainDate): Promise<number> {
  const row = await due(tx, months, by)
    .select((select) => select.fn.countAll<string>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Records due by a day of which nobody was reminded since a moment, with whom to ask. */
export function listToRemind(
  tx: CentreTx,
  { months, by, notSince, limit }: { months: number; by: Temporal.PlainDate; notSince: Temporal.Instant; limit: number },
) {
  return due(tx, months, by)
    .select(['s.id', 's.name', 's.providerId', 'care.keeperEmail'])
    .where(sql<boolean>`(care.reminded_at is null or care.reminded_at <= ${notSince.toString()}::timestamptz)`)
    .orderBy(sql`${dueOn(months)}`)
    .orderBy('s.id')
    .limit(limit)
    .execute();
}
/** Notes that somebody was reminded. */
export async function markReminded(tx: CentreTx, serviceIds: readonly string[], now: Temporal.Instant): Promise<void> {
  if (serviceIds.length === 0) return;
  await sql`insert into catalogue.service_care (centre_id, service_id, reminded_at)
    select ${tx.centreId}::uuid, id, ${now.toString()}::timestamptz from unnest(${[...serviceIds]}::uuid[]) id
    on conflict (centre_id, service_id) do update set reminded_at = excluded.reminded_at`.execute(tx.db);
}

/** Services whose planned day has come: drafts to publish, and others whose last day is over. */
export function listPlanned(tx: CentreTx, today: Temporal.PlainDate) {
  const day = sql`${today.toString()}::date`;
  return tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service as s')
    .innerJoin('catalogue.serviceCare as care', 'care.serviceId', 's.id')
    .select(['s.id', 's.version', 's.status'])
    .where(
      sql<boolean>`(s.status = 'draft' and care.publish_on <= ${day} and coalesce(care.publish_until >= ${day}, true))
        or (s.status in ('active', 'paused') and care.publish_until < ${day})`,
    )
    .orderBy('s.id')
    .execute();
}

/** Ids of services of a name, whatever the case of its letters; drafts and ended ones lead nowhere. */
export async function listIdsNamed(tx: CentreTx, name: string): Promise<string[]> {
  const rows = await tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service')
    .select('id')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('status', 'in', ['active', 'paused'])
    .limit(5)
    .execute();
  return rows.map(({ id }) => id);
}

/** Notes that the record of a service became part of another one's. */
export async function markMerged(tx: CentreTx, serviceId: string, into: string): Promise<void> {
  await sql`insert into catalogue.service_care (centre_id, service_id, successor_id, is_merged)
    values (${tx.centreId}::uuid, ${serviceId}::uuid, ${into}::uuid, true)
    on conflict (centre_id, service_id) do update
      set successor_id = excluded.successor_id, is_merged = true, version = catalogue.service_care.version + 1`.execute(tx.db);
}

/** Which services' records became part of which, among those of one service. */
export async function listMergeRows(tx: CentreTx, serviceId: string): Promise<{ goneId: string; keptId: string }[]> {
  const { rows } = await sql<{ goneId: string; keptId: string }>`select service_id as gone_id, successor_id as kept_id
    from catalogue.service_care
    where centre_id = ${tx.centreId} and is_merged and successor_id is not null
      and (service_id = ${serviceId}::uuid or successor_id = ${serviceId}::uuid)
    order by service_id`.execute(tx.db);
  return rows;
}
/** Notes that a record stands for itself again. */
export async function unmarkMerged(tx: CentreTx, serviceId: string): Promise<void> {
  await sql`update catalogue.service_care set successor_id = null, is_merged = false, version = version + 1
    where centre_id = ${tx.centreId} and service_id = ${serviceId}::uuid`.execute(tx.db);
}
