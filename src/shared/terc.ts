import { parse } from 'csv-parse/sync';
import { ok, refuse, type Result } from '#shared/result.ts';
import { hasPowiatRights, isGmina, parseTerc, powiatCode, tercKind, voivodeshipCode, type Terc, type TercKind } from '#shared/teryt.ts';

/** A gmina as the territorial register states it on a day. */
export type GminaRecord = {
  readonly terc: Terc;
  readonly name: string;
  readonly kind: TercKind;
  /** `solecki`, `bydgoski`; for a city with powiat rights the name of the city. */
  readonly powiat: string;
  readonly voivodeship: string;
  readonly hasPowiatRights: boolean;
  /** The day whose state the register shows (STAN_NA), YYYY-MM-DD. */
  readonly stateOn: string;
};

export type TercFileRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'not-csv'; readonly detail: string }
  | { readonly code: 'missing-columns'; readonly columns: readonly string[] }
  | { readonly code: 'bad-rows'; readonly rows: readonly TercRowProblem[] };

/** `line` counts from 1 and includes the head row. */
export type TercRowProblem = { readonly line: number; readonly problem: string };

const COLUMNS = ['WOJ', 'POW', 'GMI', 'RODZ', 'NAZWA', 'STAN_NA'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>> & { readonly line: number };

/**
 * Reads the official TERC file of Statistics Poland (`WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA`, UTF-8, with or without BOM) and
 * returns its gminas in the order of their codes. Towns and rural parts of urban-rural gminas, districts and delegations are
 * left out: they are no gminas. One bad row refuses the file, with all problems at once; a register half-imported misleads.
 */
export function parseTercFile(text: string): Result<readonly GminaRecord[], TercFileRefusal> {
  const read = readRows(text);
  if (!read.ok) return read;
  const names = new Map<string, string>();
  for (const row of read.value) {
    if (row.GMI === '') names.set(`${row.WOJ}${row.POW}`, row.NAZWA);
  }
  const problems: TercRowProblem[] = [];
  const gminas = new Map<string, GminaRecord>();
  for (const row of read.value) {
    if (row.GMI === '') continue;
    const gmina = readGmina(row, names);
    if (typeof gmina === 'string') problems.push({ line: row.line, problem: gmina });
    else if (gmina !== undefined && gminas.has(gmina.terc)) {
      problems.push({ line: row.line, problem: `the code ${gmina.terc} appears twice` });
    } else if (gmina !== undefined) gminas.set(gmina.terc, gmina);
  }
  if (problems.length > 0) return refuse({ code: 'bad-rows', rows: problems });
  if (gminas.size === 0) return refuse({ code: 'empty' });
  return ok([...gminas.values()].toSorted((a, b) => (a.terc < b.terc ? -1 : 1)));
}

/** A problem as text, the gmina, or undefined for a unit that is no gmina. */
function readGmina(row: Row, names: ReadonlyMap<string, string>): GminaRecord | string | undefined {
  const terc = parseTerc(`${row.WOJ}${row.POW}${row.GMI}${row.RODZ}`);
  if (!terc.ok) return `code ${row.WOJ} ${row.POW} ${row.GMI} ${row.RODZ}: ${terc.refusal}`;
  if (!isGmina(terc.value)) return undefined;
  if (row.NAZWA === '') return `code ${terc.value}: no name`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(row.STAN_NA)) return `code ${terc.value}: STAN_NA "${row.STAN_NA}" is no date`;
  const powiat = names.get(powiatCode(terc.value));
  const voivodeship = names.get(voivodeshipCode(terc.value));
  if (powiat === undefined || voivodeship === undefined) return `code ${terc.value}: its powiat or voivodeship is not in the file`;
  return {
    terc: terc.value,
    name: row.NAZWA,
    kind: tercKind(terc.value),
    powiat,
    voivodeship: voivodeship.toLocaleLowerCase('pl'),
    hasPowiatRights: hasPowiatRights(terc.value),
    stateOn: row.STAN_NA,
  };
}

function readRows(text: string): Result<readonly Row[], TercFileRefusal> {
  if (text.trim() === '') return refuse({ code: 'empty' });
  let table: string[][];
  try {
    // Decided by the head row: names may hold the other sign ("gmina miejska, miasto stołeczne").
    const delimiter = text.slice(0, text.search(/[\r\n]|$/)).includes(';') ? ';' : ',';
    table = parse(text, { bom: true, delimiter, skip_empty_lines: true, relax_column_count: true, trim: true });
  } catch (error) {
    return refuse({ code: 'not-csv', detail: error instanceof Error ? error.message : 'unreadable' });
  }
  const [head = [], ...rows] = table;
  const missing = COLUMNS.filter((column) => !head.includes(column));
  if (missing.length > 0) return refuse({ code: 'missing-columns', columns: missing });
  const cell = (row: readonly string[], column: (typeof COLUMNS)[number]) => row[head.indexOf(column)] ?? '';
  return ok(
    rows.map((row, index) => ({
      WOJ: cell(row, 'WOJ'),
      POW: cell(row, 'POW'),
      GMI: cell(row, 'GMI'),
      RODZ: cell(row, 'RODZ'),
      NAZWA: cell(row, 'NAZWA'),
      STAN_NA: cell(row, 'STAN_NA'),
      line: index + 2,
    })),
  );
}
