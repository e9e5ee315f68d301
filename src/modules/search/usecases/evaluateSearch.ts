import { z } from 'zod';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { importServices, readServiceFile, type ImportProblem } from '#modules/catalogue/index.ts';
import { withoutAccents, withTypo } from '../domain/noise.ts';
import { measureRelevance, type JudgedQuery, type Relevance } from '../domain/relevance.ts';
import { searchServices } from './searchServices.ts';

/** Relevance of one way of typing the queries, and how long an answer took, in milliseconds. */
export type Evaluation = Relevance & { readonly p50_ms: number; readonly p95_ms: number };
/** As typed, without accents, and with one slip a query. */
export type Evaluations = { readonly plain: Evaluation; readonly nodiacritics: Evaluation; readonly typo: Evaluation };

const judgedServiceShape = z.looseObject({
  id: z.string().min(1),
  area: z.int().min(1).max(14).optional(),
  name: z.string(),
  description: z.string().optional(),
  targetGroups: z.array(z.string()).optional(),
  everydayNames: z.array(z.string()).optional(),
  keywords: z.array(z.string()).optional(),
});
const judgedQueriesShape = z.array(z.looseObject({ qid: z.string(), q: z.string(), rel: z.record(z.string(), z.number()) })).min(1);

/** Slips are made from this number and the position of the query, so every run makes the same. */
const SEED = 1_000;
const ASKED = 10;

/** Queries with their judgement, format in data/search/README.md; or what is wrong with them. */
export function readJudgedQueries(json: unknown): Result<readonly JudgedQuery[], string> {
  const read = judgedQueriesShape.safeParse(json);
  if (read.success) return ok(read.data);
  const { path, message } = read.error.issues[0] ?? { path: [], message: '' };
  return refuse(`${path.join('.')}: ${message}`);
}

/**
 * Imports services into the scope's centre and asks the queries as a resident would.
 * @param services an array as in data/search/services.json, or HSDS services
 * @returns the problems of the file, if any; nothing is asked then
 */
export async function evaluateSearch(
  scope: CentreScope,
  services: readonly unknown[],
  queries: readonly JudgedQuery[],
): Promise<Evaluations | readonly ImportProblem[]> {
  const file = new TextEncoder().encode(JSON.stringify(services.map(asHsds)));
  const { problems } = await importServices(scope, readServiceFile('json', file));
  if (problems.length > 0) return problems;
  const ask = async (words: string): Promise<string[]> =>
    (await searchServices(scope, words, { limit: ASKED })).map(({ service }) => service.externalId ?? service.id);
  // The first question builds the index and warms the program up; it is not what a resident waits for.
  for (const { q } of queries.slice(0, 20)) await ask(q);
  return {
    plain: await evaluate(queries, ask),
    nodiacritics: await evaluate(withNoise(queries, withoutAccents), ask),
    typo: await evaluate(
      withNoise(queries, (text, at) => withTypo(text, SEED + at)),
      ask,
    ),
  };
}

const withNoise = (queries: readonly JudgedQuery[], noise: (text: string, at: number) => string): JudgedQuery[] =>
  queries.map((query, at) => ({ ...query, q: noise(query.q, at) }));

async function evaluate(queries: readonly JudgedQuery[], ask: (words: string) => Promise<string[]>): Promise<Evaluation> {
  const answers = new Map<string, readonly string[]>();
  const times: number[] = [];
  for (const { q } of queries) {
    const asked = performance.now();
    answers.set(q, await ask(q));
    times.push(performance.now() - asked);
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { ...measureRelevance(queries, (q) => answers.get(q) ?? []), p50_ms: at(0.5), p95_ms: at(0.95) };
}

/** A service of the evaluation set as the catalogue imports it; anything else is left as it is. */
function asHsds(value: unknown): unknown {
  const read = judgedServiceShape.safeParse(value);
  if (!read.success || !('keywords' in read.data || 'targetGroups' in read.data)) return value;
  const { id, area, name, description, targetGroups = [], everydayNames = [], keywords = [] } = read.data;
  const term = (taxonomy: string, text: string) => ({ taxonomy_term: { code: text, name: text, taxonomy } });
  return {
    id,
    name,
    status: 'active',
    description,
    alternate_name: everydayNames.join(';'),
    eligibility_description: targetGroups.join(', '),
    attributes: [...(area === undefined ? [] : [term('area', String(area))]), ...keywords.map((word) => term('keywords', word))],
  };
}
