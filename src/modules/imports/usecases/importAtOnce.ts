import { createHash } from 'node:crypto';
import { actorKey } from '#shared/actor.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { guessColumns, keyOfHeadings, type ColumnMapping, type ImportProblem, type ImportReport } from '#modules/catalogue/index.ts';
import { columnsRead, isPlain, type ColumnsRead } from './certainty.ts';
import { OPERATOR_LIMITS, WRITTEN_BEFORE, type RowOutcome } from '../domain/run.ts';
import { replaceRows, type NewRow } from '../store/rowStore.ts';
import { findKnownHeadings, insertRun, takeRun, updateRun } from '../store/runStore.ts';
import { assessFile } from './assessFile.ts';
import { undoRun, writeRun } from './doWork.ts';
import { openFile, type FileRefusal } from './openFile.ts';
import { bestSheet, headedSheet } from './sheet.ts';
import { getRun } from './runs.ts';
import { isWrittenBefore } from './writtenBefore.ts';

/** What a file did, with the number by which it can be taken back; null when nothing was written. */
export interface ImportedAtOnce extends ImportReport {
  readonly run: string | null;
}
/** Nobody has named these columns, and what they were taken for is too little to be sure. */
export type UnsureColumns = ColumnsRead & { readonly code: 'unsure-columns' };

export interface FileAtOnce {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly skipBroken: boolean;
  readonly isDryRun: boolean;
  /** Columns may be what they were guessed to be, however little is known of them. */
  readonly asGuessed?: boolean;
}
const silent = async (): Promise<void> => undefined;

/**
 * Brings in a file without asking anybody, in the transaction of the scope. With any mistake nothing is written, unless broken
 * rows are to be left out; then rows that can hardly be meant count as broken too. Columns are those that somebody of the centre
 * named for such a table, else guessed; where the guess is unsure, it is refused and told.
 */
export async function importAtOnce(
  scope: CentreScope,
  { name, bytes, skipBroken, isDryRun, asGuessed = false }: FileAtOnce,
): Promise<Result<ImportedAtOnce, FileRefusal | 'no-name' | UnsureColumns>> {
  const opened = await openFile(name, bytes, OPERATOR_LIMITS);
  if (!opened.ok) return opened;
  const { format, content } = opened.value;
  const sheet = content.kind === 'table' ? bestSheet(content.sheets) : 0;
  const chosen = content.kind === 'table' ? content.sheets[sheet] : undefined;
  const headings = (chosen && headedSheet(chosen)?.headings) ?? [];
  const named = content.kind === 'table' ? await findKnownHeadings(scope.tx, keyOfHeadings(headings)) : undefined;
  const mapping: ColumnMapping | null = content.kind === 'table' ? (named?.mapping ?? guessColumns(headings)) : null;
  if (mapping && mapping.name === undefined && mapping.nameAndScope === undefined) return refuse('no-name');
  const columns = mapping && columnsRead(headings, mapping);
  if (columns && !named && !asGuessed && !isPlain(columns)) return refuse({ code: 'unsure-columns', ...columns });
  const doubts = skipBroken ? ('broken' as const) : ('noted' as const);
  const assessed = await assessFile(scope, content, { sheet, mapping, clearsEmpty: false, doubts }, silent);
  const again = assessed.rows.filter(isWrittenBefore);
  const rows = assessed.rows.filter((row) => !again.includes(row));
  const problems = [...assessed.problems, ...again.map(wouldOverwrite)].toSorted((a, b) => a.row - b.row);
  const { notes } = assessed;
  const count = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const counts = { added: count('added'), changed: count('changed'), unchanged: count('unchanged') };
  const isRefused = problems.length > 0 && !skipBroken;
  if (isRefused) return ok({ added: 0, changed: 0, unchanged: 0, problems, notes, run: null });
  if (isDryRun || counts.added + counts.changed === 0) return ok({ ...counts, problems, notes, run: null });
  const id = newId();
  const { actor, now } = scope;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const started = { startedBy: actorKey(actor), startedByName: actor.kind === 'user' ? actor.name : null, createdAt: now };
  await insertRun(
    scope.tx,
    { id, fileName: name, fileSize: bytes.length, sha256, format, headings: [...headings], state: 'checked', ...started },
    null,
  );
  await replaceRows(scope.tx, id, rows);
  await updateRun(scope.tx, id, { ...counts, broken: count('broken'), sheet, mapping, checkedAt: now, state: 'importing' });
  await writeRun(scope, await getRun(scope, id), silent);
  return ok({ ...counts, problems, notes, run: id });
}

const wouldOverwrite = ({ number, name, problems = [] }: NewRow): ImportProblem => {
  const [by] = problems;
  const problem = `repeats a row of "${by?.value ?? ''}", which wrote this service at ${by?.at ?? ''}; change the service by hand, or by a page`;
  return { row: number, name, field: '', problem, code: WRITTEN_BEFORE };
};

/** What an undoing did. */
export interface UndoneAtOnce {
  readonly removed: number;
  readonly restored: number;
  /** Services that stayed, because somebody changed or uses them. */
  readonly kept: number;
}
/** Takes a file back in the transaction of the scope; what somebody changed or uses since stays. @throws NotFound */
export async function undoAtOnce(scope: CentreScope, runId: string): Promise<Result<UndoneAtOnce, 'not-imported'>> {
  await getRun(scope, runId);
  const run = await takeRun(scope.tx, runId);
  if (run?.state !== 'imported') return refuse('not-imported');
  await undoRun(scope, run, silent);
  const { removed, restored, kept } = await getRun(scope, runId);
  return ok({ removed, restored, kept });
}
