import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CompanionRecord, ServiceRecord, TakenBack, WrittenCompanion, WrittenService } from '#modules/catalogue/index.ts';
import { WRITTEN_BEFORE, type RowOutcome, type RowProblem } from '../domain/run.ts';
import type { ImportTables, Row } from './tables.ts';

const tables = (tx: CentreTx) => tablesOf<ImportTables>(tx);
const batch = 1000;
async function inBatches<T>(all: readonly T[], work: (some: readonly T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += batch) await work(all.slice(start, start + batch));
}

export interface NewRow {
  readonly number: number;
  readonly outcome: RowOutcome;
  readonly name: string;
  readonly serviceId?: string;
  readonly seenVersion?: number | null;
  readonly problems?: readonly RowProblem[];
  readonly source?: unknown;
  readonly record?: ServiceRecord | CompanionRecord;
}
/** Replaces what is known of the rows of a file. */
export async function replaceRows(tx: CentreTx, runId: string, rows: readonly NewRow[]): Promise<void> {
  await tables(tx).deleteFrom('imports.row').where('runId', '=', runId).execute();
  await inBatches(rows, async (some) => {
    await sql`insert into imports.row (centre_id, run_id, number, outcome, name, service_id, seen_version, problems, source, record)
      select ${tx.centreId}::uuid, ${runId}::uuid, number, outcome, name, "serviceId", "seenVersion", coalesce(problems, '[]'), source, record
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as
        (number int, outcome text, name text, "serviceId" uuid, "seenVersion" int, problems jsonb, source jsonb, record jsonb)`.execute(
      tx.db,
    );
  });
}

/** Rows without what they would write; `after` is the number of the last one of the page before. */
export type RowLine = Omit<Row, 'record' | 'before' | 'centreId' | 'runId'> & {
  /** What it would write is filed under no area of the Act. */
  readonly lacksArea: boolean;
};
const lacksArea = sql<boolean>`coalesce(record -> 'areas' = '[]', false)`;

export function listRows(
  tx: CentreTx,
  runId: string,
  { outcome, after = 0, limit }: { outcome: RowOutcome; after?: number | undefined; limit: number },
): Promise<RowLine[]> {
  return tables(tx)
    .selectFrom('imports.row')
    .select([
      'number',
      'outcome',
      'name',
      'serviceId',
      'seenVersion',
      'writtenVersion',
      'problems',
      'source',
      'undo',
      lacksArea.as('lacksArea'),
    ])
    .where('runId', '=', runId)
    .where('outcome', '=', outcome)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}
export const findRow = (tx: CentreTx, runId: string, number: number): Promise<Row | undefined> =>
  tables(tx).selectFrom('imports.row').selectAll().where('runId', '=', runId).where('number', '=', number).executeTakeFirst();
/** How many rows would write a service that is filed under no area of the Act. */
export async function countRowsWithoutArea(tx: CentreTx, runId: string): Promise<number> {
  const found = await tables(tx)
    .selectFrom('imports.row')
    .select(sql<number>`count(*)`.as('count'))
    .where('runId', '=', runId)
    .where('outcome', 'in', ['added', 'changed'])
    .where(lacksArea)
    .executeTakeFirstOrThrow();
  return found.count;
}
/** The last file, taken in and not taken back, that wrote a service and left out another row of it; by the service. */
export async function findWrittenBeside(
  tx: CentreTx,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly fileName: string; readonly at: Temporal.Instant }>> {
  const found = await sql<{ id: string; fileName: string; at: Temporal.Instant }>`
    select distinct on (w.service_id) w.service_id as id, u.file_name as "fileName", u.imported_at as at
    from imports.row w
    join imports.run u on u.id = w.run_id and u.state = 'imported'
    join imports.row b on b.run_id = w.run_id and b.outcome = 'broken'
      and b.problems @> jsonb_build_array(jsonb_build_object('code', 'repeated', 'serviceId', w.service_id))
    where w.service_id = any(${[...serviceIds]}::uuid[]) and w.written_version is not null
    order by w.service_id, u.imported_at desc`.execute(tx.db);
  return new Map(found.rows.map(({ id, fileName, at }) => [id, { fileName, at }]));
}
const comesAgain = sql<boolean>`outcome = 'changed' and problems @> ${JSON.stringify([{ code: WRITTEN_BEFORE }])}::jsonb`;
/** Rows that come again from a file of broken rows; see `markWrittenBefore`. */
export type RowAgain = Pick<Row, 'number' | 'name' | 'serviceId' | 'problems'>;
export function listRowsAgain(tx: CentreTx, runId: string): Promise<RowAgain[]> {
  return tables(tx)
    .selectFrom('imports.row')
    .select(['number', 'name', 'serviceId', 'problems'])
    .where('runId', '=', runId)
    .where(comesAgain)
    .orderBy('number')
    .execute();
}
/** Files them under one. */
export async function fillArea(tx: CentreTx, runId: string, area: number): Promise<void> {
  await tables(tx)
    .updateTable('imports.row')
    .set({ record: sql<unknown>`jsonb_set(record, '{areas}', ${JSON.stringify([area])}::jsonb)` })
    .where('runId', '=', runId)
    .where('outcome', 'in', ['added', 'changed'])
    .where(lacksArea)
    .execute();
}
/** Rows with what they would write, in the order of the file. */
export const listRowsToWrite = (tx: CentreTx, runId: string): Promise<Pick<Row, 'number' | 'serviceId' | 'seenVersion' | 'record'>[]> =>
  tables(tx)
    .selectFrom('imports.row')
    .select(['number', 'serviceId', 'seenVersion', 'record'])
    .where('runId', '=', runId)
    .where('outcome', 'in', ['added', 'changed'])
    .orderBy('number')
    .execute();

/** Writes down what an import wrote; what the rows would write is no longer needed. */
export async function markWritten(
  tx: CentreTx,
  runId: string,
  { services, companions }: { services: readonly WrittenService[]; companions: readonly WrittenCompanion[] },
): Promise<void> {
  await inBatches(services, async (some) => {
    await sql`update imports.row r set written_version = w.version, before = nullif(w.before, 'null'), record = null
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as w (id uuid, version int, before jsonb)
      where r.run_id = ${runId} and r.service_id = w.id`.execute(tx.db);
  });
  await tables(tx).updateTable('imports.row').set({ record: null }).where('runId', '=', runId).where('serviceId', 'is', null).execute();
  await inBatches(companions, async (some) => {
    await sql`insert into imports.companion (centre_id, run_id, kind, id, written_version, before)
      select ${tx.centreId}::uuid, ${runId}::uuid, kind, id, version, nullif(before, 'null')
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as w (kind text, id uuid, version int, before jsonb)`.execute(tx.db);
  });
}
export async function markOvertaken(tx: CentreTx, runId: string, numbers: readonly number[]): Promise<void> {
  await sql`update imports.row set outcome = 'overtaken', record = null where run_id = ${runId} and number = any(${[...numbers]}::int[])`.execute(
    tx.db,
  );
}

/** What an import wrote, by the rows that wrote it. */
export async function listWritten(tx: CentreTx, runId: string): Promise<{ services: WrittenService[]; companions: WrittenCompanion[] }> {
  const rows = await tables(tx)
    .selectFrom('imports.row')
    .select(['serviceId', 'writtenVersion', 'before'])
    .where('runId', '=', runId)
    .where('writtenVersion', 'is not', null)
    .orderBy('number')
    .execute();
  const companions = await tables(tx).selectFrom('imports.companion').selectAll().where('runId', '=', runId).execute();
  return {
    services: rows.map(({ serviceId, writtenVersion, before }) => ({
      id: serviceId ?? '',
      version: writtenVersion ?? 0,
      before: before as WrittenService['before'],
    })),
    companions: companions.map(({ kind, id, writtenVersion, before }) => ({ kind, id, version: writtenVersion, before })),
  };
}
export async function markTakenBack(tx: CentreTx, runId: string, taken: ReadonlyMap<string, TakenBack>): Promise<void> {
  await inBatches([...taken], async (some) => {
    const words = some.map(([id, word]) => ({ id, word }));
    await sql`update imports.row r set undo = w.word from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as w (id uuid, word text)
      where r.run_id = ${runId} and r.service_id = w.id`.execute(tx.db);
  });
}
/** Names of the rows that wrote these services. */
export async function namesOfServices(tx: CentreTx, runId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(tx)
    .selectFrom('imports.row')
    .select(['serviceId', 'name'])
    .where('runId', '=', runId)
    .where(sql<boolean>`service_id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ serviceId, name }) => [serviceId ?? '', name]));
}
