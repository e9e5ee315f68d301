import { createHash } from 'node:crypto';
import { actorKey } from '#shared/actor.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { guessColumns, keyOfHeadings, type ColumnMapping } from '#modules/catalogue/index.ts';
import { isTable } from '../domain/run.ts';
import { findContent, findKnownHeadings, findSameImported, insertRun, saveKnownHeadings, takeRun, updateRun } from '../store/runStore.ts';
import type { Run } from '../store/tables.ts';
import { openFile, packContent, unpackContent, type FileContent, type FileRefusal } from './openFile.ts';
import { bestSheet, headedSheet } from './sheet.ts';
import { getRun } from './runs.ts';
import { begin } from './work.ts';

/** Takes in a file. One that names its fields itself is checked at once; the columns of a table are named first. */
export async function uploadFile(scope: CentreScope, file: File): Promise<Result<{ id: string }, FileRefusal>> {
  const bytes = await file.bytes();
  const opened = await openFile(file.name, bytes);
  if (!opened.ok) return opened;
  const { format, content } = opened.value;
  const id = newId();
  const { actor } = scope;
  const sheet = content.kind === 'table' ? bestSheet(content.sheets) : 0;
  const run = {
    id,
    fileName: nameOf(file.name),
    fileSize: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    format,
    headings: [],
    state: 'uploaded' as const,
    startedBy: actorKey(actor),
    startedByName: actor.kind === 'user' ? actor.name : null,
    createdAt: scope.now,
  };
  await insertRun(scope.tx, run, await packContent(content));
  if (isTable(format)) await updateRun(scope.tx, id, { sheet });
  else await begin(scope, id, 'checking');
  return ok({ id });
}

/** The last part of a path, without signs that turn text around. */
const nameOf = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 150) || 'plik';

/** A file with what it holds; undefined content when that was forgotten. */
export async function readContent(scope: CentreScope, run: Run): Promise<FileContent | undefined> {
  const bytes = await findContent(scope.tx, run.id);
  return bytes && unpackContent(bytes);
}

/** What somebody who names the columns of a table looks at. */
export interface ColumnsView {
  readonly run: Run;
  readonly sheets: readonly string[];
  readonly sheet: number;
  readonly headings: readonly string[];
  /** Of each column the first two values that it has. */
  readonly samples: readonly (readonly string[])[];
  readonly rowCount: number;
  readonly mapping: ColumnMapping;
  readonly clearsEmpty: boolean;
  /** The columns were named before for a file with the same headings. */
  readonly isRemembered: boolean;
  /** The same file is in the catalogue already. */
  readonly sameImported: Run | undefined;
}
/** @throws NotFound when there is no such file · undefined when its content was forgotten or has no such sheet */
export async function viewColumns(scope: CentreScope, runId: string, wanted?: number): Promise<ColumnsView | undefined> {
  const run = await getRun(scope, runId);
  const content = await readContent(scope, run);
  if (content?.kind !== 'table') return undefined;
  const sheet = wanted !== undefined && content.sheets[wanted] ? wanted : run.sheet;
  const chosen = content.sheets[sheet];
  const headed = chosen && headedSheet(chosen);
  const headings = headed?.headings ?? [];
  const lines = headed?.lines ?? [];
  const remembered = await findKnownHeadings(scope.tx, keyOfHeadings(headings));
  const isSame = run.mapping !== null && run.sheet === sheet;
  return {
    run,
    sheets: content.sheets.map(({ name }) => name),
    sheet,
    headings,
    samples: headings.map((_, column) => firstValues(lines, column)),
    rowCount: lines.length,
    mapping: isSame ? (run.mapping ?? {}) : (remembered?.mapping ?? guessColumns(headings)),
    clearsEmpty: isSame ? run.clearsEmpty : (remembered?.clearsEmpty ?? false),
    isRemembered: !isSame && remembered !== undefined,
    sameImported: await findSameImported(scope.tx, run.sha256),
  };
}

function firstValues(lines: readonly { readonly values: readonly string[] }[], column: number): string[] {
  const found: string[] = [];
  for (const { values } of lines) {
    const value = (values[column] ?? '').replace(/\s+/gu, ' ').trim();
    if (value !== '') found.push(value);
    if (found.length === 2) break;
  }
  return found;
}

export type NameColumnsRefusal = 'no-name' | 'repeated-column' | 'not-now' | 'forgotten';
/** Takes down which column is which field, remembers it for the next file with these headings, and has the file checked. */
export async function nameColumns(
  scope: CentreScope,
  runId: string,
  { sheet, mapping, clearsEmpty }: { sheet: number; mapping: ColumnMapping; clearsEmpty: boolean },
): Promise<Result<{ id: string }, NameColumnsRefusal>> {
  const view = await viewColumns(scope, runId, sheet);
  if (!view) return refuse('forgotten');
  const columns = Object.values(mapping);
  if (mapping.name === undefined && mapping.nameAndScope === undefined) return refuse('no-name');
  if (new Set(columns).size !== columns.length || columns.some((column) => view.headings[column] === undefined))
    return refuse('repeated-column');
  const run = await takeRun(scope.tx, runId);
  if (!run || (run.state !== 'uploaded' && run.state !== 'checked')) return refuse('not-now');
  await saveKnownHeadings(scope.tx, { key: keyOfHeadings(view.headings), mapping, clearsEmpty, usedAt: scope.now });
  await updateRun(scope.tx, runId, { sheet: view.sheet, headings: [...view.headings], mapping, clearsEmpty });
  await begin(scope, runId, 'checking');
  return ok({ id: runId });
}
