import { checkConditions, type IncomeCriteria, together } from './checkConditions.ts';
import { type ApplicantFacts, type Circumstance, type Condition, disabilityDegrees, nothingKnown } from './conditions.ts';
import { turnsOf } from './groupAges.ts';

/** Above this many kinds of people the search is given up: a rule is called contradictory only when nobody was left out. */
const MOST_PEOPLE = 50_000;
/** Any figures do: what counts is whether somebody is below or above. */
const CRITERIA: IncomeCriteria = { single: 100_000, family: 80_000 };

/**
 * The first condition by which a rule becomes one that nobody can meet (from 60 and up to 50 years; alone and in a household
 * of three), as its place in the list; undefined while somebody can. Tries every kind of person that the rule tells apart.
 */
export function findContradiction(conditions: readonly Condition[]): number | undefined {
  if (canBeMet(conditions)) return undefined;
  const at = conditions.findIndex((_, index) => !canBeMet(conditions.slice(0, index + 1)));
  return at < 0 ? undefined : at;
}

function canBeMet(conditions: readonly Condition[]): boolean {
  const people = kindsOfPeople(conditions);
  if (people === undefined) return true;
  return people.some((facts) => together(checkConditions(conditions, { facts, criteria: CRITERIA })) !== 'notMet');
}

/** One person of each kind that the conditions tell apart; undefined when there are too many. */
function kindsOfPeople(conditions: readonly Condition[]): readonly ApplicantFacts[] | undefined {
  const leaves = conditions.flatMap(leavesOf);
  const around = (bounds: readonly number[], step: number, least: number) =>
    [...new Set(bounds.flatMap((bound) => [bound - step, bound, bound + step]))].filter((value) => value >= least);
  const ages = leaves.flatMap((each) => {
    if (each.kind === 'targetGroup') return each.groups.flatMap(turnsOf);
    return each.kind === 'ageAtLeast' || each.kind === 'ageAtMost' ? [each.years] : [];
  });
  const households = leaves.flatMap((each) => (each.kind === 'householdAtLeast' || each.kind === 'householdAtMost' ? [each.persons] : []));
  const incomes = leaves.flatMap((each) => {
    if (each.kind === 'incomeAtMost') return [each.grosze];
    return each.kind === 'incomeWithin' ? [1_000 * each.percent, 800 * each.percent] : [];
  });
  const situations = [...new Set(leaves.flatMap((each) => (each.kind === 'circumstance' ? each.of : [])))];
  const tells = (kind: Condition['kind']) => leaves.some((each) => each.kind === kind);
  const isAsked = tells('livesAlone') || households.length > 0 || tells('incomeWithin');

  let people: ApplicantFacts[] = [nothingKnown];
  const vary = (values: readonly Partial<ApplicantFacts>[]): boolean => {
    if (people.length * values.length > MOST_PEOPLE) return false;
    if (values.length > 0) people = people.flatMap((person) => values.map((value) => ({ ...person, ...value })));
    return true;
  };
  const isComplete =
    vary(ages.length === 0 ? [] : around(ages, 1, 0).map((age) => ({ age }))) &&
    vary(
      isAsked ? [...new Set([1, 2, ...around(households, 1, 1)])].map((household) => ({ household, livesAlone: household === 1 })) : [],
    ) &&
    vary(tells('residesInArea') ? [{ residesInArea: true }, { residesInArea: false }] : []) &&
    vary(tells('disability') ? disabilityDegrees.map((disabilityDegree) => ({ disabilityDegree })) : []) &&
    vary(incomes.length === 0 ? [] : [0, ...around(incomes, 1, 0)].map((incomePerPersonGrosze) => ({ incomePerPersonGrosze })));
  if (!isComplete || people.length * 2 ** situations.length > MOST_PEOPLE) return undefined;
  return people.flatMap((person) => combinations(situations).map((held) => ({ ...person, circumstances: held })));
}

const combinations = (situations: readonly Circumstance[]): ApplicantFacts['circumstances'][] =>
  Array.from({ length: 2 ** situations.length }, (_, bits) =>
    Object.fromEntries(situations.map((each, index) => [each, (bits & (1 << index)) !== 0])),
  );

function leavesOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'exception') return [...condition.of, ...condition.except].flatMap(leavesOf);
  if (condition.kind === 'allOf' || condition.kind === 'anyOf' || condition.kind === 'noneOf') return condition.of.flatMap(leavesOf);
  return [condition];
}
