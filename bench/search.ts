import { readFileSync } from 'node:fs';
import { createSearchIndex, type JudgedQuery, type SearchDocument } from '#modules/search/index.ts';
import type { Benchmark } from './support/measure.ts';

/** Figures of one size: build in seconds, queries in milliseconds, memory in megabytes. */
export type SearchFigures = {
  readonly services: number;
  readonly buildSeconds: number;
  readonly replaceMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly memoryMb: number;
};

const DATA = new URL('../data/search/', import.meta.url);
const SIZES = [123, 2_000, 100_000];
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

/** Builds indexes of synthetic services and measures them with the judged queries. @param sizes numbers of services */
export function measureSearch(sizes: readonly number[] = SIZES): SearchFigures[] {
  const services = JSON.parse(readFileSync(new URL('services.json', DATA), 'utf8')) as Omit<SearchDocument, 'everydayNames'>[];
  const queries = (JSON.parse(readFileSync(new URL('queries.dev.json', DATA), 'utf8')) as JudgedQuery[]).map(({ q }) => q);
  const synthetic = (number: number): SearchDocument => synthesise(services, number);
  createSearchIndex();
  return sizes.map((size) => {
    const memoryBefore = usedMemory();
    const index = createSearchIndex();
    const started = performance.now();
    for (let number = 0; number < size; number++) index.put(synthetic(number));
    const buildSeconds = (performance.now() - started) / 1_000;
    const memoryMb = (usedMemory() - memoryBefore) / 1_048_576;
    for (const query of queries) index.search(query, { limit: 10 });
    const times: number[] = [];
    for (let round = 0; round < 5; round++)
      for (const query of queries) {
        const asked = performance.now();
        index.search(query, { limit: 10 });
        times.push(performance.now() - asked);
      }
    times.sort((a, b) => a - b);
    const replaced = performance.now();
    for (let number = 0; number < 50; number++) index.put(synthetic(number));
    const replaceMs = (performance.now() - replaced) / 50;
    const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
    return { services: size, buildSeconds, replaceMs, p50Ms: at(0.5), p95Ms: at(0.95), memoryMb };
  });
}

/** How long a question takes among more and more services. */
export function benchmarks(): Benchmark[] {
  const services = JSON.parse(readFileSync(new URL('services.json', DATA), 'utf8')) as Omit<SearchDocument, 'everydayNames'>[];
  const queries = (JSON.parse(readFileSync(new URL('queries.dev.json', DATA), 'utf8')) as JudgedQuery[]).map(({ q }) => q);
  return SIZES.map((size) => {
    let index = createSearchIndex();
    return {
      name: 'question',
      size,
      prepare() {
        for (let number = 0; number < size; number++) index.put(synthesise(services, number));
      },
      run: (round) => index.search(queries[round % queries.length] ?? '', { limit: 10 }),
      finish() {
        index = createSearchIndex();
      },
    };
  });
}

/** The real services over again, each with a place of its own and some sentences of another. */
function synthesise(services: readonly Omit<SearchDocument, 'everydayNames'>[], number: number): SearchDocument {
  const base = services[number % services.length];
  const other = services[(number * 31 + Math.floor(number / services.length)) % services.length];
  if (base === undefined || other === undefined) throw new Error('No services to copy');
  const place = `${PLACES[number % PLACES.length] ?? ''} ${Math.floor(number / PLACES.length)}`;
  const isFirst = number < services.length;
  return {
    ...base,
    id: `${base.id}-${number}`,
    name: isFirst ? base.name : `${base.name} ${place}`,
    everydayNames: [],
    description: isFirst ? base.description : `${base.description} ${other.description.slice(0, 80)}`,
  };
}

function usedMemory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

if (process.argv[1] === import.meta.filename) console.table(measureSearch());
