/**
 * Many centres on one installation: OKIENKO_BENCH_SERVICES (100,000 unless told) dealt to 300 centres, first with 30 of them open to
 * see what more centres cost. Whole pages through the fetch handler as the restricted role, each question in another centre.
 * What is shown is looked at: none but own services.
 */
import pg from 'pg';
import { createSearchIndex, understandNeeds } from '#modules/search/index.ts';
import { recogniseTestActors, userWithRole } from '#tests/support/actors.ts';
import { afterPublishing } from './support/afterPublishing.ts';
import { benchWorld } from './support/benchWorld.ts';
import { openBenchDatabase } from './support/database.ts';
import { fillCentres, idOfService, openCentres } from './support/manyCentres.ts';
import { quantile, type Benchmark } from './support/measure.ts';
import { heldMebibytes } from './support/memory.ts';
import { assertEditorSeesOwn, assertRestricted, Owners, portalIds, staffIds } from './support/ownOnly.ts';
import { openVisitor } from './support/visitor.ts';

const centreCount = 300;
const words = ['opieka dla mamy z demencją', 'dowóz do lekarza', 'asystent', 'psycholog dla dziecka', 'pomoc w domu po szpitalu'];
const wordsOf = (round: number) => encodeURIComponent(words[round % words.length] ?? '');
const json = { accept: 'application/json' };
const count = (value: number) => value.toLocaleString('en-GB');

export async function* benchmarks({ isQuick }: { isQuick: boolean }): AsyncIterable<Benchmark> {
  const most = Number(process.env['OKIENKO_BENCH_SERVICES'] ?? (isQuick ? 6_000 : 100_000));
  const { database, ownerUrl, appUrl, stop } = await openBenchDatabase();
  await assertRestricted(appUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { world, credentialsOf } = recogniseTestActors(benchWorld(database));
  const visitor = openVisitor(world);
  const { read } = visitor;
  const centres = await openCentres(owner, world, centreCount);
  const editors = centres.map((centre) => credentialsOf(userWithRole('serviceOrganiser'), centre).headers);
  const at = (place: number, path: string) => `/${centres[place]?.slug}${path}`;

  // What every index of a process shares is loaded once.
  createSearchIndex();
  understandNeeds('pomoc');
  let filled = 0;
  for (const open of [centreCount / 10, centreCount]) {
    const began = performance.now();
    const places = Array.from({ length: open - filled }, (_, at) => filled + at);
    await fillCentres(world, centres, { from: 0, to: most, places });
    filled = open;
    const size = Math.round((most * open) / centreCount);
    /** The rounds go through all centres, neighbours far apart: 7919 shares no divisor with their number. */
    const placeOf = (round: number) => (round * 7919) % open;
    await owner.query('vacuum analyze');
    console.log(
      `${count(size)} services over ${open} centres: ${places.length} centres filled in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
    const owners = new Owners(most, centreCount);
    await tellWarming(open, (place) => read(at(place, `/uslugi?q=${wordsOf(place)}`)));
    const checked = { services: 0, pages: 0 };
    for (const place of [0, 1, open / 2, open - 1]) {
      const { services, pages } = await assertEditorSeesOwn(visitor, centres, { place, editor: editors[place] ?? {}, owners });
      checked.services += services;
      checked.pages += pages;
    }
    console.log(`editors of 4 centres saw all their ${checked.services} services on ${checked.pages} pages, and no other`);

    const idOf = (round: number) => idOfService(placeOf(round) + centreCount * (round % Math.floor(most / centreCount)));
    const own = async (round: number, path: string, idsOf: (text: string) => readonly string[], headers?: Record<string, string>) =>
      owners.assertOwn(placeOf(round), idsOf(await read(at(placeOf(round), path), headers)));
    const editor = (round: number) => editors[placeOf(round)];
    const openIds = (text: string) => (JSON.parse(text) as { contents: readonly { id: string }[] }).contents.map(({ id }) => id);
    // A small centre may have nothing for some words.
    let shown = 0;
    yield {
      name: 'search by words',
      size,
      async run(round) {
        const ids = portalIds(await read(at(placeOf(round), `/uslugi?q=${wordsOf(round)}`)));
        shown += ids.length;
        if (ids.length > 0) owners.assertOwn(placeOf(round), ids);
      },
      finish() {
        if (shown === 0) throw new Error('no search found anything');
      },
    };
    yield { name: 'service card', size, run: (round) => read(at(placeOf(round), `/uslugi/${idOf(round)}`)) };
    yield { name: "editor's list", size, run: (round) => own(round, '/praca/uslugi', staffIds, editor(round)) };
    yield { name: 'open data, all centres', size, run: () => read('/hsds/services', json) };
    yield { name: 'open data, all centres, by words', size, run: (round) => read(`/hsds/services?search=${wordsOf(round)}`, json) };
    yield { name: 'open data, one centre', size, run: (round) => own(round, '/hsds/services', openIds, json) };
    for (const cards of open === centreCount ? [1, Math.min(100, Math.floor(most / centreCount))] : [])
      yield* afterPublishing({ publisher: world, centres, appUrl, size, placeOf }, cards);
  }
  await owner.end();
  await stop();
}

/** Searches in every centre for the first time, and tells how long that took and what the process holds of it. */
async function tellWarming(open: number, search: (place: number) => Promise<unknown>): Promise<void> {
  const before = heldMebibytes();
  const times: number[] = [];
  for (let place = 0; place < open; place += 1) {
    const began = performance.now();
    await search(place);
    times.push(performance.now() - began);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const after = heldMebibytes();
  const added = after.heap + after.beside - before.heap - before.beside;
  console.log(
    `first search of each of ${open} centres: p50 ${quantile(sorted, 0.5).toFixed(0)} ms, p95 ${quantile(sorted, 0.95).toFixed(0)} ms; ` +
      `their indexes hold ${added.toFixed(0)} MiB more, the process ${(after.heap + after.beside).toFixed(0)} MiB (resident ${after.resident.toFixed(0)})`,
  );
}
