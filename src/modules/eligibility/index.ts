export {
  conditionSchema,
  decimalAgeOn,
  disabilityDegrees,
  nothingKnown,
  type ApplicantFacts,
  type Circumstance,
  type Condition,
} from './domain/conditions.ts';
export { conditionsOfCard, type CardConditions } from './domain/conditionsOfCard.ts';
export {
  checkConditions,
  together,
  type ConditionCheck,
  type IncomeCriteria,
  type Outcome,
  type StaffSettlements,
} from './domain/checkConditions.ts';
export { answerEligibility, listAllQuestions, type Answer, type EligibilityAnswer, type Question } from './domain/questions.ts';
export type { RuleProblem } from './domain/ruleProblem.ts';
export { readRule, type ReadRule } from './domain/ruleText.ts';
export { keepIds, writeRule } from './domain/writeRule.ts';
export { conditionInWords, degreeInWords, questionInWords, reasonInWords } from './texts/words.ts';
export { ruleWords } from './texts/ruleWords.ts';
export { listAgeDoubts, type AgeDoubt } from './domain/groupAges.ts';
