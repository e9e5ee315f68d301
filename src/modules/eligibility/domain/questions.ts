import { checkConditions, type ConditionCheck, type Grounds, type Outcome, together } from './checkConditions.ts';
import { type ApplicantFacts, type Circumstance, type Condition, type LeafCondition, nothingKnown } from './conditions.ts';
import { hasAges } from './groupAges.ts';

/** One thing to ask a person. A situation is asked as yes or no. */
export type Question = 'residesInArea' | 'age' | 'disability' | 'livesAlone' | 'household' | 'income' | `situation.${Circumstance}`;

/** Cheap and least private first. */
const ORDER: readonly string[] = ['residesInArea', 'age', 'livesAlone', 'household', 'situation', 'disability', 'income'];

/**
 * What to ask so that the conditions can be answered: only what can still change the answer, each thing once, the least
 * private first. Empty when nothing that a person could say would change it.
 */
export function listQuestions(conditions: readonly Condition[], grounds: Grounds): Question[] {
  const checks = checkConditions(conditions, grounds);
  if (together(checks) === 'notMet') return [];
  const asked = new Set(checks.flatMap((check) => questionsOf(check, grounds.facts)));
  return [...asked].toSorted((a, b) => ORDER.indexOf(stemOf(a)) - ORDER.indexOf(stemOf(b)));
}

/** Everything these conditions could ask of somebody of whom nothing is known. */
export function listAllQuestions(conditions: readonly Condition[]): Question[] {
  return listQuestions(conditions, { facts: nothingKnown });
}

const stemOf = (question: Question) => question.split('.')[0] ?? question;

function questionsOf(check: ConditionCheck, facts: ApplicantFacts): Question[] {
  if (check.outcome !== 'unknown') return [];
  if (check.parts.length === 0)
    return 'of' in check.condition && check.condition.kind !== 'circumstance' ? [] : ofLeaf(check.condition as LeafCondition, facts);
  return openParts(check).flatMap((part) => questionsOf(part, facts));
}

/** The parts whose answer can still change that of the whole. */
function openParts({ condition, parts }: ConditionCheck): readonly ConditionCheck[] {
  if (condition.kind !== 'exception') return parts;
  const rule = parts.slice(0, condition.of.length);
  const except = parts.slice(condition.of.length);
  // A side that has failed cannot help any more.
  return [rule, except].flatMap((side) => (together(side) === 'notMet' ? [] : side));
}

function ofLeaf(condition: LeafCondition, facts: ApplicantFacts): Question[] {
  switch (condition.kind) {
    case 'residesInArea':
      return ['residesInArea'];
    case 'ageAtLeast':
    case 'ageAtMost':
      return ['age'];
    case 'disability':
      return ['disability'];
    case 'livesAlone':
      return ['livesAlone'];
    case 'householdAtLeast':
    case 'householdAtMost':
      return ['household'];
    case 'incomeAtMost':
      return ['income'];
    case 'incomeWithin':
      return facts.livesAlone === null && facts.household === null ? ['livesAlone', 'income'] : ['income'];
    case 'circumstance':
      return condition.of.filter((each) => facts.circumstances[each] === undefined).map((each) => `situation.${each}` as const);
    case 'targetGroup':
      return facts.age === null && condition.groups.some(hasAges) ? ['age'] : [];
    case 'document':
    case 'inWords':
      return [];
  }
}

/**
 * The answer to "may I use it?":
 * `yes`; `no`; `ask` when more must be told; `probably` when everything a person can tell fits and only documents
 * or the words of the card are left, which staff check.
 */
export type Answer = 'yes' | 'no' | 'ask' | 'probably';
export type EligibilityAnswer = {
  readonly answer: Answer;
  readonly checks: readonly ConditionCheck[];
  readonly missing: readonly Question[];
};

const ANSWERS: Readonly<Record<Exclude<Outcome, 'unknown'>, Answer>> = { met: 'yes', notMet: 'no' };

/** Answers "may I use it?" from what a person told. Decides nothing: that is done by people, on an application. */
export function answerEligibility(conditions: readonly Condition[], grounds: Grounds): EligibilityAnswer {
  const checks = checkConditions(conditions, grounds);
  const outcome = together(checks);
  const missing = listQuestions(conditions, grounds);
  if (outcome !== 'unknown') return { answer: ANSWERS[outcome], checks, missing: [] };
  return { answer: missing.length > 0 ? 'ask' : 'probably', checks, missing };
}
