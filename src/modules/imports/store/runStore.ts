import { sql, type Updateable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { ColumnMapping } from '#modules/catalogue/index.ts';
import { KEPT_DAYS } from '../domain/run.ts';
import type { ImportTables, Progress, Run } from './tables.ts';

const tables = (tx: CentreTx) => tablesOf<ImportTables>(tx);
const asJson = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`;

export type NewRun = Pick<
  Run,
  'id' | 'fileName' | 'fileSize' | 'sha256' | 'format' | 'headings' | 'state' | 'startedBy' | 'startedByName' | 'createdAt'
>;
/** Adds a file with what it holds. */
export async function insertRun(tx: CentreTx, run: NewRun, content: Uint8Array | null): Promise<void> {
  const { centreId } = tx;
  await sql`insert into imports.run (centre_id, id, file_name, file_size, sha256, format, headings, state, started_by, started_by_name, created_at)
    values (${centreId}, ${run.id}, ${run.fileName}, ${run.fileSize}, ${run.sha256}, ${run.format}, ${run.headings}, ${run.state},
      ${run.startedBy}, ${run.startedByName}, ${run.createdAt.toString()}::timestamptz)`.execute(tx.db);
  if (content !== null) await tables(tx).insertInto('imports.content').values({ centreId, runId: run.id, bytes: content }).execute();
  await tables(tx)
    .insertInto('imports.progress')
    .values({ centreId, runId: run.id, done: 0, total: 0, hasFailed: false, at: run.createdAt })
    .execute();
}

export const findRun = (tx: CentreTx, id: string): Promise<Run | undefined> =>
  tables(tx).selectFrom('imports.run').selectAll().where('id', '=', id).executeTakeFirst();
/** The file, held for whoever changes its state; undefined while a job holds it. */
export const takeRun = (tx: CentreTx, id: string): Promise<Run | undefined> =>
  tables(tx).selectFrom('imports.run').selectAll().where('id', '=', id).forUpdate().skipLocked().executeTakeFirst();
/** Files, newest first; `after` is the last of the page before. */
export function listRuns(tx: CentreTx, { after, limit }: { after?: string | undefined; limit: number }): Promise<Run[]> {
  let query = tables(tx).selectFrom('imports.run').selectAll();
  if (after !== undefined)
    query = query.where(sql<boolean>`(created_at, id) < (select created_at, id from imports.run r where r.id = ${after})`);
  return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
/** The last time the same bytes were imported and not taken back. */
export const findSameImported = (tx: CentreTx, sha256: string): Promise<Run | undefined> =>
  tables(tx)
    .selectFrom('imports.run')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('state', '=', 'imported')
    .orderBy('importedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
export const listRunsUnderWay = (tx: CentreTx): Promise<Run[]> =>
  tables(tx).selectFrom('imports.run').selectAll().where('state', 'in', ['checking', 'importing', 'undoing']).execute();

export type RunChange = Omit<Updateable<ImportTables['imports.run']>, 'centreId' | 'id' | 'version' | 'mapping' | 'notes' | 'forced'> & {
  readonly mapping?: ColumnMapping | null;
  readonly notes?: Run['notes'];
  readonly forced?: readonly string[];
};
/** Changes what is known of a file. */
export async function updateRun(tx: CentreTx, id: string, { mapping, notes, forced, ...change }: RunChange): Promise<void> {
  await tables(tx)
    .updateTable('imports.run')
    .set({
      ...change,
      ...(mapping !== undefined && { mapping: mapping === null ? null : asJson(mapping) }),
      ...(notes !== undefined && { notes: asJson(notes) }),
      ...(forced !== undefined && { forced: sql<string[]>`${[...forced]}::uuid[]` }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

export async function findContent(tx: CentreTx, runId: string): Promise<Uint8Array | undefined> {
  return (await tables(tx).selectFrom('imports.content').select('bytes').where('runId', '=', runId).executeTakeFirst())?.bytes;
}

export const findProgress = (tx: CentreTx, runId: string): Promise<Progress | undefined> =>
  tables(tx).selectFrom('imports.progress').selectAll().where('runId', '=', runId).executeTakeFirst();
export async function saveProgress(
  tx: CentreTx,
  runId: string,
  { done, total, hasFailed = false, at }: Pick<Progress, 'done' | 'total' | 'at'> & { readonly hasFailed?: boolean },
): Promise<void> {
  await tables(tx).updateTable('imports.progress').set({ done, total, hasFailed, at }).where('runId', '=', runId).execute();
}

export const findKnownHeadings = (tx: CentreTx, key: string): Promise<{ mapping: ColumnMapping; clearsEmpty: boolean } | undefined> =>
  tables(tx).selectFrom('imports.knownHeadings').select(['mapping', 'clearsEmpty']).where('key', '=', key).executeTakeFirst();
export async function saveKnownHeadings(
  tx: CentreTx,
  { key, mapping, clearsEmpty, usedAt }: { key: string; mapping: ColumnMapping; clearsEmpty: boolean; usedAt: Temporal.Instant },
): Promise<void> {
  await tables(tx)
    .insertInto('imports.knownHeadings')
    .values({ centreId: tx.centreId, key, mapping: asJson(mapping), clearsEmpty, usedAt })
    .onConflict((conflict) =>
      conflict.columns(['centreId', 'key']).doUpdateSet((row) => ({
        mapping: row.ref('excluded.mapping'),
        clearsEmpty: row.ref('excluded.clearsEmpty'),
        usedAt: row.ref('excluded.usedAt'),
      })),
    )
    .execute();
}

/** Forgets files, and the rows as files had them, of runs that began long ago. @returns how many files */
export async function forgetContents(tx: CentreTx, now: Temporal.Instant): Promise<number> {
  const before = now.subtract({ hours: 24 * KEPT_DAYS }).toString();
  const old = sql`select id from imports.run where created_at < ${before}::timestamptz`;
  await sql`update imports.row set source = null, record = null where (source is not null or record is not null) and run_id in (${old})`.execute(
    tx.db,
  );
  await sql`update imports.run set state = 'dropped', version = version + 1
    where created_at < ${before}::timestamptz and state in ('uploaded', 'checked')`.execute(tx.db);
  const gone = await sql`delete from imports.content where run_id in (${old})`.execute(tx.db);
  return Number(gone.numAffectedRows ?? 0);
}
