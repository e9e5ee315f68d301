import { findHeadingRow, guessColumns, type Table, type TableLine } from '#modules/catalogue/index.ts';

/** A table of a file, its cells as texts. */
export interface Sheet {
  readonly name: string;
  readonly rows: Table;
  /** Cells of the row with headings, empty ones at its end too, where a longer row means that cells have moved. */
  readonly width?: number;
}

export interface HeadedSheet {
  readonly headings: readonly string[];
  readonly lines: readonly TableLine[];
}
/** The headings of a sheet and its rows below them, without empty ones; undefined when no row looks like headings. */
export function headedSheet({ rows }: Sheet): HeadedSheet | undefined {
  const at = findHeadingRow(rows);
  const headings = at === undefined ? undefined : rows[at];
  if (at === undefined || !headings) return undefined;
  const lines = rows.flatMap((values, index) => (index > at && values.length > 0 ? [{ row: index + 1, values }] : []));
  return { headings: headings.map((heading) => heading.replace(/\s+/gu, ' ').slice(0, 200)), lines };
}

/** The sheet that looks most like services. */
export function bestSheet(sheets: readonly Sheet[]): number {
  const known = sheets.map((sheet) => Object.keys(guessColumns(headedSheet(sheet)?.headings ?? [])).length);
  return Math.max(0, known.indexOf(Math.max(...known)));
}
