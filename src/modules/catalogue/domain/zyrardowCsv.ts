import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { AREA_NAMES_PL } from '#modules/catalogue/domain/codes.ts';
import { recogniseTargetGroups } from '#modules/catalogue/domain/recogniseTargetGroups.ts';
import {
  serviceRecordSchema,
  slugOf,
  type ImportedServices,
  type ImportNote,
  type ImportProblem,
  type ServiceRecord,
} from '#modules/catalogue/domain/service.ts';
import { cleanLine, cleanText } from '#shared/plainText.ts';
import { formatMoney, grosze } from '#shared/money.ts';
import { derivedId } from '#shared/uuid.ts';

/** The columns of the service cards that Żyrardów publishes, and further ones that a file may add. */
const COLUMNS = {
  number: ['lp', 'l p', 'nr'],
  nameAndScope: ['nazwa i zakres', 'nazwa i zakres uslugi', 'nazwa uslugi', 'nazwa'],
  recipients: ['odbiorcy', 'odbiorcy uslugi', 'adresaci'],
  areas: ['zakres wg ustawy', 'zakres wedlug ustawy', 'zakres wg ustawy z dnia 19 lipca 2019 r', 'zakres ustawy', 'obszar'],
  qualification: ['tryb kwalifikowania', 'tryb kwalifikacji', 'kwalifikowanie'],
  fee: ['odplatnosc', 'oplata', 'oplaty'],
  provider: ['wykonawca', 'realizator'],
  limits: ['limity', 'limit'],
  schedule: ['harmonogram', 'terminy'],
  coverage: ['obszar dzialania', 'gdzie'],
  source: ['zrodlo', 'adres zrodla'],
} as const;
type Column = keyof typeof COLUMNS;

const HEADS: readonly (readonly [Column, string])[] = [
  ['number', 'Lp.'],
  ['nameAndScope', 'nazwa i zakres'],
  ['recipients', 'odbiorcy'],
  ['areas', 'zakres wg ustawy'],
  ['qualification', 'tryb kwalifikowania'],
  ['fee', 'odpłatność'],
  ['provider', 'wykonawca'],
  ['limits', 'limity'],
  ['schedule', 'harmonogram'],
  ['coverage', 'obszar działania'],
  ['source', 'źródło'],
];

/** The text of a file: UTF-8 (with or without BOM) when it is valid, otherwise Windows-1250, which spreadsheets in Poland still write; UTF-16 where its mark says so. */
export function decodePolishText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1250').decode(bytes);
  }
}

/**
 * Reads service cards from CSV. Divided by semicolons, commas or tabs, as the head row shows; quoted fields may hold line ends.
 * The first line of `nazwa i zakres` (of a long single line, what stands before ` – `) is the name, the rest the scope.
 */
export function importZyrardowCsv(bytes: Uint8Array): ImportedServices {
  const text = decodePolishText(bytes);
  const head = text.slice(0, text.search(/\n|$/));
  const delimiter = [';', '\t', ','].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ';';
  let table: string[][];
  try {
    table = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    return failed(`the file is not CSV: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  const [headRow, ...rows] = table;
  const columns = findColumns(headRow ?? []);
  if (columns.get('nameAndScope') === undefined) return failed('the head row has no column "nazwa i zakres"');
  return readRows(rows, columns);
}

/** Writes the same columns: UTF-8 with BOM, semicolons, CRLF, so that a spreadsheet opens it at once. */
export function exportZyrardowCsv(services: readonly ServiceRecord[]): string {
  const rows = services.map((service, index) => [
    String(index + 1),
    service.scope === null ? service.name : `${service.name}\n${service.scope}`,
    service.recipients ?? '',
    service.areas.map((area) => AREA_NAMES_PL[area - 1] ?? '').join(', '),
    service.qualification.text ?? '',
    service.fee.text ?? feeOf(service.fee),
    service.provider?.name ?? '',
    service.limitsText ?? '',
    service.schedule ?? '',
    service.coverage ?? '',
    service.source ?? '',
  ]);
  const table = [HEADS.map(([, head]) => head), ...rows].map((cells) => cells.map(escapeFormula));
  return stringify(table, { bom: true, delimiter: ';', record_delimiter: 'windows' });
}

/** The figures of a fee that has no words: the columns have no other place for them. */
const feeOf = ({ kind, price }: ServiceRecord['fee']): string =>
  kind === 'free' ? 'Bezpłatnie.' : price === null ? '' : formatMoney(grosze(price)).replaceAll('\u00a0', ' ');

function readRows(rows: readonly (readonly string[])[], columns: ReadonlyMap<Column, number>): ImportedServices {
  const services: ServiceRecord[] = [];
  const problems: ImportProblem[] = [];
  const notes: ImportNote[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of rows.entries()) {
    const row = index + 1;
    const cell = (column: Column) => unescapeFormula(cells[columns.get(column) ?? -1] ?? '');
    if (cells.every((value) => value === '')) continue;
    const { name, scope } = divide(cell('nameAndScope'));
    if (name === '') {
      problems.push({ row, field: 'nazwa i zakres', problem: 'the name is missing' });
      continue;
    }
    const slug = slugOf(name);
    if (seen.has(slug)) {
      problems.push({ row, field: 'nazwa i zakres', problem: `"${name}" appears twice in the file` });
      continue;
    }
    seen.add(slug);
    const areas = readAreas(cell('areas'));
    if (areas.length === 0) notes.push({ row, note: 'no statutory area was recognised' });
    const record = serviceRecordSchema.safeParse({
      id: derivedId('csv', slug),
      slug,
      name,
      scope,
      areas,
      recipients: block(cell('recipients')),
      targetGroups: recogniseTargetGroups(cell('recipients')),
      qualification: { text: block(cell('qualification')) },
      fee: readFee(cell('fee')),
      provider: cell('provider') === '' ? null : { name: cleanLine(cell('provider')) },
      limitsText: block(cell('limits')),
      schedule: block(cell('schedule')),
      coverage: block(cell('coverage')),
      source: block(cell('source')),
    });
    if (record.success) services.push(record.data);
    else problems.push(...record.error.issues.map(({ path, message }) => ({ row, field: path.join('.'), problem: message })));
  }
  return { services, problems, notes };
}

function failed(problem: string): ImportedServices {
  return { services: [], problems: [{ row: 0, field: '', problem }], notes: [] };
}

function findColumns(head: readonly string[]): ReadonlyMap<Column, number> {
  const folded = head.map((cell) => slugOf(cell).replaceAll('-', ' '));
  const found = new Map<Column, number>();
  for (const [column] of HEADS) {
    const names: readonly string[] = COLUMNS[column];
    const index = folded.findIndex((cell) => names.includes(cell));
    if (index >= 0) found.set(column, index);
  }
  return found;
}

export function divide(text: string): { readonly name: string; readonly scope: string | null } {
  const clean = cleanText(text);
  const [first = '', ...rest] = clean.split('\n');
  if (rest.length > 0) return { name: cleanLine(first), scope: block(rest.join('\n')) };
  const dash = clean.search(/ [–—] /u);
  // Short names hold dashes of their own ("Poradnictwo – logopedia").
  if (clean.length <= 120 || dash < 0 || dash > 120) return { name: clean, scope: null };
  return { name: clean.slice(0, dash), scope: block(clean.slice(dash + 3)) };
}

/** Names of areas (also inside a longer text), or their numbers. */
export function readAreas(text: string): number[] {
  const lower = cleanLine(text).toLocaleLowerCase('pl');
  if (/^[\d\s,;./]+$/.test(lower)) {
    return [...new Set((lower.match(/\d+/g) ?? []).map(Number).filter((number) => number >= 1 && number <= 14))];
  }
  // "kultura fizyczna i turystyka" holds the name of another area, so longer names go first and are taken out.
  let left = lower;
  const found: { readonly number: number; readonly at: number }[] = [];
  for (const name of AREA_NAMES_PL.toSorted((a, b) => b.length - a.length)) {
    const at = left.indexOf(name);
    if (at < 0) continue;
    found.push({ number: AREA_NAMES_PL.indexOf(name) + 1, at });
    left = left.replaceAll(name, ' '.repeat(name.length));
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ number }) => number);
}

export function readFee(text: string): { readonly kind: 'free' | null; readonly text: string | null } {
  const isFree = /^(usługa )?(bezpłatn|nieodpłatn|brak opłat)[^,;]*$/iu.test(cleanLine(text));
  return { kind: isFree ? 'free' : null, text: block(text) };
}

function block(text: string): string | null {
  const clean = cleanText(text);
  return clean === '' ? null : clean;
}

/** A cell that begins like a formula would be run by a spreadsheet: an apostrophe before it makes it text. */
function escapeFormula(text: string): string {
  return /^'*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** Takes that apostrophe back. */
export function unescapeFormula(text: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/u.test(text) ? text.slice(1) : text;
}
