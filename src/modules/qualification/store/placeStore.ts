import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { toIsoInstant } from '#shared/isoTime.ts';
import { newId } from '#shared/uuid.ts';
import type { Applicant } from '../domain/places.ts';
import type { QualificationTables } from './tables.ts';

/** Waits for everybody else who gives or takes places of the service, until this transaction ends. */
export async function lockPool(tx: CentreTx, serviceId: string): Promise<void> {
  await tablesOf<QualificationTables>(tx)
    .insertInto('qualification.pool')
    .values({ centreId: tx.centreId, serviceId, changes: 1 })
    .onConflict((conflict) =>
      conflict.columns(['centreId', 'serviceId']).doUpdateSet({ changes: sql<number>`qualification.pool.changes + 1` }),
    )
    .execute();
}

export interface PlaceRow extends Applicant {
  readonly serviceId: string;
  readonly state: 'taken' | 'waiting';
  readonly since: Temporal.Instant;
}
/** Everybody with a place in these services, or waiting for one. */
export async function listPlaces(tx: CentreTx, serviceIds: readonly string[]): Promise<PlaceRow[]> {
  if (serviceIds.length === 0) return [];
  const rows = await tablesOf<QualificationTables>(tx)
    .selectFrom('qualification.place')
    .select(['serviceId', 'caseId', 'personId', 'state', 'filedAt', 'since'])
    .where('serviceId', 'in', serviceIds)
    .orderBy('filedAt')
    .orderBy('caseId')
    .execute();
  return rows.map((row) => ({ ...row, filedAt: toIsoInstant(row.filedAt) }));
}
/** One page of the reserve list of a service, by keyset; one row more tells that it goes on. Going back, the nearest come first. */
export async function listWaiting(
  tx: CentreTx,
  serviceId: string,
  { cursor, limit }: { readonly cursor: QueueCursor | null; readonly limit: number },
): Promise<PlaceRow[]> {
  const direction = cursor?.back ? 'desc' : 'asc';
  let rows = waitingFor(tx, serviceId).select(['serviceId', 'caseId', 'personId', 'state', 'filedAt', 'since']);
  if (cursor) rows = rows.where(sql<boolean>`(filed_at, case_id) ${sql.raw(cursor.back ? '<' : '>')} ${keyOf(cursor)}`);
  const found = await rows
    .orderBy('filedAt', direction)
    .orderBy('caseId', direction)
    .limit(limit + 1)
    .execute();
  return found.map((row) => ({ ...row, filedAt: toIsoInstant(row.filedAt) }));
}
/** How many wait for a service before this row of its list. */
export async function countWaitingBefore(tx: CentreTx, serviceId: string, at: Pick<QueueCursor, 'filedAt' | 'caseId'>): Promise<number> {
  const row = await waitingFor(tx, serviceId)
    .select(sql<number>`count(*)`.as('count'))
    .where(sql<boolean>`(filed_at, case_id) < ${keyOf(at)}`)
    .executeTakeFirstOrThrow();
  return row.count;
}
/** The last row of the page before, or the first of the page after when going back. */
export interface QueueCursor {
  readonly filedAt: string;
  readonly caseId: string;
  readonly back: boolean;
}
const waitingFor = (tx: CentreTx, serviceId: string) =>
  tablesOf<QualificationTables>(tx).selectFrom('qualification.place').where('serviceId', '=', serviceId).where('state', '=', 'waiting');
const keyOf = ({ filedAt, caseId }: Pick<QueueCursor, 'filedAt' | 'caseId'>) => sql`(${filedAt}::timestamptz, ${caseId}::uuid)`;

export interface PlaceCount {
  readonly serviceId: string;
  readonly taken: number;
  readonly waiting: number;
  readonly firstFiledAt: Temporal.Instant | null;
}
/** How many have a place in each service and how many wait, for all services that anybody ever asked for, or for one. */
export async function countPlaces(tx: CentreTx, serviceId?: string): Promise<PlaceCount[]> {
  let places = tablesOf<QualificationTables>(tx).selectFrom('qualification.place');
  if (serviceId !== undefined) places = places.where('serviceId', '=', serviceId);
  return places
    .groupBy('serviceId')
    .select([
      'serviceId',
      sql<number>`count(*) filter (where state = 'taken')`.as('taken'),
      sql<number>`count(*) filter (where state = 'waiting')`.as('waiting'),
      sql<Temporal.Instant | null>`min(filed_at) filter (where state = 'waiting')`.as('firstFiledAt'),
    ])
    .execute();
}

/** Services in which anybody was ever given a place or a wait here. */
export async function listServicesWithPlaces(tx: CentreTx): Promise<string[]> {
  const rows = await tablesOf<QualificationTables>(tx)
    .selectFrom('qualification.pool')
    .select('serviceId')
    .where((row) =>
      row.exists(
        row
          .selectFrom('qualification.placeChange')
          .select('id')
          .whereRef('qualification.placeChange.serviceId', '=', 'qualification.pool.serviceId'),
      ),
    )
    .execute();
  return rows.map(({ serviceId }) => serviceId);
}

/** Gives a place or a wait to a case, or turns a wait into a place. */
export async function savePlace(
  tx: CentreTx,
  serviceId: string,
  applicant: Applicant,
  state: 'taken' | 'waiting',
  at: Temporal.Instant,
  actor: string,
): Promise<void> {
  const { caseId, personId } = applicant;
  await tablesOf<QualificationTables>(tx)
    .insertInto('qualification.place')
    .values({ centreId: tx.centreId, serviceId, caseId, personId, state, filedAt: Temporal.Instant.from(applicant.filedAt), since: at })
    .onConflict((conflict) => conflict.columns(['centreId', 'serviceId', 'caseId']).doUpdateSet({ state, since: at }))
    .execute();
  await insertChanges(tx, [{ serviceId, caseId }], state, at, actor);
}

/** The case leaves its places and queues (all of them, or one service). Says which services it left. */
export async function removePlaces(
  tx: CentreTx,
  caseId: string,
  at: Temporal.Instant,
  actor: string,
  serviceId?: string,
): Promise<string[]> {
  let rows = tablesOf<QualificationTables>(tx).deleteFrom('qualification.place').where('caseId', '=', caseId);
  if (serviceId !== undefined) rows = rows.where('serviceId', '=', serviceId);
  const left = await rows.returning('serviceId').execute();
  await insertChanges(
    tx,
    left.map((row) => ({ serviceId: row.serviceId, caseId })),
    'left',
    at,
    actor,
  );
  return left.map((row) => row.serviceId);
}

async function insertChanges(
  tx: CentreTx,
  about: readonly { readonly serviceId: string; readonly caseId: string }[],
  kind: 'taken' | 'waiting' | 'left',
  at: Temporal.Instant,
  actor: string,
): Promise<void> {
  if (about.length === 0) return;
  await tablesOf<QualificationTables>(tx)
    .insertInto('qualification.placeChange')
    .values(about.map((each) => ({ ...each, centreId: tx.centreId, id: newId(), kind, at, actor })))
    .execute();
}
