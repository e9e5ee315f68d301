import { slugOf } from '../service.ts';
import { TABLE_FIELDS, tableFields, type ColumnMapping, type TableField } from './fields.ts';

/** Rows of a sheet as texts, as people see them; row 1 of the file is at index 0. */
export type Table = readonly (readonly string[])[];

/** A heading without capitals, marks and signs. */
export const foldHeading = (heading: string): string => (heading.trim() === '' ? '' : slugOf(heading).replaceAll('-', ' '));

const fieldOfHeading = new Map<string, TableField>(
  tableFields.flatMap((field) => TABLE_FIELDS[field].map((heading) => [heading, field] as const)),
);
/** Names of HSDS with their prefixes, as `phones.number` or `service_name`, and units such as „Cena (zł)". */
function guess(heading: string): TableField | undefined {
  const folded = foldHeading(heading);
  return fieldOfHeading.get(folded) ?? fieldOfHeading.get(foldHeading(heading.replace(/\(.*?\)|\[.*?\]|\*/g, '')));
}

/** The columns whose headings are known; of two columns for one field the first. */
export function guessColumns(headings: readonly string[]): ColumnMapping {
  const found: Partial<Record<TableField, number>> = {};
  for (const [index, heading] of headings.entries()) {
    const field = guess(heading);
    if (field !== undefined) found[field] ??= index;
  }
  // One column for both is what the table has; a second one with the name alone says it better.
  if (found.name !== undefined) delete found.nameAndScope;
  return found;
}

/** Titles and empty rows may stand above the headings. */
const deepest = 20;

/** The index of the row with the headings: the first of those with the most known ones, otherwise the first with two cells. */
export function findHeadingRow(table: Table): number | undefined {
  const top = table.slice(0, deepest);
  const known = top.map((row) => new Set(row.flatMap((cell) => guess(cell) ?? [])).size);
  const most = Math.max(0, ...known);
  if (most > 0) return known.indexOf(most);
  const two = top.findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= 2);
  return two >= 0 ? two : undefined;
}

/** The same headings in the same order, whatever their capitals and spaces. */
export const keyOfHeadings = (headings: readonly string[]): string => headings.map(foldHeading).join('|');
