import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Morfologik } from './morfologik.ts';

const dictionary = new Morfologik(readFileSync(new URL('../../../../data/lexical/polish.dict', import.meta.url)));
const lemmas = (folded: string): string[] => dictionary.readings(folded).flatMap((reading) => [...reading.lemmas]);

describe('the inflection dictionary', () => {
  it.each([
    ['dzieci', 'dziecko'],
    ['najlepszy', 'dobry'],
    ['niepelnosprawnych', 'niepełnosprawny'],
    ['zolci', 'żółć'],
    ['ukrainy', 'Ukraina'],
    ['szedl', 'iść'],
  ])('reads %s as a form of %s', (form, lemma) => {
    expect(lemmas(form)).toContain(lemma);
  });

  it('tells words apart that accents tell apart', () => {
    const readings = dictionary.readings('prac');
    expect(readings.find(({ form }) => form === 'prac')?.lemmas).toContain('praca');
    expect(readings.find(({ form }) => form === 'prać')?.lemmas).toEqual(['prać']);
  });

  it.each([
    ['psychloga', 'psycholog'],
    ['opeika', 'opieka'],
    ['zasiilek', 'zasiłek'],
    ['mirszkanie', 'mieszkanie'],
  ])('reads %s, one slip away, as %s', (typed, lemma) => {
    expect(dictionary.nearReadings(typed).flatMap((reading) => reading.lemmas)).toContain(lemma);
  });

  it('knows nothing of words that are none, whatever they are', () => {
    expect(lemmas('')).toEqual([]);
    expect(lemmas('teleopieka')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (word) => {
        for (const reading of dictionary.readings(word)) expect(reading.lemmas.length).toBeGreaterThan(0);
      }),
    );
  });

  it('refuses a file that is no such dictionary', () => {
    expect(() => new Morfologik(new Uint8Array([1, 2, 3]))).toThrow(/CFSA2/);
  });
});
