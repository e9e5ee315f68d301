/** A file of services with mistakes, from the upload until it is taken back: 1,000 rows, then 10,000 with 200 broken ones. */
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { confirmRun, startUndo } from '#modules/imports/usecases/decide.ts';
import { doWork } from '#modules/imports/usecases/doWork.ts';
import { getRun } from '#modules/imports/usecases/runs.ts';
import { nameColumns, uploadFile, viewColumns } from '#modules/imports/usecases/uploadFile.ts';
import { listServices } from '#modules/catalogue/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { centreA } from '#tests/support/centres.ts';
import { assertRestricted } from './support/ownOnly.ts';
import { benchWorld } from './support/benchWorld.ts';
import { openBenchDatabase } from './support/database.ts';
import type { Benchmark } from './support/measure.ts';

const heading =
  'Lp.;nazwa i zakres;zakres wg ustawy;odpłatność;wykonawca;Telefon;E-mail;Ulica;Kod pocztowy;Miejscowość;Dni;Od godziny;Do godziny';
/** Every fiftieth row has a mistake. */
const isBroken = (row: number) => row % 50 === 0;

export async function* benchmarks({ isQuick }: { isQuick: boolean }): AsyncIterable<Benchmark> {
  const { database, appUrl, stop } = await openBenchDatabase();
  await assertRestricted(appUrl);
  const world = benchWorld(database);
  const actor = userWithRole('serviceOrganiser');
  const inScope = <T>(work: (scope: CentreScope) => Promise<T>): Promise<T> =>
    inCentre(database, centreA.id, (tx) =>
      work(makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'bench', requestId: 'bench' })),
    );
  const work = (id: string) => inScope((scope) => doWork(scope, id));
  const serviceCount = () => inScope(async (scope) => (await listServices(scope)).length);

  for (const size of isQuick ? [200, 1_000] : [1_000, 10_000]) {
    const file = aFile(size);
    const broken = Math.floor(size / 50);
    const good = size - broken;
    const check = async () => {
      const id = await inScope((scope) => upload(scope, file));
      await work(id);
      return id;
    };
    const expectRun = async (id: string, expected: Readonly<Record<string, unknown>>) => {
      const run = (await inScope((scope) => getRun(scope, id))) as unknown as Readonly<Record<string, unknown>>;
      for (const [field, value] of Object.entries(expected))
        if (run[field] !== value) throw new Error(`${field} of the file is ${String(run[field])}, not ${String(value)}`);
    };
    let id = '';
    const before = await serviceCount();
    yield once('dry run', size, `${good} new, ${broken} broken, nothing written`, {
      run: async () => void (id = await check()),
      finish: async () => {
        await expectRun(id, { state: 'checked', added: good, changed: 0, unchanged: 0, broken });
        await expectCount(serviceCount, before);
      },
    });
    yield once('write', size, `${good} written`, {
      prepare: () => inScope((scope) => confirmRun(scope, id)),
      run: () => work(id),
      finish: async () => {
        await expectRun(id, { state: 'imported', added: good, changed: 0, overtaken: 0 });
        await expectCount(serviceCount, before + good);
      },
    });
    yield once('same file again', size, `${good} unchanged, ${broken} broken`, {
      run: async () => expectRun(await check(), { state: 'checked', added: 0, changed: 0, unchanged: good, broken }),
    });
    yield once('taking back', size, `${good} removed`, {
      prepare: () => inScope((scope) => startUndo(scope, id, [])),
      run: () => work(id),
      finish: async () => {
        await expectRun(id, { state: 'undone', removed: good, kept: 0 });
        await expectCount(serviceCount, before);
      },
    });
  }
  await stop();
}

interface Step {
  prepare?(): Promise<unknown>;
  run(): Promise<unknown>;
  finish?(): Promise<void>;
}
/** A step of the way, done once: it tells its seconds and rows as soon as it has been found right. */
function once(name: string, size: number, outcome: string, { prepare, run, finish }: Step): Benchmark {
  let took = 0;
  return {
    name,
    size,
    isOnce: true,
    prepare: async () => void (await prepare?.()),
    async run() {
      const began = performance.now();
      await run();
      took = (performance.now() - began) / 1000;
    },
    async finish() {
      await finish?.();
      console.log(`${name}: ${size} rows in ${took.toFixed(1)} s, ${(size / took).toFixed(0)} rows a second; ${outcome}`);
    },
  };
}

async function expectCount(serviceCount: () => Promise<number>, expected: number): Promise<void> {
  const found = await serviceCount();
  if (found !== expected) throw new Error(`the catalogue holds ${found} services, not ${expected}`);
}

/** Takes a file in and names its columns as they are guessed. @returns its number, with the check asked for */
async function upload(scope: CentreScope, file: File): Promise<string> {
  const uploaded = await uploadFile(scope, file);
  if (!uploaded.ok) throw new Error(uploaded.refusal);
  const { id } = uploaded.value;
  const view = await viewColumns(scope, id);
  if (!view) throw new Error('the file has no columns');
  const named = await nameColumns(scope, id, view);
  if (!named.ok) throw new Error(named.refusal);
  return id;
}

function aFile(rows: number): File {
  const lines = Array.from({ length: rows }, (_, index) => {
    const row = index + 1;
    const email = isBroken(row) ? 'bez małpy' : `biuro${row}@example.org`;
    return `${row};"Usługa numer ${row}\nPomoc w codziennych sprawach, zakupy i rozmowa.";pomoc społeczna;bezpłatnie;Fundacja ${row % 300};52 ${1_110_000 + row};${email};Leśna ${row % 900};86-050;Jodłowo;pon, śr;8:00;15:30`;
  });
  return new File([[heading, ...lines].join('\r\n')], 'usługi.csv');
}
