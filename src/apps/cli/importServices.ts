import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { formatOfServiceFile, type ServiceFileFormat } from '#modules/catalogue/index.ts';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import { note, print, withCapability } from './run.ts';

interface Options {
  readonly centre: string;
  readonly format?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

export async function importServices(file: string, options: Options): Promise<void> {
  const bytes = await readInput(file);
  const format = formatOf(file, bytes, options.format);
  const isDryRun = options.dryRun ?? false;
  const report = await withCapability('importServices', (bringIn, opened) =>
    bringIn(opened, { centreSlug: options.centre, format, bytes, isDryRun }),
  );
  for (const { row, field, problem } of report.problems)
    note(row === 0 ? problem : `row ${row}${field === '' ? '' : `, ${field}`}: ${problem}`); // row 0: the file as a whole
  for (const { row, note: remark } of report.notes) note(`row ${row}: ${remark}`);
  const { added, changed, unchanged, problems } = report;
  const counts = `added: ${added}, changed: ${changed}, unchanged: ${unchanged}`;
  if (problems.length > 0) {
    print(options.json, report, `Nothing was imported: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the file.`);
    process.exitCode = 1;
  } else print(options.json, report, isDryRun ? `Nothing was written. Services that would be ${counts}.` : `Services ${counts}.`);
}

function formatOf(file: string, bytes: Uint8Array, given: string | undefined): ServiceFileFormat {
  if (given === undefined) return formatOfServiceFile(file, bytes);
  if (given === 'json' || given === 'csv') return given;
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
