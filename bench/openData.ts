/**
 * The open interface with many services over many centres: OKIENKO_BENCH_SERVICES (100,000 unless told) in 300 centres. Pages
 * of lists, one object, and all services as a stream, whose memory must not grow with its length.
 */
import pg from 'pg';
import { createApp } from '#apps/web/app.ts';
import { benchWorld } from './support/benchWorld.ts';
import { openBenchDatabase } from './support/database.ts';
import { fillCentres, openCentres } from './support/manyCentres.ts';
import type { Benchmark } from './support/measure.ts';
import { heldMebibytes } from './support/memory.ts';

const sizes = [2_000, Number(process.env['OKIENKO_BENCH_SERVICES'] ?? 100_000)];
const centres = 300;

export async function* benchmarks(): AsyncIterable<Benchmark> {
  const { database, ownerUrl, stop } = await openBenchDatabase();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const world = benchWorld(database);
  const opened = await openCentres(owner, world, centres);
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
    await fillCentres(world, opened, { from: made, to: size });
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

const mebibyte = 1024 * 1024;

/** Reads all services as lines, and tells what the process holds meanwhile: it must not grow with the length of the stream. */
async function stream(ask: (path: string) => Response | Promise<Response>, size: number): Promise<void> {
  const before = heldMebibytes().heap;
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
    if (lines >= ((held.length + 1) * size) / 5) held.push(heldMebibytes().heap - before);
  }
  const seconds = (performance.now() - began) / 1000;
  if (lines !== size) throw new Error(`the stream held ${lines} of ${size} services`);
  const growth = held.map((each) => each.toFixed(1)).join(', ');
  console.log(
    `ndjson: ${lines} services, ${(bytes / mebibyte).toFixed(0)} MiB in ${seconds.toFixed(1)} s; first line after ${firstAfter.toFixed(0)} ms; MiB held above the beginning after each fifth: ${growth}`,
  );
}
