/**
 * The open interface with many services over many centres: OKIENKO_BENCH_SERVICES (100,000 unless told) in 300 centres. Pages
 * of lists, one object, and all services as a stream, whose memory must not grow with its length.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { createApp } from '#apps/web/app.ts';
import { modules } from '#apps/modules.ts';
import { inCentre } from '#platform/db/index.ts';
import { findCentre, makeScope } from '#platform/http/index.ts';
import { makeLog } from '#platform/log.ts';
import type { World } from '#platform/world.ts';
import { listShippedServices, putServices, type ServiceRecord } from '#modules/catalogue/index.ts';
import { publishCatalogue } from '#modules/openData/index.ts';
import { derivedId } from '#shared/uuid.ts';
import { centreA } from '#tests/support/centres.ts';
import { openBenchDatabase } from './support/database.ts';
import type { Benchmark } from './support/measure.ts';

const sizes = [2_000, Number(process.env['OKIENKO_BENCH_SERVICES'] ?? 100_000)];
const centres = 300;

export async function* benchmarks(): AsyncIterable<Benchmark> {
  const { database, ownerUrl, stop } = await openBenchDatabase();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  for (let number = 0; number < centres; number += 1)
    await owner.query(
      `insert into centres.centre (id, slug, official_name, display_name, teryt, is_open) values ($1, $2, $3, $3, $4, true)`,
      [derivedId('bench centre', String(number)), `pomiar-${number}`, `Centrum pomiaru ${number}`, centreA.teryt],
    );
  const world: World = {
    database,
    listen: null,
    log: makeLog('silent'),
    clock: () => Temporal.Now.instant(),
    secret: 'a secret of the measurement that is long enough',
    publicUrl: 'http://localhost',
    isDemo: true,
    assets: { css: '/assets/okienko.css', js: '/assets/okienko.js', preloadFonts: [] },
    filesDir: '/nowhere',
    mailer: null,
    modules,
    newestMigration: 0,
    authenticate: async () => ({ kind: 'anonymous' }),
  };
  const app = createApp(world);
  let asked = 0;
  // Each question as of another caller: the limit of attempts is not what is measured.
  const ask = (path: string) =>
    app.request(
      `http://localhost${path}`,
      { headers: { accept: 'application/json' } },
      { incoming: { socket: { remoteAddress: String(asked++) } } },
    );
  const read = async (path: string): Promise<string> => {
    const response = await ask(path);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return response.text();
  };

  let made = 0;
  for (const size of sizes) {
    await fill(world, made, size);
    made = size;
    await owner.query('analyze open_data.entry');
    await owner.query('vacuum open_data.entry');
    const pages = Math.ceil(size / 50);
    const { contents } = JSON.parse(await read('/hsds/services?per_page=50')) as { contents: { id: string }[] };
    const of = (round: number) => contents[round % contents.length]?.id ?? '';
    yield { name: 'list, first page', size, run: () => read('/hsds/services') };
    yield { name: 'list, last page', size, run: () => read(`/hsds/services?page=${pages}`) };
    yield { name: 'list by words', size, run: () => read(`/hsds/services?search=${encodeURIComponent('opieka w domu')}`) };
    yield { name: 'list by age and words', size, run: () => read(`/hsds/services?minimum_age=60&search=transport`) };
    yield { name: 'list of one centre', size, run: (round) => read(`/pomiar-${round % centres}/hsds/services`) };
    yield { name: 'organizations', size, run: () => read('/hsds/organizations') };
    yield { name: 'one service', size, run: (round) => read(`/hsds/services/${of(round)}`) };
  }
  await stream(ask, sizes.at(-1) ?? 0);
  await owner.end();
  await stop();
}

/** Services like the shipped ones, in turn for each centre. */
async function fill(world: World, from: number, to: number): Promise<void> {
  const samples = ['solec-kujawski', 'zyrardow', 'koszalin'].flatMap((slug) => [...listShippedServices(slug)]);
  for (let number = 0; number < centres; number += 1) {
    const centre = await findCentre(world.database, `pomiar-${number}`);
    if (!centre) throw new Error('the centre is not open');
    const records: ServiceRecord[] = [];
    for (let index = from + number; index < to; index += centres) {
      const sample = samples[index % samples.length];
      if (sample) records.push({ ...sample, id: derivedId('bench service', String(index)), slug: `usluga-${index}`, externalId: null });
    }
    await inCentre(world.database, centre.id, async (tx) => {
      const actor = { kind: 'system', task: 'bench' } as const;
      const scope = makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'bench', requestId: 'bench' });
      await putServices(scope, records);
      await publishCatalogue(scope);
    });
  }
}

const mebibyte = 1024 * 1024;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** What is really held, without what waits to be collected. */
function heldMebibytes(): number {
  collect();
  return process.memoryUsage().heapUsed / mebibyte;
}

/** Reads all services as lines, and tells what the process holds meanwhile: it must not grow with the length of the stream. */
async function stream(ask: (path: string) => Response | Promise<Response>, size: number): Promise<void> {
  const before = heldMebibytes();
  const began = performance.now();
  const response = await ask('/hsds/services?format=ndjson&full=true');
  const held: number[] = [];
  let lines = 0;
  let bytes = 0;
  let firstAfter = 0;
  for await (const chunk of response.body ?? []) {
    firstAfter ||= performance.now() - began;
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
    if (lines >= ((held.length + 1) * size) / 5) held.push(heldMebibytes() - before);
  }
  const seconds = (performance.now() - began) / 1000;
  if (lines !== size) throw new Error(`the stream held ${lines} of ${size} services`);
  const growth = held.map((each) => each.toFixed(1)).join(', ');
  console.log(
    `ndjson: ${lines} services, ${(bytes / mebibyte).toFixed(0)} MiB in ${seconds.toFixed(1)} s; first line after ${firstAfter.toFixed(0)} ms; MiB held above the beginning after each fifth: ${growth}`,
  );
}
