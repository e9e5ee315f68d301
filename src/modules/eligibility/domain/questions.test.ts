import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCondition, anyFacts, hideSome, hiding } from '../testing.ts';
import { ruleWords } from '../texts/ruleWords.ts';
import { checkConditions, together } from './checkConditions.ts';
import { nothingKnown, type ApplicantFacts } from './conditions.ts';
import { answerEligibility, listAllQuestions, listQuestions } from './questions.ts';
import { readRule } from './ruleText.ts';

const criteria = { single: 101_000, family: 82_300 };
const { conditions: button } = readRule(
  'mieszka w gminie\njedno z:\n  wiek: od 75 lat\n  wszystkie z:\n    wiek: od 60 lat\n    stopień niepełnosprawności: znaczny',
  ruleWords,
);

test('asks only what can still change the answer, the least private first', () => {
  expect(listAllQuestions(button)).toEqual(['residesInArea', 'age', 'disability']);
  const ask = (facts: Partial<ApplicantFacts>) => listQuestions(button, { facts: { ...nothingKnown, ...facts } });
  expect(ask({ age: 80 })).toEqual(['residesInArea']);
  expect(ask({ age: 65 })).toEqual(['residesInArea', 'disability']);
  expect(ask({ age: 50 })).toEqual([]);
});

test('answers yes, no, what is missing, or that only people are left to check', () => {
  const answer = (facts: Partial<ApplicantFacts>, rule = button) => answerEligibility(rule, { facts: { ...nothingKnown, ...facts } });
  expect(answer({ age: 80, residesInArea: true })).toMatchObject({ answer: 'yes', missing: [] });
  expect(answer({ age: 50 })).toMatchObject({ answer: 'no', missing: [] });
  expect(answer({ age: 80 })).toMatchObject({ answer: 'ask', missing: ['residesInArea'] });
  const { conditions: withPaper } = readRule('mieszka w gminie\ndokument: zaświadczenie', ruleWords);
  expect(answer({ residesInArea: true }, withPaper).answer).toBe('probably');
});

test('whoever tells everything asked gets an answer, and telling what was not asked would not change it', () => {
  fc.assert(
    fc.property(fc.array(anyCondition, { maxLength: 3 }), anyFacts, hiding, (conditions, facts, hidden) => {
      const told = hideSome(facts, hidden);
      const asked = listQuestions(conditions, { facts: told, criteria });
      if (asked.length > 0) return;
      const now = together(checkConditions(conditions, { facts: told, criteria }));
      // What is left open is for staff: documents, groups and words.
      const later = together(
        checkConditions(conditions, { facts: { ...facts, documents: told.documents, targetGroups: told.targetGroups }, criteria }),
      );
      expect(later).toBe(now);
    }),
    { numRuns: 500 },
  );
});
