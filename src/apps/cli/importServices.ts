import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { text } from 'node:stream/consumers';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import { note, print, withCapability } from './run.ts';

interface Options {
  readonly centre: string;
  readonly format?: string;
  readonly json?: true;
}

export async function importServices(file: string, options: Options): Promise<void> {
  const format = formatOf(file, options.format);
  const content = file === '-' ? await text(process.stdin) : await read(file);
  const outcome = await withCapability('importServices', (bringIn, opened) =>
    bringIn(opened, { centreSlug: options.centre, format, text: content }),
  );
  for (const { row, reason } of outcome.refused) note(`row ${row} left out: ${reason}`);
  const { created, updated, unchanged, refused } = outcome;
  print(options.json, outcome, `Services added: ${created}, updated: ${updated}, unchanged: ${unchanged}, left out: ${refused.length}.`);
  if (refused.length > 0) process.exitCode = 1;
}

function formatOf(file: string, given: string | undefined): 'json' | 'csv' {
  const format = given ?? (extname(file).slice(1).toLowerCase() || 'json');
  if (format === 'json' || format === 'csv') return format;
  throw new OperatorError(`"${format}" is neither json nor csv; say which it is with --format.`);
}

async function read(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new OperatorError(`The file ${file} cannot be read (${codeOf(error)}).`, { cause: error });
  }
}
