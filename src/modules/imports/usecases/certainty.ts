import type { ColumnMapping, TableField } from '#modules/catalogue/index.ts';

/** How the columns of a table were read without asking anybody. */
export interface ColumnsRead {
  readonly read: readonly { readonly heading: string; readonly field: TableField }[];
  /** Headings that mean nothing to us. */
  readonly unread: readonly string[];
}

/** Fewer known columns than these can stand in any list of people, shops or prices. */
const fewest = 3;
/** Columns of which only lists of services have one; names, addresses, prices and numbers stand in many lists. */
const ofServices: ReadonlySet<TableField> = new Set<TableField>([
  ...(['nameAndScope', 'scope', 'summary', 'areas', 'recipients', 'targetGroups', 'minimumAge', 'maximumAge', 'qualification'] as const),
  ...(['documents', 'feeText', 'limitsText', 'capacity', 'waitTime', 'provider', 'coverage', 'serviceAreas', 'schedule'] as const),
]);

export function columnsRead(headings: readonly string[], mapping: ColumnMapping): ColumnsRead {
  const fields = Object.entries(mapping) as [TableField, number][];
  const known = new Set(fields.map(([, column]) => column));
  return {
    read: fields.toSorted(([, a], [, b]) => a - b).map(([field, column]) => ({ heading: headings[column] ?? '', field })),
    unread: headings.filter((heading, column) => heading !== '' && !known.has(column)),
  };
}

/** Whether it is plain that the table holds services, so that nobody has to be asked: enough known columns, and no more unknown ones. */
export const isPlain = ({ read, unread }: ColumnsRead): boolean =>
  read.length >= fewest && read.length >= unread.length && read.some(({ field }) => ofServices.has(field));
