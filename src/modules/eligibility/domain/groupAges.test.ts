import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCondition, anyFacts } from '../testing.ts';
import { ruleWords } from '../texts/ruleWords.ts';
import { checkConditions, together } from './checkConditions.ts';
import { nothingKnown } from './conditions.ts';
import { conditionsOfCard } from './conditionsOfCard.ts';
import { listAgeDoubts } from './groupAges.ts';
import { answerEligibility, listAllQuestions } from './questions.ts';
import { readRule } from './ruleText.ts';

const rule = (text: string) => readRule(text, ruleWords).conditions;
const card = { minimumAge: null, maximumAge: null, recipients: null, qualification: { documents: [] } };

test('a group that age tells asks for age and is decided by it', () => {
  const seniors = rule('grupa: seniorzy');
  expect(listAllQuestions(seniors)).toEqual(['age']);
  const answers = [40, 59.9, 60, 80].map((age) => answerEligibility(seniors, { facts: { ...nothingKnown, age } }).answer);
  expect(answers).toEqual(['no', 'no', 'yes', 'yes']);
  // Another group beside it leaves the rest to people.
  expect(answerEligibility(rule('grupa: seniorzy, cudzoziemcy'), { facts: { ...nothingKnown, age: 40 } }).answer).toBe('probably');
  expect(listAllQuestions(rule('grupa: cudzoziemcy'))).toEqual([]);
});

test('a card for "Seniorzy" asks for age; other words are left to staff, and ages of the card stand for themselves', () => {
  expect(listAllQuestions(conditionsOfCard({ ...card, recipients: 'Seniorzy.' }))).toEqual(['residesInArea', 'age']);
  expect(conditionsOfCard({ ...card, recipients: 'Seniorzy', minimumAge: 55 }).map(({ kind }) => kind)).toEqual([
    'residesInArea',
    'ageAtLeast',
  ]);
  expect(conditionsOfCard({ ...card, recipients: 'Seniorzy z Solca' }).at(-1)).toMatchObject({ kind: 'inWords' });
});

test('what is known of groups never overturns what age decided', () => {
  fc.assert(
    fc.property(fc.array(anyCondition, { maxLength: 3 }), anyFacts, (conditions, facts) => {
      const before = together(checkConditions(conditions, { facts: { ...facts, targetGroups: null } }));
      if (before !== 'unknown') expect(together(checkConditions(conditions, { facts }))).toBe(before);
    }),
  );
});

test.each([
  ['grupa: seniorzy\nwiek: do 10 lat', ['SENIORS']],
  ['grupa: seniorzy\nwiek: od 55 lat', ['SENIORS']],
  ['grupa: dzieci\nwiek: do 25 lat', ['CHILDREN']],
  ['grupa: seniorzy\nwiek: od 75 lat', []],
  ['grupa: seniorzy', []],
  ['jedno z:\n  grupa: seniorzy\n  wiek: do 10 lat', []],
  ['jedno z:\n  wszystkie z:\n    grupa: seniorzy\n    wiek: do 10 lat\n  mieszka samotnie', ['SENIORS']],
])('%j is asked about: %j', (text, groups) => {
  expect(listAgeDoubts(rule(text)).map(({ group }) => group)).toEqual(groups);
});
