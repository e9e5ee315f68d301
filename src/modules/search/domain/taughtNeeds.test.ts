import { expect, it } from 'vitest';
import { getLexicalFiles } from '../lexicalFiles.ts';
import { createSearchIndex } from '../index.ts';
import { TaughtNeeds } from './taughtNeeds.ts';
import { isClear, isNamed } from './understanding.ts';

const { polish } = getLexicalFiles();
const taught = new TaughtNeeds(
  [
    { words: 'złota karta', need: 'karta-seniora-znizki' },
    { words: 'karta', need: 'karta-duzej-rodziny' },
    { words: 'o w z', need: 'samotnosc' },
    { words: '!?', need: 'samotnosc' },
  ],
  polish,
);

it('hears a taught phrase in any inflection and order, without accents; the less of the text it is, the less likely', () => {
  const whole = taught.likelihoods('zlotej karty');
  const half = taught.likelihoods('karta złota dla wujka Staszka z Torunia');
  expect(whole.get('karta-seniora-znizki')).toBeGreaterThan(half.get('karta-seniora-znizki') ?? 1);
  expect(half.get('karta-seniora-znizki')).toBeGreaterThan(0.2);
  expect(taught.likelihoods('złota rączka').size).toBe(0);
  expect(taught.likelihoods('').size).toBe(0);
  for (const text of ['złota karta', 'karta karta', 'złota karta i karta']) {
    const sum = [...taught.likelihoods(text).values()].reduce((all, p) => all + p, 0);
    expect(sum).toBeLessThanOrEqual(0.95 + 1e-9);
  }
});

it('goes before what was learned, in the index that was taught alone, until it is taught something else', () => {
  const [index, other] = [createSearchIndex(), createSearchIndex()];
  index.teach([{ words: 'gżegżółka', need: 'komornik' }]);
  expect(index.understand('gżegżółki').needs[0]).toMatchObject({ need: { id: 'komornik' } });
  expect(isClear(index.understand('gżegżółki'))).toBe(true);
  expect(other.understand('gżegżółki').needs[0]?.p ?? 0).toBeLessThan(0.5);
  index.teach([{ words: 'gżegżółka', need: 'nie-ma-takiej' }]);
  expect(index.understand('gżegżółki').needs.some(({ need }) => need.id === 'nie-ma-takiej')).toBe(false);
  index.teach([]);
  expect(index.understand('gżegżółki')).toEqual(other.understand('gżegżółki'));
});

it('names no need where words say too little, and names it where they say enough', () => {
  const index = createSearchIndex();
  for (const words of [
    'mama ma 87 lat',
    'pomoc',
    'dziecko',
    'potrzebuję pomocy',
    'babcia',
    'problem',
    'syn',
    'opieka',
    'córka ma 5 lat',
    '',
  ])
    expect([words, isClear(index.understand(words))]).toEqual([words, false]);
  for (const words of ['mąż mnie bije', 'żłobek', 'nie mam jak dojechać do lekarza', 'komornik zajął mi konto'])
    expect([words, isClear(index.understand(words))]).toEqual([words, true]);
  const clear = index.understand('mąż mnie bije');
  expect(clear.needs.filter((need) => isNamed(clear, need))).toHaveLength(1);
});
