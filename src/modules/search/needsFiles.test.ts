import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areas, TARGET_GROUPS } from '#modules/catalogue/index.ts';
import { nameOfNeed, namedNeeds } from './domain/shippedNeedNames.ts';
import { allExamples, modelFile, readKinds, readNeeds, sumOfExamples, unpackModel } from './needsFiles.ts';

const needs = readNeeds();
const { kinds } = readKinds();
const repeated = (texts: readonly string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);

describe('the shipped needs', () => {
  it('are enough to understand residents', () => {
    expect(needs.length).toBeGreaterThan(100);
    expect(needs.flatMap(({ utterances }) => utterances).length).toBeGreaterThan(4_000);
  });

  it('have ids of their own and known areas and groups', () => {
    expect(repeated(needs.map(({ id }) => id))).toEqual([]);
    expect(needs.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)).map(({ id }) => id)).toEqual([]);
    const numbers = new Set(areas.map(({ number }) => number));
    expect(needs.filter((need) => need.areas.length === 0 || need.areas.some((area) => !numbers.has(area))).map(({ id }) => id)).toEqual(
      [],
    );
    const groups = new Set<string>(TARGET_GROUPS);
    expect(needs.flatMap((need) => need.groups.filter((group) => !groups.has(group)))).toEqual([]);
  });

  it('ask for known kinds, graded one to three', () => {
    const known = new Set(kinds.map(({ id }) => id));
    expect(needs.flatMap((need) => Object.keys(need.kinds).filter((kind) => !known.has(kind)))).toEqual([]);
    expect(needs.flatMap((need) => Object.values(need.kinds).filter((grade) => ![1, 2, 3].includes(grade)))).toEqual([]);
  });

  it('have a name in each language of the portal, and no name is left over', () => {
    const named = namedNeeds();
    expect(needs.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
    expect(named.filter((id) => !needs.some((need) => need.id === id))).toEqual([]);
    for (const lang of ['pl', 'en', 'uk'] as const) expect(repeated(needs.map((need) => nameOfNeed(need, lang)))).toEqual([]);
    expect(needs.map((need) => nameOfNeed(need, 'en')).filter((name) => /[^\p{Script=Latin}\p{N} ,.:’+-]/u.test(name))).toEqual([]);
    // Brands and abbreviations are said as they are written here.
    const inUkrainian = needs.map((need) => nameOfNeed(need, 'uk').replace(/PESEL|ZUS|plus/g, ''));
    expect(inUkrainian.filter((name) => /[a-zыэъё]/iu.test(name) || !/[а-щьюяґєії]/iu.test(name))).toEqual([]);
  });

  it('are what the shipped model was trained from (else run: okienko search train)', () => {
    const model = unpackModel(readFileSync(modelFile));
    expect(model.madeOf).toBe(sumOfExamples(needs, allExamples(needs)));
    expect(model.needs).toEqual([...needs.map(({ id }) => id), '-']);
  });
});

describe('the shipped kinds', () => {
  it('have ids and names of their own', () => {
    expect(repeated(kinds.map(({ id }) => id))).toEqual([]);
    expect(repeated(kinds.map(({ name }) => name))).toEqual([]);
  });
});
