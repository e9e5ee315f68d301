import { parse } from 'csv-parse/sync';
import { ok, refuse, type Result } from '#shared/result.ts';
import { decodePolishText } from '#modules/catalogue/index.ts';
import { servicesOfTables, TABLE_FILES, type TableRow } from '../domain/hsdsTables.ts';
import { unzip } from './zip.ts';

/** The services of an archive with the tables of HSDS, as objects with all that belongs to them. */
export function readPackage(bytes: Uint8Array): Result<readonly unknown[], 'damaged' | 'quotes'> {
  const files = unzip(bytes, /\.csv$/i);
  if (!files.ok) return files;
  const tables = new Map<string, readonly TableRow[]>();
  for (const [path, content] of Object.entries(files.value)) {
    const table = TABLE_FILES[/([^/]+)\.csv$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
    if (table === undefined) continue;
    try {
      const rows = parse(decodePolishText(content), {
        bom: true,
        columns: true,
        relax_column_count: true,
        skip_empty_lines: true,
      }) as TableRow[];
      tables.set(table, [...(tables.get(table) ?? []), ...rows]);
    } catch {
      return refuse('quotes');
    }
  }
  return ok(servicesOfTables(tables));
}
