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
export interface PlaceCount {
  readonly serviceId: string;
  readonly taken: number;
  readonly waiting: number;
  readonly firstFiledAt: Temporal.Instant | null;
}
/** How many have a place in each service and how many wait, for all services that anybody ever asked for. */
export async function countPlaces(tx: CentreTx): Promise<PlaceCount[]> {
  return tablesOf<QualificationTables>(tx)
    .selectFrom('qualification.place')
    .groupBy('serviceId')
    .select([
      'serviceId',
      sql<number>`count(*) filter (where state = 'taken')`.as('taken'),
      sql<number>`count(*) filter (where state = 'waiting')`.as('waiting'),
      sql<Temporal.Instant | null>`min(filed_at) filter (where state = 'waiting')`.as('firstFiledAt'),
    ])
    .execute();
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
