import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isUuid } from '#shared/uuid.ts';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import { note, print, withCapability } from './run.ts';

interface Options {
  readonly centre: string;
  readonly format?: string;
  readonly skipBroken?: true;
  readonly dryRun?: true;
  readonly asGuessed?: true;
  readonly json?: true;
}

export async function importServices(file: string, options: Options): Promise<void> {
  const bytes = await readInput(file);
  const isDryRun = options.dryRun ?? false;
  const skipBroken = options.skipBroken ?? false;
  const name = nameFor(file, options.format);
  const report = await withCapability('importServices', (bringIn, opened) =>
    bringIn(opened, { centreSlug: options.centre, name, bytes, skipBroken, isDryRun, asGuessed: options.asGuessed ?? false }),
  );
  for (const { row, name: called = '', field, problem } of report.problems)
    // row 0: the file as a whole
    note(row === 0 ? problem : `row ${row}${called === '' ? '' : ` (${called})`}${field === '' ? '' : `, ${field}`}: ${problem}`);
  for (const { row, note: remark } of report.notes) note(`row ${row}: ${remark}`);
  const { added, changed, unchanged, problems, run } = report;
  const counts = `added: ${added}, changed: ${changed}, unchanged: ${unchanged}`;
  const isWhole = problems.some(({ row }) => row === 0);
  if (problems.length > 0 && (!skipBroken || isWhole)) {
    print(options.json, report, `Nothing was imported: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the file.`);
    process.exitCode = 1;
    return;
  }
  const leftOut = new Set(problems.map(({ row }) => row)).size;
  const words = [
    isDryRun ? `Nothing was written. Services that would be ${counts}.` : `Services ${counts}.`,
    ...(leftOut > 0 ? [`Rows left out: ${leftOut}.`] : []),
    ...(run === null ? [] : [`To take it back: okienko import undo ${run} --centre ${options.centre}`]),
  ];
  print(options.json, report, words.join('\n'));
}

export async function undoImport(run: string, options: { readonly centre: string; readonly json?: true }): Promise<void> {
  if (!isUuid(run)) throw new OperatorError(`"${run}" is not the number of an import.`);
  const done = await withCapability('undoImport', (undo, opened) => undo(opened, { centreSlug: options.centre, runId: run.toLowerCase() }));
  print(options.json, done, `Services removed: ${done.removed}, restored: ${done.restored}, left because of changes or use: ${done.kept}.`);
}

/** The name by which the file is read: its own, with the ending of the format that was asked for. */
function nameFor(file: string, given: string | undefined): string {
  const own = file === '-' ? 'stdin' : basename(file);
  if (given === undefined) return own;
  if (given === 'json' || given === 'csv') return own.toLowerCase().endsWith(`.${given}`) ? own : `${own}.${given}`;
  throw new OperatorError(`"${given}" is neither json nor csv; say which it is with --format.`);
}

/** The bytes of a file, or of the standard input when its name is "-". @throws OperatorError when it cannot be read. */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  try {
    return await readFile(file);
  } catch (error) {
    throw new OperatorError(`The file ${file} cannot be read (${codeOf(error)}).`, { cause: error });
  }
}
