import { sql, type RawBuilder, type Selectable } from 'kysely';
import { conditionOfWords, tablesOf, type CentreTx } from '#platform/db/index.ts';
import { toIsoInstant } from '#shared/isoTime.ts';
import { caseEventSchema, type CaseEvent } from '../domain/caseEvents.ts';

export interface CaseTables {
  'cases.record': {
    centreId: string;
    id: string;
    version: number;
    number: string;
    code: string;
    status: string;
    isOpen: boolean;
    personId: string | null;
    coordinatorId: string | null;
    serviceIds: string[];
    channel: string;
    openedAt: Temporal.Instant;
    filedOn: Temporal.PlainDate | null;
    planDueOn: Temporal.PlainDate | null;
    nextDueOn: Temporal.PlainDate | null;
    nextStep: string | null;
    searchText: string;
    isUrgent: boolean;
    changedAt: Temporal.Instant;
  };
  'cases.event': {
    centreId: string;
    caseId: string;
    seq: number;
    type: string;
    at: Temporal.Instant;
    actorRole: string;
    actorId: string | null;
    data: unknown;
  };
  /** Kept by a trigger from `serviceIds`, for lists. */
  'cases.recordService': { centreId: string; serviceId: string; caseId: string };
  'cases.numbering': { centreId: string; year: number; last: number };
}
export type CaseRow = Selectable<CaseTables['cases.record']>;

export async function insertCase(tx: CentreTx, row: Omit<CaseRow, 'centreId'>): Promise<void> {
  await tablesOf<CaseTables>(tx)
    .insertInto('cases.record')
    .values({ ...row, centreId: tx.centreId })
    .execute();
}

/** Writes the projection after events up to `version`; false when another writer was first. */
export async function updateCase(
  tx: CentreTx,
  id: string,
  version: number,
  change: Partial<Omit<CaseRow, 'centreId' | 'id'>>,
): Promise<boolean> {
  const done = await tablesOf<CaseTables>(tx)
    .updateTable('cases.record')
    .set(change)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function appendEvents(tx: CentreTx, caseId: string, after: number, events: readonly CaseEvent[]): Promise<void> {
  await tablesOf<CaseTables>(tx)
    .insertInto('cases.event')
    .values(
      events.map((event, index) => ({
        centreId: tx.centreId,
        caseId,
        seq: after + index + 1,
        type: event.type,
        at: Temporal.Instant.from(event.at),
        actorRole: event.actor.role,
        actorId: event.actor.id,
        data: JSON.stringify(event.data),
      })),
    )
    .execute();
}

/** The whole history of a case, oldest first. */
export async function listEvents(tx: CentreTx, caseId: string): Promise<CaseEvent[]> {
  const rows = await tablesOf<CaseTables>(tx).selectFrom('cases.event').selectAll().where('caseId', '=', caseId).orderBy('seq').execute();
  return rows.map((row) =>
    caseEventSchema.parse({ type: row.type, at: toIsoInstant(row.at), actor: { role: row.actorRole, id: row.actorId }, data: row.data }),
  );
}

export async function findCase(tx: CentreTx, id: string): Promise<CaseRow | undefined> {
  return tablesOf<CaseTables>(tx).selectFrom('cases.record').selectAll().where('id', '=', id).executeTakeFirst();
}
export async function listCasesById(tx: CentreTx, ids: readonly string[]): Promise<CaseRow[]> {
  return ids.length === 0 ? [] : tablesOf<CaseTables>(tx).selectFrom('cases.record').selectAll().where('id', 'in', ids).execute();
}
export async function findCaseByCode(tx: CentreTx, code: string): Promise<CaseRow | undefined> {
  return tablesOf<CaseTables>(tx).selectFrom('cases.record').selectAll().where('code', '=', code).executeTakeFirst();
}
export async function findCaseByNumber(tx: CentreTx, number: string): Promise<CaseRow | undefined> {
  return tablesOf<CaseTables>(tx).selectFrom('cases.record').selectAll().where('number', '=', number).executeTakeFirst();
}
export async function listCasesOfPerson(tx: CentreTx, personId: string): Promise<CaseRow[]> {
  return tablesOf<CaseTables>(tx)
    .selectFrom('cases.record')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('openedAt', 'desc')
    .limit(100)
    .execute();
}

/** The next running number of a year. Waits for a concurrent filing of the same centre only. */
export async function nextNumber(tx: CentreTx, year: number): Promise<number> {
  const row = await tablesOf<CaseTables>(tx)
    .insertInto('cases.numbering')
    .values({ centreId: tx.centreId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['centreId', 'year']).doUpdateSet({ last: sql<number>`cases.numbering.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export const caseSorts = ['changed', 'filed', 'due'] as const;
export type CaseSort = (typeof caseSorts)[number];
export interface CaseFilter {
  readonly words: string;
  readonly statuses: readonly string[];
  readonly onlyOpen: boolean;
  readonly coordinatorId: string | null;
  readonly serviceId: string | null;
  readonly onlyUrgent?: boolean;
  /** Only these cases. */
  readonly ids?: readonly string[];
  /** Only cases whose next step is one of these. */
  readonly nextSteps?: readonly string[];
  readonly sort: CaseSort;
}
export interface CaseQuery extends CaseFilter {
  /** The last row of the page before (or the first of the page after, when going back). */
  readonly cursor: { readonly key: string; readonly id: string; readonly back: boolean } | null;
  readonly limit: number;
}

const sortColumns = { changed: 'changedAt', filed: 'filedOn', due: 'nextDueOn' } as const;
/** Rows without the sorted date come last; the cursor names them so. */
const none = '';

/** The cases that a list is about, whatever page of it is shown. */
function filtered(tx: CentreTx, query: CaseFilter, narrowed: readonly RawBuilder<boolean>[]) {
  let rows = tablesOf<CaseTables>(tx).selectFrom('cases.record');
  if (query.onlyOpen) rows = rows.where('isOpen', '=', true);
  if (query.onlyUrgent) rows = rows.where('isUrgent', '=', true);
  if (query.statuses.length > 0) rows = rows.where('status', 'in', query.statuses);
  if (query.ids) rows = rows.where(sql<boolean>`id = any(${sql.val([...query.ids])}::uuid[])`);
  if (query.nextSteps) rows = rows.where('nextStep', 'in', query.nextSteps);
  if (query.coordinatorId) rows = rows.where('coordinatorId', '=', query.coordinatorId);
  // Lists by filing or deadline show only cases that have one.
  if (query.sort !== 'changed') rows = rows.where(sortColumns[query.sort], 'is not', null);
  for (const condition of narrowed) rows = rows.where(condition);
  return rows;
}

/** Up to so many cases of a service are looked up one by one; of a more frequent one a list soon meets enough. */
const mostLookedUp = 5_000;
/** Conditions that are looked up beforehand: words, and the service asked for. */
async function narrow(tx: CentreTx, query: CaseFilter): Promise<RawBuilder<boolean>[]> {
  const hasWords = await conditionOfWords(tx, 'cases.record', query.words);
  const conditions = hasWords ? [hasWords] : [];
  if (!query.serviceId) return conditions;
  const asked = await tablesOf<CaseTables>(tx)
    .selectFrom('cases.recordService')
    .select('caseId')
    .where('serviceId', '=', query.serviceId)
    .limit(mostLookedUp + 1)
    .execute();
  const ids = asked.map((row) => row.caseId);
  const asksFor =
    ids.length > mostLookedUp ? sql<boolean>`${query.serviceId}::uuid = any(service_ids)` : sql<boolean>`id = any(${ids}::uuid[])`;
  return [...conditions, asksFor];
}

/**
 * One page of cases by keyset, plus one row to know whether more follow. Newest first; by deadline, nearest first.
 */
export async function listCases(tx: CentreTx, query: CaseQuery): Promise<CaseRow[]> {
  return readPage(tx, query, await narrow(tx, query));
}

/** The same, and how many cases are on all pages together, counted up to `most` + 1: more need not be known exactly. */
export async function listCounted(tx: CentreTx, query: CaseQuery, most: number): Promise<{ rows: CaseRow[]; count: number }> {
  const narrowed = await narrow(tx, query);
  const rows = await readPage(tx, query, narrowed);
  const counted = filtered(tx, query, narrowed)
    .select('id')
    .limit(most + 1);
  const { count } = await tablesOf<CaseTables>(tx)
    .selectFrom(counted.as('found'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return { rows, count };
}

function readPage(tx: CentreTx, query: CaseQuery, narrowed: readonly RawBuilder<boolean>[]): Promise<CaseRow[]> {
  const column = sortColumns[query.sort];
  const ascending = query.sort === 'due';
  const forward = !query.cursor?.back;
  const up = ascending === forward;
  let rows = filtered(tx, query, narrowed).selectAll();
  if (query.cursor && query.cursor.key !== none) {
    const { key, id } = query.cursor;
    const type = query.sort === 'changed' ? sql`timestamptz` : sql`date`;
    rows = rows.where(sql<boolean>`(${sql.ref(column)}, id) ${sql.raw(up ? '>' : '<')} (${key}::${type}, ${id}::uuid)`);
  }
  const direction = up ? 'asc' : 'desc';
  return rows
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(query.limit + 1)
    .execute();
}
