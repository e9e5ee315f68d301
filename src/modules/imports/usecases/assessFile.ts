import { setImmediate as untilIdle } from 'node:timers/promises';
import type { CentreScope } from '#platform/http/index.ts';
import {
  assessCompanions,
  assessServices,
  doubtsAsProblems,
  giveOwnIds,
  keepOwnFields,
  kindOfHsds,
  makeHsdsReader,
  makeTableReader,
  readCompanion,
  undoPublication,
  type Candidate,
  type CompanionCandidate,
  type ColumnMapping,
  type ImportNote,
  type ImportProblem,
  type TableLine,
} from '#modules/catalogue/index.ts';
import type { NewRow } from '../store/rowStore.ts';
import type { RowProblem } from '../domain/run.ts';
import { markWrittenBefore } from './writtenBefore.ts';
import type { FileContent } from './openFile.ts';
import { headedSheet } from './sheet.ts';

export interface HowToRead {
  readonly sheet: number;
  readonly mapping: ColumnMapping | null;
  readonly clearsEmpty: boolean;
  /** What can hardly be meant (a schedule that never happens, a place abroad) breaks its row, or is only noted. */
  readonly doubts: 'broken' | 'noted';
}
export interface Assessment {
  /** Every row of the file, in its order. */
  readonly rows: readonly NewRow[];
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportNote[];
}
/** Told how much has been done of how much. */
export type Tell = (done: number, total: number) => Promise<void>;

/** Rows read before other requests get their turn. */
const batch = 100;

/** What each row of a file would do, and what is wrong with it. Nothing is written. */
export async function assessFile(scope: CentreScope, content: FileContent, how: HowToRead, tell: Tell): Promise<Assessment> {
  const source = await sourceOf(scope, content, how);
  const total = source.rows.length * 2;
  const candidates: Candidate[] = [];
  const companions: CompanionCandidate[] = [];
  const problems: ImportProblem[] = [];
  for (let start = 0; start < source.rows.length; start += batch) {
    const read = await source.read(start, start + batch);
    problems.push(...read.problems);
    companions.push(...read.companions);
    for (const candidate of read.candidates) {
      const doubts = doubtsAsProblems(candidate, scope.today);
      if (doubts.length > 0) source.notes.push(...doubts.map(({ row, problem }) => ({ row, note: problem })));
      if (doubts.length > 0 && how.doubts === 'broken') problems.push(...doubts);
      else candidates.push(candidate);
    }
    await tell(Math.min(start + batch, source.rows.length), total);
    await untilIdle();
  }
  const assessed = await assessServices(scope, candidates, (done) => tell(source.rows.length + done, total));
  const beside = await assessCompanions(scope, companions);
  problems.push(...assessed.problems, ...beside.problems);
  const besides = new Map(beside.rows.map((each) => [each.row, each]));
  const outcomes = new Map(assessed.rows.map((row) => [row.row, row]));
  const services = new Map(candidates.map(({ row, service }) => [row, service]));
  const wrong = Map.groupBy(problems, ({ row }) => row);
  const rows = source.rows.map(({ row, name, source: given }): NewRow => {
    const known = outcomes.get(row);
    const service = services.get(row);
    const ofRow = wrong.get(row) ?? [];
    const companion = besides.get(row);
    if (companion && ofRow.length === 0) {
      const { outcome, seenVersion, record } = companion;
      return { number: row, outcome, name, seenVersion, ...(outcome !== 'unchanged' && { record }) };
    }
    if (ofRow.length > 0 || !known || !service)
      return {
        number: row,
        outcome: 'broken',
        name,
        source: given,
        problems: ofRow.map(asRowProblem),
      };
    const { outcome, seenVersion } = known;
    return {
      number: row,
      outcome,
      name: service.name,
      serviceId: service.id,
      seenVersion,
      ...(outcome !== 'unchanged' && { record: service }),
    };
  });
  const nameOf = new Map(source.rows.map(({ row, name }) => [row, name]));
  return {
    rows: await markWrittenBefore(scope, rows),
    problems: problems.map((each) => ({ ...each, name: nameOf.get(each.row) ?? '' })).toSorted((a, b) => a.row - b.row),
    notes: source.notes.concat(source.lateNotes()).toSorted((a, b) => a.row - b.row),
  };
}

const asRowProblem = ({ field, problem, code = 'wrong', value = problem, detail, serviceId }: ImportProblem): RowProblem => ({
  ...{ field, code, value: value.slice(0, 500) },
  ...(detail !== undefined && { detail }),
  ...(serviceId !== undefined && { serviceId }),
});

interface Source {
  /** Each with its number, the name that it has for people, and itself as the file has it. */
  readonly rows: readonly { readonly row: number; readonly name: string; readonly source: unknown }[];
  read(
    from: number,
    to: number,
  ): Promise<{
    candidates: readonly Candidate[];
    companions: readonly CompanionCandidate[];
    problems: readonly ImportProblem[];
  }>;
  readonly notes: ImportNote[];
  lateNotes(): readonly ImportNote[];
}

async function sourceOf(scope: CentreScope, content: FileContent, { sheet, mapping, clearsEmpty }: HowToRead): Promise<Source> {
  if (content.kind === 'hsds') {
    const reader = makeHsdsReader();
    const renamed: ImportNote[] = [];
    return {
      rows: content.rows.map((source, index) => ({ row: index + 1, name: nameOfObject(source), source })),
      notes: [],
      lateNotes: () => [...reader.notes(), ...renamed],
      async read(from, to) {
        const values = content.rows.slice(from, to).map((value, index) => ({ row: from + index + 1, value, kind: kindOfHsds(value) }));
        const read = values.flatMap(({ row, value, kind }) => (kind === 'service' ? [{ row, ...reader.read(row, value) }] : []));
        const beside = values.flatMap(({ row, value, kind }) => (kind === 'service' ? [] : [{ row, ...readCompanion(row, kind, value) }]));
        const given = read.flatMap(({ row, service }) => (service ? [{ row, service }] : []));
        const { candidates, notes } = await giveOwnIds(scope, await undoPublication(scope, given));
        renamed.push(...notes);
        const isPlain = ({ row }: Candidate) => !saysOurs(content.rows[row - 1]);
        return {
          candidates: [...candidates.filter((each) => !isPlain(each)), ...(await keepOwnFields(scope, candidates.filter(isPlain)))],
          companions: beside.flatMap(({ row, record }) => (record ? [{ row, record }] : [])),
          problems: [...read, ...beside].flatMap(({ problems }) => problems),
        };
      },
    };
  }
  const chosen = content.sheets[sheet];
  const lines = (chosen && headedSheet(chosen)?.lines) ?? [];
  const columns = mapping ?? {};
  const reader = await makeTableReader(scope, lines, { mapping: columns, clearsEmpty });
  const nameColumn = columns.name ?? columns.nameAndScope ?? -1;
  const surplusOf = (values: readonly string[]) => (chosen?.width === undefined ? [] : values.slice(chosen.width));
  return {
    rows: lines.map(({ row, values }) => ({ row, name: (values[nameColumn] ?? '').split('\n')[0]?.slice(0, 300) ?? '', source: values })),
    notes: [],
    lateNotes: () => [],
    async read(from, to) {
      const [whole, moved] = [[] as TableLine[], [] as TableLine[]];
      for (const line of lines.slice(from, to)) (surplusOf(line.values).length > 0 ? moved : whole).push(line);
      const read = await reader.read(whole);
      const problems = moved.map(({ row, values }) => {
        const value = surplusOf(values).join('; ');
        return { row, field: '', problem: `has more cells than there are headings: ${value}`, code: 'more-cells', value };
      });
      return { companions: [], ...read, problems: [...read.problems, ...problems] };
    },
  };
}

/** Whether an object brings what the standard has no term for. */
const saysOurs = (value: unknown): boolean => typeof value === 'object' && value !== null && 'okienko' in value;
const nameOfObject = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name.slice(0, 300) : '';
