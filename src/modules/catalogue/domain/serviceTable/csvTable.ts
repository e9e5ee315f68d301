import { parse } from 'csv-parse/sync';
import type { Table } from './columns.ts';

/** Characters of one row: a card with all its texts has some thousands. */
export const LONGEST_ROW = 1_000_000;

/** The sign that divides cells: the one that stands most often outside quotes in the first lines. */
export function findDelimiter(text: string): ';' | ',' | '\t' {
  const beginning = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string) => beginning.split(sign).length;
  const signs = [';', '\t', ','] as const;
  return signs.toSorted((a, b) => count(b) - count(a))[0] ?? ';';
}

/** Reads CSV with its empty lines, so that rows keep their numbers. @throws Error when quotes do not close */
export function readCsvTable(text: string): Table {
  return parse(text, {
    bom: true,
    delimiter: findDelimiter(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    trim: true,
    max_record_size: LONGEST_ROW,
  });
}
