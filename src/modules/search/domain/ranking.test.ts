import { expect, it } from 'vitest';
import { Ranking } from './ranking.ts';
import type { ReadQuery } from './readQuery.ts';
import { TermSpace } from './termSpace.ts';

const words = new TermSpace(0.5);
const grams = new TermSpace(0.5);
for (let slot = 0; slot < 100; slot++) {
  words.count('częsty', slot % 7 === 0 ? 3 : 1);
  if (slot >= 80) words.count('rzadki', 1);
  words.commit(slot);
  grams.commit(slot);
}
const slots = { count: 100, live: 100, version: 1, isLive: () => true };
const oneWord = (lemma: string): ReadQuery['clauses'][number] => ({ words: [new Map([[lemma, 1]])], typed: lemma, kind: 'word' });
const query: ReadQuery = { clauses: [oneWord('częsty'), oneWord('rzadki')], grams: [] };
const hurried = new Ranking(words, grams, { postingsForEveryone: 30, frontRunners: 20, finalists: 15 });
const thorough = new Ranking(words, grams);

it('ranks the first as if everything had been read for everyone', () => {
  const first = hurried.rank(query, slots, 10, String, undefined);
  expect(first).toEqual(thorough.rank(query, slots, 10, String, undefined));
  expect(first.every(({ slot }) => slot >= 80)).toBe(true);
});

it('reads on for everyone when a filter leaves too few front-runners', () => {
  const allowed = new Set(['3', '5', '91']);
  const found = hurried.rank(query, slots, 10, String, (id) => allowed.has(id));
  expect(found.map(({ id }) => id)).toEqual(['91', '3', '5']);
});

it('clears its scoreboards between queries', () => {
  hurried.rank(query, slots, 10, String, undefined);
  expect(hurried.rank({ clauses: [oneWord('nieznane')], grams: [] }, slots, 10, String, undefined)).toEqual([]);
});

it('reads common 4-grams for the finalists alone, and ranks the first the same', () => {
  const parts = new TermSpace(0.5);
  for (let slot = 0; slot < 100; slot++) {
    for (const gram of ['^czę', 'częs', ...(slot % 3 === 0 ? ['ęsty'] : [])]) parts.count(gram, 1);
    parts.commit(slot);
  }
  const withGrams = { ...query, grams: ['^czę', 'częs', 'ęsty'].map((gram) => ({ gram, weight: 0.1 })) };
  const quick = new Ranking(words, parts, { postingsForEveryone: 30, frontRunners: 40, finalists: 20 });
  const first = quick.rank(withGrams, slots, 10, String, undefined);
  expect(first).toEqual(new Ranking(words, parts).rank(withGrams, slots, 10, String, undefined));
  expect(first).not.toEqual(hurried.rank(query, slots, 10, String, undefined));
});
