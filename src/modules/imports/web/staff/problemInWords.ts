import { formatInstant } from '#shared/polishDate.ts';
import { tableFields, type TableField } from '#modules/catalogue/index.ts';
import type { RowProblem } from '../../domain/run.ts';
import type { Run } from '../../store/tables.ts';
import { problemTexts } from '../../texts/problems.ts';
import { importTexts } from '../../texts/staff.ts';

const t = importTexts.in('pl');
const words = problemTexts.in('pl');

const isTableField = (field: string): field is TableField => tableFields.some((each) => each === field);

/** What is wrong and how to mend it. */
export function problemInWords({ code, value, detail = '', at }: RowProblem): string {
  const told = detail === '' ? code : (withDetail[code] ?? code);
  const when = at === undefined ? '' : formatInstant(Temporal.Instant.from(at));
  const said = (words as (key: string, params: Record<string, string>) => string)(told, { value, detail: inGroups(detail), when });
  return said === told ? words('wrong') : said;
}
/** Problems that are told otherwise where their detail is known. */
const withDetail: Readonly<Record<string, string>> = {
  repeated: 'repeated-row',
  'too-long': 'too-long-than',
  'too-many': 'too-many-than',
  'too-big': 'too-big-than',
};
const inGroups = (number: string) => number.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
/** The field as the file calls it: the heading of its column, or the term of HSDS. */
export function fieldInWords(run: Run, field: string): string {
  if (field === '') return t('rows.whole');
  // Objects of the standard have its terms.
  if (!isTableField(field) || run.mapping === null) return field;
  const column = run.mapping?.[field];
  const heading = column === undefined ? undefined : run.headings[column];
  return heading === undefined || heading === '' ? t(`field.${field}`) : heading;
}
/** All that is wrong with a row on one line a problem, for a cell of a table. */
export const problemsInWords = (run: Run, problems: readonly RowProblem[]): string =>
  problems.map((problem) => `${fieldInWords(run, problem.field)}: ${problemInWords(problem)}`).join('\n');

const notes: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [/^no statutory area was recognised$/, () => t('note.area')],
  [/^the term "(.+)" is not used \((\d+) rows\)$/, ([, term = '', count = '']) => t('note.unused', { term, count })],
  [/^a schedule never happens: (.*)$/, ([, what = '']) => t('note.schedule', { what })],
  [/^a service area lies outside the country: (.*)$/, ([, what = '']) => t('note.areaAbroad', { what })],
  [/^hours end before they begin: (.*)$/, ([, what = '']) => t('note.hoursTurned', { what })],
  [/^a place lies outside the country: (.*)$/, ([, what = '']) => t('note.placeAbroad', { what })],
  [/^another centre has a service with the id (.+); this one has an id of its own$/, ([, id = '']) => t('note.otherId', { id })],
];
/** A note of the reader of a file, which operators read in English. */
export function noteInWords(note: string): string {
  for (const [pattern, say] of notes) {
    const found = pattern.exec(note);
    if (found) return say(found);
  }
  return note;
}
