export {
  conditionSchema,
  conditionsOfCard,
  decimalAgeOn,
  disabilityDegrees,
  nothingKnown,
  type ApplicantFacts,
  type CardConditions,
  type Circumstance,
  type Condition,
} from './domain/conditions.ts';
export {
  checkConditions,
  together,
  type ConditionCheck,
  type IncomeCriteria,
  type Outcome,
  type StaffSettlements,
} from './domain/checkConditions.ts';
export {
  answerEligibility,
  listAllQuestions,
  listQuestions,
  type Answer,
  type EligibilityAnswer,
  type Question,
} from './domain/questions.ts';
export { readRule, type ReadRule, type RuleProblem } from './domain/ruleText.ts';
export { keepIds, writeRule } from './domain/writeRule.ts';
export { conditionInWords, degreeInWords, questionInWords, reasonInWords } from './texts/words.ts';
export { ruleWords } from './texts/ruleWords.ts';
export { listAgeDoubts, type AgeDoubt } from './domain/groupAges.ts';
