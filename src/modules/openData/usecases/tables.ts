import { stringify } from 'csv-stringify/sync';
import { rowsOf, TABLES, type Table } from '../domain/tables.ts';
import { streamAll, type Reach } from './directory.ts';

/** A table by its file (`services.csv`, as the standard names it) or by its objects (`service.csv`). */
export const findTable = (file: string): Table | undefined => TABLES.find((table) => table.file === file || `${table.name}.csv` === file);

/** One table as CSV (RFC 4180, UTF-8, comma), with its header; a row that several services share stands once. */
export async function* writeTable(reach: Reach, { name, columns }: Table): AsyncGenerator<string> {
  const names = columns.map((column) => column.name);
  yield stringify([names], { record_delimiter: '\r\n' });
  const seen = new Set<string>();
  for await (const services of streamAll(reach, 'service', { full: true }, { publisherId: reach.publisherId })) {
    const rows: (string | number | null)[][] = [];
    for (const service of services)
      for (const { table, row } of rowsOf(service)) {
        const id = String(row['id']);
        if (table !== name || seen.has(id)) continue;
        seen.add(id);
        rows.push(names.map((column) => row[column] ?? null));
      }
    // A text that is there and empty is quoted: tables take an empty place for nothing at all.
    yield stringify(rows, { record_delimiter: '\r\n', quoted_match: /^$/ });
  }
}
