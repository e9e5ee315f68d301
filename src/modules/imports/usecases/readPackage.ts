import { parse } from 'csv-parse/sync';
import { ok, refuse, type Result } from '#shared/result.ts';
import { decodePolishText } from '#modules/catalogue/index.ts';
import { objectsOfTables, TABLE_FILES, type TableRow } from '../domain/hsdsTables.ts';
import { unzip } from './zip.ts';

/** The objects of an archive with the tables of HSDS, with all that belongs to them. */
export function readPackage(bytes: Uint8Array): Result<readonly unknown[], 'damaged' | 'quotes'> {
  const files = unzip(bytes, /\.csv$/i);
  return files.ok ? readTables(files.value) : files;
}

/** The same for tables by the names of their files; a single one may stand alone. */
export function readTables(files: Readonly<Record<string, Uint8Array>>): Result<readonly unknown[], 'quotes'> {
  const tables = new Map<string, readonly TableRow[]>();
  for (const [path, content] of Object.entries(files)) {
    const table = TABLE_FILES[/([^/\\]+)\.csv$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
    if (table === undefined) continue;
    const text = decodePolishText(content);
    try {
      const rows = parse(text, {
        bom: true,
        columns: true,
        // A table that went through a Polish spreadsheet has semicolons.
        delimiter: /^[^\n,]*;/.test(text) ? ';' : ',',
        relax_column_count: true,
        skip_empty_lines: true,
      }) as TableRow[];
      tables.set(table, [...(tables.get(table) ?? []), ...rows]);
    } catch {
      return refuse('quotes');
    }
  }
  return ok(objectsOfTables(tables));
}

/** Whether a text is the table of organizations or of locations alone, by the name of its file and its columns. */
export function isCompanionTable(name: string, text: string): boolean {
  if (!/^(organizations|locations)\.csv$/i.test(name.split(/[\\/]/).at(-1) ?? '')) return false;
  const columns = (text.split(/\r?\n/, 1)[0] ?? '').split(/[,;]/).map((column) => column.replaceAll('"', '').trim());
  return columns.includes('id') && columns.includes('name');
}
