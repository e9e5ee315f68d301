import { describe, expect, it } from 'vitest';
import { getLexicalFiles } from '../lexicalFiles.ts';
import { Lexicon, type LexiconEntry } from './lexicon.ts';
import { fold, listWords } from './tokens.ts';

const { polish } = getLexicalFiles();

function meantBy(query: string, ...entries: LexiconEntry[]): string[] {
  const words = listWords(query).map((typed) => {
    const { exact, loose } = polish.lemmasOf(typed);
    const lemmas = exact.length > 0 ? exact : loose.length > 0 ? loose : [fold(typed)];
    return { typed, folded: fold(typed), lemmas: new Map(lemmas.map((lemma) => [lemma, 1])) };
  });
  return new Lexicon({ entries }, polish).expand(words).map(({ text }) => text);
}

const fridge: LexiconEntry = { say: ['lodówka się zepsuła'], mean: ['zasiłek celowy'] };
const walking: LexiconEntry = { say: ['nie chodzi'], mean: ['rehabilitacja'] };

describe('the shared lexicon', () => {
  it('hears an expression in any inflection, order and company', () => {
    expect(meantBy('zepsuła mi się wczoraj lodówka', fridge)).toEqual(['zasiłek celowy']);
    expect(meantBy('zepsutą lodówkę mam, zepsuła się', fridge)).toEqual(['zasiłek celowy']);
  });

  it('does not take a part of a short expression for the whole', () => {
    expect(meantBy('duża lodówka', fridge)).toEqual([]);
  });

  it('knows "chodzi" from "nie chodzi"', () => {
    expect(meantBy('chodzi', walking)).toEqual([]);
    expect(meantBy('tata nie chodzi', walking)).toEqual(['rehabilitacja']);
  });

  it('does not ask for function words to be said', () => {
    expect(meantBy('rozwodzą', { say: ['rozwodzę się'], mean: ['mediacje'] })).toEqual(['mediacje']);
  });

  it('lets a word with a star stand for all that begin so', () => {
    expect(meantBy('потрібен психологічний супровід', { say: ['психолог*'], mean: ['psycholog'] })).toEqual(['psycholog']);
  });
});
