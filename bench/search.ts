import { readFileSync } from 'node:fs';
import { createSearchIndex, measureRelevance, withTypo, type JudgedQuery, type SearchDocument } from '#modules/search/index.ts';
import type { Benchmark } from './support/measure.ts';
import { heldMebibytes } from './support/memory.ts';
import { searchEngines, type OpenedEngine, type SearchEngine } from './support/searchEngines.ts';

const DATA = new URL('../data/search/', import.meta.url);
const LONG_FROM = 70;
const LONGEST = { from: 25, to: 50 };
const SIZES = [2_000, 10_000, 100_000];
const PLACES = [
  'Solec',
  'Brzozowa',
  'Kępno',
  'Łąkowa',
  'Zdrój',
  'Wola',
  'Górka',
  'Stawy',
  'Podlesie',
  'Rynek',
  'Zawodzie',
  'Olszyna',
  'Młyny',
];

/** How long a question takes among more and more services, in several engines side by side; prints what else differs. */
export async function* benchmarks(): AsyncIterable<Benchmark> {
  const services = (JSON.parse(readFileSync(new URL('services.json', DATA), 'utf8')) as Omit<SearchDocument, 'everydayNames'>[]).map(
    (service): SearchDocument => ({ ...service, everydayNames: [] }),
  );
  const queries = JSON.parse(readFileSync(new URL('queries.dev.json', DATA), 'utf8')) as JudgedQuery[];
  // What every index of a process shares is loaded once.
  createSearchIndex();
  for (const engine of searchEngines) console.log(`${engine.name}: ${await tellRelevance(engine, services, queries)}`);
  const longer = [
    { told: 'situations told in a sentence', questions: readSituations() },
    { told: `${LONGEST.from}-${LONGEST.to} words`, questions: readLongest() },
  ];
  const asked = [
    ...searchEngines.map((engine) => ({ engine, name: engine.name, questions: queries.map(({ q }) => q) })),
    ...searchEngines
      .slice(0, 1)
      .flatMap((engine) => longer.map(({ told, questions }) => ({ engine, name: `${engine.name}, ${told}`, questions }))),
  ];
  for (const size of SIZES)
    for (const { engine, name, questions } of asked) {
      let opened: OpenedEngine | undefined;
      yield {
        name,
        size,
        async prepare() {
          const before = usedMemory();
          const started = performance.now();
          opened = await engine.open(synthesiseAll(services, size));
          const seconds = (performance.now() - started) / 1_000;
          const megabytes = usedMemory() - before;
          console.log(`${engine.name}, ${size}: built in ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB in this process`);
        },
        run: (round) => opened?.ask(questions[round % questions.length] ?? ''),
        async finish() {
          await opened?.close();
          opened = undefined;
        },
      };
    }
}

/** Long utterances, as people tell a situation. */
function readSituations(): string[] {
  const { utterances } = JSON.parse(readFileSync(new URL('needs/heldout-author.json', DATA), 'utf8')) as {
    utterances: readonly { readonly q: readonly string[] }[];
  };
  return utterances.flatMap(({ q }) => q).filter((text) => text.length >= LONG_FROM);
}

/** As much as anybody writes into a search: neighbouring queries put together. */
function readLongest(): string[] {
  const words = ['queries.blind.json', 'queries.strangers.json']
    .flatMap((file) => JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as JudgedQuery[])
    .map(({ q }) => q.split(/\s+/));
  const texts: string[] = [];
  let sofar: string[] = [];
  for (const query of words) {
    sofar.push(...query);
    // Of various lengths.
    if (sofar.length < LONGEST.from + ((texts.length * 7) % (LONGEST.to - LONGEST.from))) continue;
    texts.push(sofar.slice(0, LONGEST.to).join(' '));
    sofar = [];
  }
  return texts;
}

async function tellRelevance(engine: SearchEngine, services: readonly SearchDocument[], queries: readonly JudgedQuery[]): Promise<string> {
  const opened = await engine.open(services);
  const variants = [queries, queries.map((query, at) => ({ ...query, q: withTypo(query.q, 1_000 + at) }))];
  const figures: string[] = [];
  for (const variant of variants) {
    const answers = new Map<string, readonly string[]>();
    for (const { q } of variant) answers.set(q, await opened.ask(q));
    figures.push(measureRelevance(variant, (q) => answers.get(q) ?? []).ndcg10.toFixed(3));
  }
  await opened.close();
  return `nDCG@10 of the development queries ${figures[0]}, with a slip each ${figures[1]}`;
}

function* synthesiseAll(services: readonly SearchDocument[], size: number): Iterable<SearchDocument> {
  for (let number = 0; number < size; number++) yield synthesise(services, number);
}

/** The real services over again, each with a place of its own and some sentences of another. */
function synthesise(services: readonly SearchDocument[], number: number): SearchDocument {
  const base = services[number % services.length];
  const other = services[(number * 31 + Math.floor(number / services.length)) % services.length];
  if (base === undefined || other === undefined) throw new Error('No services to copy');
  const place = `${PLACES[number % PLACES.length] ?? ''} ${Math.floor(number / PLACES.length)}`;
  const isFirst = number < services.length;
  return {
    ...base,
    id: `${base.id}-${number}`,
    name: isFirst ? base.name : `${base.name} ${place}`,
    description: isFirst ? base.description : `${base.description} ${other.description.slice(0, 80)}`,
  };
}

function usedMemory(): number {
  const { heap, beside } = heldMebibytes();
  return heap + beside;
}
