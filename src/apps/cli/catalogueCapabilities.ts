import { listServices, serviceToHsds, type HsdsObject } from '#modules/catalogue/index.ts';
import {
  importAtOnce,
  OPERATOR_LIMITS,
  undoAtOnce,
  type FileRefusal,
  type ImportedAtOnce,
  type UndoneAtOnce,
  type UnsureColumns,
} from '#modules/imports/index.ts';
import { findGmina, importTerc, inScratchCentre, type TercReport } from '#modules/centres/index.ts';
import { evaluateSearch, exportTaught, searchServices, type Evaluations, type JudgedQuery } from '#modules/search/index.ts';
import { inCentre } from '#platform/db/index.ts';
import { findCentre, makeScope, NotFound, type CentreScope } from '#platform/http/index.ts';
import { OperatorError } from '#platform/operatorError.ts';
import type { World } from '#platform/world.ts';
import type { OpenedWorld } from './world.ts';

export interface ServiceFile {
  readonly centreSlug: string;
  /** Its ending tells JSON from CSV where the beginning of the file does not. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Leaves out rows with mistakes instead of refusing the file. */
  readonly skipBroken: boolean;
  /** Tells what would happen and changes nothing. */
  readonly isDryRun: boolean;
  /** Takes the columns of a table for what they were guessed to be, however unsure. */
  readonly asGuessed: boolean;
}
export interface SearchAnswer {
  /** As it was imported: the outer id when there is one. */
  readonly id: string;
  readonly name: string;
  readonly score: number;
}

const megabytes = OPERATOR_LIMITS.bytes / 1024 / 1024;
const fileRefusalWords: Readonly<Record<FileRefusal | 'no-name', string>> = {
  'file-empty': 'the file is empty',
  'file-too-big': `the file is greater than ${megabytes} MB`,
  'old-xls': 'the file is an old XLS; save it as XLSX or CSV',
  ods: 'the file is an ODS; save it as XLSX or CSV',
  pdf: 'the file is a PDF',
  picture: 'the file is a picture',
  'unknown-zip': 'the archive holds neither a workbook nor tables of HSDS',
  damaged: 'the file is damaged',
  'unpacks-too-big': 'the file unpacks to too much',
  'not-text': 'the file is neither a workbook nor text',
  'not-json': 'the file is not JSON',
  'not-hsds': 'the file holds no services of HSDS: none of its objects has an id or a name',
  quotes: 'the file is not CSV: a quote does not close',
  'no-rows': 'the file holds no services',
  'no-headings': 'the file has no row of headings',
  'too-many-rows': `the file has more than ${OPERATOR_LIMITS.rows} rows`,
  'too-many-columns': `the file has more than ${OPERATOR_LIMITS.columns} columns`,
  'no-name': 'no column has the name of the service ("nazwa" or "nazwa i zakres")',
};

function refusedFileInWords(refusal: FileRefusal | 'no-name' | UnsureColumns): string {
  if (typeof refusal === 'string') return fileRefusalWords[refusal];
  const read = refusal.read.map(({ heading, field }) => `"${heading}" as ${field}`).join(', ');
  const unread = refusal.unread.length === 0 ? '' : `; not read: ${refusal.unread.map((heading) => `"${heading}"`).join(', ')}`;
  return (
    `it is not sure that this table holds services. Its columns would be read so: ${read}${unread}. If that is right, run it again with ` +
    '--as-guessed; otherwise name the columns once on the page "Wczytywanie usług z pliku" (they are remembered) or rename the headings'
  );
}

/** What the verbs do with the catalogue of a centre and with the register of gminas. */
export const catalogueCapabilities = {
  importServices: ({ world }: OpenedWorld, { centreSlug, ...file }: ServiceFile): Promise<ImportedAtOnce> =>
    inOpenCentre(world, centreSlug, 'import services', async (scope) => {
      const done = await importAtOnce(scope, file);
      if (done.ok) return done.value;
      const problem = { row: 0, field: '', problem: refusedFileInWords(done.refusal) };
      return { added: 0, changed: 0, unchanged: 0, problems: [problem], notes: [], run: null };
    }),

  undoImport: ({ world }: OpenedWorld, { centreSlug, runId }: { centreSlug: string; runId: string }): Promise<UndoneAtOnce> =>
    inOpenCentre(world, centreSlug, 'import undo', async (scope) => {
      const done = await undoAtOnce(scope, runId).catch((thrown: unknown) => {
        if (thrown instanceof NotFound) throw new OperatorError(`The centre "${centreSlug}" has no import ${runId}.`);
        throw thrown;
      });
      if (!done.ok) throw new OperatorError(`The import ${runId} is not in the catalogue: it was taken back or never written.`);
      return done.value;
    }),

  exportServices: ({ world }: OpenedWorld, { centreSlug }: { centreSlug: string }): Promise<readonly HsdsObject[]> =>
    inOpenCentre(world, centreSlug, 'export services', async (scope) => {
      const gmina = await findGmina(world, scope.centre.teryt);
      const services = await listServices(scope);
      return services.map((service) => serviceToHsds(service, gmina ? { voivodeship: gmina.voivodeship } : {}));
    }),

  searchServices: (
    { world }: OpenedWorld,
    { words, centreSlug, limit }: { words: string; centreSlug: string; limit: number },
  ): Promise<readonly SearchAnswer[]> =>
    inOpenCentre(world, centreSlug, 'search', async (scope) => {
      const found = await searchServices(scope, words, { limit });
      return found.map(({ service, score }) => ({ id: service.externalId ?? service.id, name: service.name, score }));
    }),

  exportTaught: ({ world }: OpenedWorld, { centreSlug }: { centreSlug: string }) =>
    inOpenCentre(world, centreSlug, 'search export-taught', exportTaught),

  async evaluateSearch(
    { world }: OpenedWorld,
    { services, queries }: { services: readonly unknown[]; queries: readonly JudgedQuery[] },
  ): Promise<Evaluations> {
    const done = await inScratchCentre(world, 'search eval', (scope) => evaluateSearch(scope, services, queries));
    if ('plain' in done) return done;
    const rows = done.slice(0, 20).map(({ row, field, problem }) => `  row ${row}${field === '' ? '' : `, ${field}`}: ${problem}`);
    throw new OperatorError(`The services cannot be imported:\n${rows.join('\n')}`);
  },

  async importTerc({ world }: OpenedWorld, text: string): Promise<TercReport> {
    const done = await importTerc(world, text);
    if (done.ok) return done.value;
    const { refusal } = done;
    if (refusal.code === 'bad-rows') {
      const rows = refusal.rows.map(({ line, problem }) => `  line ${line}: ${problem}`);
      throw new OperatorError(`The register was not changed; the file has faults:\n${rows.join('\n')}`);
    }
    const detail = refusal.code === 'missing-columns' ? ` (${refusal.columns.join(', ')})` : '';
    throw new OperatorError(`The register was not changed; the file is not the TERC file as CSV: ${refusal.code}${detail}.`);
  },
};

/**
 * Runs a use case for a centre in one transaction, in the name of the program.
 * @throws OperatorError when no open centre has this address
 */
async function inOpenCentre<T>(world: World, slug: string, verb: string, work: (scope: CentreScope) => Promise<T>): Promise<T> {
  const centre = await findCentre(world.database, slug);
  if (!centre) throw new OperatorError(`There is no open centre "${slug}"; add it with: okienko centre create`);
  const actor = { kind: 'system', task: verb } as const;
  const door = `okienko ${verb}`;
  return inCentre(world.database, centre.id, (tx) =>
    work(makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door, requestId: 'command line' })),
  );
}
