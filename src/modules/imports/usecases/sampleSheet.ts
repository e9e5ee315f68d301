import { stringify } from 'csv-stringify/sync';
import type { TableField } from '#modules/catalogue/index.ts';
import { SAMPLE_COLUMNS } from '../texts/sampleColumns.ts';

/** Columns of a sheet to fill, and what the sample has in them. */
export const sampleColumns: readonly { readonly field: TableField; readonly heading: string; readonly cell: string }[] = SAMPLE_COLUMNS;

/** The sheet as CSV that Polish spreadsheets open as it is. */
export const sampleSheet = (): string =>
  stringify([sampleColumns.map(({ heading }) => heading), sampleColumns.map(({ cell }) => cell)], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  });
