import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getLexicalFiles } from './lexicalFiles.ts';
import { createSearchIndex, type JudgedQuery, measureRelevance, type SearchDocument, withoutAccents, withTypo } from './index.ts';
import { lookedForAs } from './domain/readQuery.ts';

const DATA = new URL('../../../data/search/', import.meta.url);
type JudgedService = Omit<SearchDocument, 'everydayNames'>;

const services = JSON.parse(readFileSync(new URL('services.json', DATA), 'utf8')) as JudgedService[];
const queries = JSON.parse(readFileSync(new URL('queries.dev.json', DATA), 'utf8')) as JudgedQuery[];

const index = createSearchIndex();
for (const service of services) index.put({ ...service, everydayNames: [] });
const rank = (query: string): string[] => index.search(query, { limit: 10 }).map(({ id }) => id);
const noisy = (noise: (text: string, at: number) => string) => queries.map((query, at) => ({ ...query, q: noise(query.q, at) }));

describe('search over the judged development queries', () => {
  it('has something to measure', () => {
    expect(services).toHaveLength(123);
    expect(queries).toHaveLength(100);
  });

  const plain = measureRelevance(queries, rank);

  it('does not sink below what was reached', () => {
    expect(plain.ndcg10).toBeGreaterThan(0.945);
    expect(plain.mrr).toBeGreaterThan(0.95);
    expect(plain.recall10).toBeGreaterThan(0.97);
    expect(plain.success3).toBeGreaterThanOrEqual(0.98);
    expect(plain.empty).toBe(0);
  });

  it('loses next to nothing when residents leave accents out', () => {
    const bare = measureRelevance(
      noisy((text) => withoutAccents(text)),
      rank,
    );
    expect(plain.ndcg10 - bare.ndcg10).toBeLessThanOrEqual(0.005);
    expect(bare.empty).toBe(0);
  });

  it.each([1, 2, 3])('stands one slip a query (seed %i)', (seed) => {
    const slipped = measureRelevance(
      noisy((text, at) => withTypo(text, seed * 1_000 + at)),
      rank,
    );
    expect(slipped.ndcg10).toBeGreaterThan(0.92);
    expect(slipped.empty).toBe(0);
  });
});

describe('search over queries that nobody looked at while making it', () => {
  const blind = JSON.parse(readFileSync(new URL('queries.blind.json', DATA), 'utf8')) as JudgedQuery[];

  it('understands what other people write', () => {
    const found = measureRelevance(blind, rank);
    expect(found.ndcg10).toBeGreaterThan(0.9);
    expect(found.recall10).toBeGreaterThan(0.95);
    expect(found.success3).toBeGreaterThanOrEqual(0.98);
    expect(found.empty).toBeLessThanOrEqual(0.01);
  });

  it('also with a slip', () => {
    const slipped = measureRelevance(
      blind.map((query, at) => ({ ...query, q: withTypo(query.q, 1_000 + at) })),
      rank,
    );
    expect(slipped.ndcg10).toBeGreaterThan(0.88);
  });
});

describe('search over what strangers wrote, ordinary and odd', () => {
  const strange = JSON.parse(readFileSync(new URL('queries.strangers2.json', DATA), 'utf8')) as JudgedQuery[];

  it('understands most of it', () => {
    expect(strange).toHaveLength(160);
    const found = measureRelevance(strange, rank);
    expect(found.ndcg10).toBeGreaterThan(0.845);
    expect(found.recall10).toBeGreaterThan(0.93);
    expect(found.success3).toBeGreaterThan(0.91);
    expect(found.empty).toBe(0);
  });
});

describe('inflection', () => {
  type Form = { readonly group: number; readonly form: string };
  const lines = readFileSync(new URL('inflection.tsv', DATA), 'utf8').trim().split('\n');
  const forms: Form[] = lines.flatMap((line, group) => (line.split('\t')[2] ?? '').split(' ').map((form) => ({ group, form })));

  /** Pairs of forms that share a base form, against the pairs that should. */
  function measurePairs(typed: (form: string) => string): { precision: number; recall: number } {
    const { polish } = getLexicalFiles();
    const read = forms.map(({ group, form }) => ({ group, lemmas: lookedForAs(typed(form), polish) }));
    let together = 0;
    let joined = 0;
    let rightly = 0;
    for (const [at, one] of read.entries())
      for (const other of read.slice(at + 1)) {
        const isJoined = one.lemmas.some((lemma) => other.lemmas.includes(lemma));
        if (one.group === other.group) together++;
        if (isJoined) joined++;
        if (isJoined && one.group === other.group) rightly++;
      }
    return { precision: rightly / joined, recall: rightly / together };
  }

  it('joins the forms of a word and keeps other words apart', () => {
    expect(forms.length).toBeGreaterThan(300);
    const { precision, recall } = measurePairs((form) => form);
    expect(recall).toBeGreaterThanOrEqual(0.99);
    expect(precision).toBeGreaterThanOrEqual(0.95);
  });

  it('does so without accents as well', () => {
    const { precision, recall } = measurePairs(withoutAccents);
    expect(recall).toBeGreaterThanOrEqual(0.99);
    expect(precision).toBeGreaterThanOrEqual(0.94);
  });
});
