import { stringify } from 'csv-stringify/sync';
import type { RowLine } from '../../../store/rowStore.ts';
import type { Run } from '../../../store/tables.ts';
import { importTexts } from '../../../texts/staff.ts';
import { fieldInWords, problemInWords, problemsInWords } from '../problemInWords.ts';

const t = importTexts.in('pl');
/** A cell that begins like a formula would be run by a spreadsheet; reading takes the apostrophe off again. */
const asText = (text: string) => (/^'*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text);
const write = (rows: readonly (readonly string[])[]) =>
  stringify(
    rows.map((cells) => cells.map(asText)),
    { bom: true, delimiter: ';', record_delimiter: 'windows' },
  );

/** The broken rows of a table with its own columns and one more that says what to mend, so that they can be brought in again. */
export function brokenRowsOfTable(run: Run, rows: readonly RowLine[]): string {
  const width = run.headings.length;
  const cellsOf = ({ source }: RowLine) => {
    const cells = Array.isArray(source) ? source.map(String) : [];
    return Array.from({ length: width }, (_, column) => cells[column] ?? '');
  };
  // Cells that no heading has stay, behind the reason, so that the row is not taken for a good one when it comes again.
  const surplusOf = ({ source, problems }: RowLine) =>
    Array.isArray(source) && problems.some(({ code }) => code === 'more-cells') ? source.slice(width).map(String) : [];
  return write([
    [...run.headings, t('csvReason')],
    ...rows.map((row) => [...cellsOf(row), problemsInWords(run, row.problems), ...surplusOf(row)]),
  ]);
}

/** The mistakes of a file of objects, a line each. */
export function brokenObjects(run: Run, rows: readonly RowLine[]): string {
  const lines = rows.flatMap(({ number, name, problems }) =>
    problems.map((problem) => [String(number), name, fieldInWords(run, problem.field), problem.value, problemInWords(problem)]),
  );
  return write([[t('csv.row'), t('csv.name'), t('csv.field'), t('csv.value'), t('csv.reason')], ...lines]);
}

/** The broken objects themselves, each with what to mend. */
export const brokenObjectsAsJson = (run: Run, rows: readonly RowLine[]): string =>
  `${JSON.stringify(
    rows.map(({ source, problems }) =>
      typeof source === 'object' && source !== null && !Array.isArray(source)
        ? { ...source, to_mend: problemsInWords(run, problems) }
        : source,
    ),
    null,
    2,
  )}\n`;
