import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCondition, anyFacts } from '../testing.ts';
import { ruleWords } from '../texts/ruleWords.ts';
import { checkConditions, together } from './checkConditions.ts';
import { findContradiction } from './contradiction.ts';
import { readRule } from './ruleText.ts';

test.each([
  ['wiek: od 60 lat\nwiek: do 50 lat', 2],
  ['mieszka w gminie\nmieszka samotnie\nosób w domu: od 3 osób', 3],
  ['mieszka w gminie\nżadne z:\n  mieszka w gminie\nwiek: od 60 lat', 2],
  ['stopień niepełnosprawności: znaczny\nstopień niepełnosprawności: lekki, brak', 2],
  ['grupa: seniorzy\nwiek: do 10 lat', 2],
  ['grupa: dzieci\ngrupa: seniorzy', 2],
  ['sytuacja: ciąża\nżadne z:\n  sytuacja: ciąża, bez pracy', 2],
])('nobody can meet %j, and the line that makes it so is named', (text, line) => {
  expect(readRule(text, ruleWords).problems).toEqual([expect.objectContaining({ code: 'never', line })]);
});

test.each([
  '',
  'wiek: od 60 do 60 lat',
  'jedno z:\n  wiek: od 75 lat\n  wiek: do 18 lat',
  'wiek: od 60 lat\nwyjątek:\n  wiek: do 50 lat',
  'dokument: zaświadczenie',
  'grupa: seniorzy\nwiek: od 55 lat',
  'grupa: seniorzy',
])('somebody can meet %j', (text) => {
  expect(readRule(text, ruleWords).problems).toEqual([]);
});

test('a rule that somebody meets is never called contradictory', () => {
  fc.assert(
    fc.property(fc.array(anyCondition, { maxLength: 3 }), anyFacts, (conditions, facts) => {
      fc.pre(together(checkConditions(conditions, { facts, criteria: { single: 101_000, family: 82_300 } })) === 'met');
      expect(findContradiction(conditions)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
