import { describe, expect, it } from 'vitest';
import { wordsForAges } from './ages.ts';
import { listWords } from './tokens.ts';

const means = (text: string): string[] => wordsForAges(listWords(text)).map(({ means: word }) => word);

describe('ages told in passing', () => {
  it.each([
    ['mama ma 82 lata', 'senior'],
    ['osiemdziesiąt dwa lata', 'senior'],
    ['syn ma piętnaście lat', 'młodzież'],
    ['córka 4 latka', 'przedszkole'],
    ['8latek', 'uczeń'],
  ])('%s → %s', (text, word) => {
    expect(means(text)).toContain(word);
  });

  it('are not read from other numbers', () => {
    expect(means('800 plus')).toEqual([]);
    expect(means('ulica Lipowa 82')).toEqual([]);
    expect(means('mam 40 lat')).toEqual([]);
  });
});
