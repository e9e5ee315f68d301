import type { ApplicantFacts, Condition, LeafCondition } from './conditions.ts';
import { fitsAges, hasAges } from './groupAges.ts';

export type Outcome = 'met' | 'notMet' | 'unknown';

export const conditionReasons = [
  'resident',
  'not-resident',
  'old-enough',
  'too-young',
  'young-enough',
  'too-old',
  'degree-matches',
  'degree-differs',
  'lives-alone',
  'lives-with-others',
  'household-fits',
  'household-too-small',
  'household-too-big',
  'situation-matches',
  'situation-differs',
  'group-matches',
  'group-differs',
  'income-within',
  'income-above',
  'criterion-not-known',
  'document-held',
  'document-missing',
  'settled-by-staff',
  'needs-staff',
  'not-known',
  'all-met',
  'some-not-met',
  'some-met',
  'none-met',
  'some-not-known',
  'excluded',
  'not-excluded',
  'exception-met',
] as const;
export type ConditionReason = (typeof conditionReasons)[number];

/**
 * The income criteria in force on the day that counts, in grosze a month: of a single person, and of one person in a
 * family (art. 8 of the Social Assistance Act of 12 March 2004). Null when none is known.
 */
export type IncomeCriteria = { readonly single: number | null; readonly family: number | null };
export const noCriteria: IncomeCriteria = { single: null, family: null };

export type ConditionCheck = {
  readonly condition: Condition;
  readonly outcome: Outcome;
  /** Why, as a stable code. */
  readonly reason: ConditionReason;
  /** What the check looked at: an age, a degree, an amount in grosze; null when unknown or not applicable. */
  readonly input: string | number | boolean | readonly string[] | null;
  /** The bound in grosze that followed from a criterion; null elsewhere. */
  readonly bound: number | null;
  /** What staff wrote when they settled it. */
  readonly note: string | null;
  /** Checks of the conditions inside a group; of an exception, those of `of` and then those of `except`. */
  readonly parts: readonly ConditionCheck[];
};

/** What staff settled by hand, by condition id. It stands over the facts; without a note it does not count. */
export type StaffSettlements = Readonly<Record<string, { readonly isMet: boolean; readonly note: string }>>;

/** All that conditions are checked against. */
export type Grounds = { readonly facts: ApplicantFacts; readonly settled?: StaffSettlements; readonly criteria?: IncomeCriteria };

/** Checks each condition; the facts and the criteria are those of the day that counts (usually of the application). */
export function checkConditions(conditions: readonly Condition[], grounds: Grounds): readonly ConditionCheck[] {
  return conditions.map((condition) => checkCondition(condition, grounds));
}

/** All checks together: not met when one is not, unknown when one is, else met. */
export function together(checks: readonly Pick<ConditionCheck, 'outcome'>[]): Outcome {
  if (checks.some((check) => check.outcome === 'notMet')) return 'notMet';
  return checks.some((check) => check.outcome === 'unknown') ? 'unknown' : 'met';
}

function checkCondition(condition: Condition, grounds: Grounds): ConditionCheck {
  const { settled = {} } = grounds;
  const settlement = Object.hasOwn(settled, condition.id) ? settled[condition.id] : undefined;
  const base = { condition, input: null, bound: null, note: null, parts: [] };
  if (settlement && settlement.note.trim() !== '') {
    return { ...base, outcome: settlement.isMet ? 'met' : 'notMet', reason: 'settled-by-staff', note: settlement.note };
  }
  switch (condition.kind) {
    case 'allOf': {
      const parts = checkConditions(condition.of, grounds);
      return { ...base, parts, ...worded(together(parts), 'all-met', 'some-not-met') };
    }
    case 'anyOf': {
      const parts = checkConditions(condition.of, grounds);
      return { ...base, parts, ...worded(anyMet(parts), 'some-met', 'none-met') };
    }
    case 'noneOf': {
      const parts = checkConditions(condition.of, grounds);
      return { ...base, parts, ...worded(opposite(anyMet(parts)), 'not-excluded', 'excluded') };
    }
    case 'exception': {
      const rule = checkConditions(condition.of, grounds);
      const except = checkConditions(condition.except, grounds);
      const parts = [...rule, ...except];
      if (together(rule) === 'met') return { ...base, parts, outcome: 'met', reason: 'all-met' };
      const outcome = anyMet([{ outcome: together(rule) }, { outcome: together(except) }]);
      return { ...base, parts, ...worded(outcome, 'exception-met', 'some-not-met') };
    }
    default:
      return { ...base, ...checkLeaf(condition, grounds) };
  }
}

function anyMet(checks: readonly Pick<ConditionCheck, 'outcome'>[]): Outcome {
  if (checks.some((check) => check.outcome === 'met')) return 'met';
  return checks.some((check) => check.outcome === 'unknown') ? 'unknown' : 'notMet';
}
function opposite(outcome: Outcome): Outcome {
  return outcome === 'unknown' ? 'unknown' : outcome === 'met' ? 'notMet' : 'met';
}
function worded(outcome: Outcome, met: ConditionReason, notMet: ConditionReason): Pick<ConditionCheck, 'outcome' | 'reason'> {
  return { outcome, reason: outcome === 'unknown' ? 'some-not-known' : outcome === 'met' ? met : notMet };
}

type Finding = Pick<ConditionCheck, 'outcome' | 'reason' | 'input'> & { readonly bound?: number };
const notKnown: Finding = { outcome: 'unknown', reason: 'not-known', input: null };

/** A finding about a known value. */
function finding(isMet: boolean, met: ConditionReason, notMet: ConditionReason, input: ConditionCheck['input']): Finding {
  return { outcome: isMet ? 'met' : 'notMet', reason: isMet ? met : notMet, input };
}

function checkLeaf(condition: LeafCondition, { facts, criteria = noCriteria }: Grounds): Finding {
  switch (condition.kind) {
    case 'residesInArea':
      return facts.residesInArea === null ? notKnown : finding(facts.residesInArea, 'resident', 'not-resident', facts.residesInArea);
    case 'ageAtLeast':
      return facts.age === null ? notKnown : finding(facts.age >= condition.years, 'old-enough', 'too-young', facts.age);
    case 'ageAtMost': {
      if (facts.age === null) return notKnown;
      const counted = Number.isInteger(condition.years) ? Math.floor(facts.age) : facts.age;
      return finding(counted <= condition.years, 'young-enough', 'too-old', facts.age);
    }
    case 'disability': {
      const degree = facts.disabilityDegree;
      return degree === null ? notKnown : finding(condition.degrees.includes(degree), 'degree-matches', 'degree-differs', degree);
    }
    case 'livesAlone': {
      const alone = livesAlone(facts);
      return alone === null ? notKnown : finding(alone, 'lives-alone', 'lives-with-others', alone);
    }
    case 'householdAtLeast': {
      const persons = householdOf(facts);
      return persons === null ? notKnown : finding(persons >= condition.persons, 'household-fits', 'household-too-small', persons);
    }
    case 'householdAtMost': {
      const persons = householdOf(facts);
      return persons === null ? notKnown : finding(persons <= condition.persons, 'household-fits', 'household-too-big', persons);
    }
    case 'circumstance': {
      const known = condition.of.map((each) => facts.circumstances[each] ?? null);
      const holding = condition.of.filter((each) => facts.circumstances[each] === true);
      if (holding.length === 0 && known.includes(null)) return notKnown;
      return finding(holding.length > 0, 'situation-matches', 'situation-differs', holding);
    }
    case 'targetGroup': {
      return checkGroups(condition.groups, facts);
    }
    case 'incomeAtMost': {
      const income = facts.incomePerPersonGrosze;
      return income === null ? notKnown : finding(income <= condition.grosze, 'income-within', 'income-above', income);
    }
    case 'incomeWithin':
      return checkIncomeWithin(condition.percent, facts, criteria);
    case 'document': {
      const held = facts.documents;
      return held === null ? notKnown : finding(held.includes(condition.name), 'document-held', 'document-missing', held);
    }
    case 'inWords':
      return { outcome: 'unknown', reason: 'needs-staff', input: null };
  }
}

/** Groups that age alone tells are told by it; of others one must be known to belong to them. */
function checkGroups(groups: readonly string[], { age, targetGroups: known }: ApplicantFacts): Finding {
  const byAge = groups.filter(hasAges);
  const input = known ?? age;
  if (age !== null && byAge.some((group) => fitsAges(group, age))) return finding(true, 'group-matches', 'group-differs', input);
  const others = groups.filter((group) => !hasAges(group));
  if (known !== null && others.some((group) => known.includes(group))) return finding(true, 'group-matches', 'group-differs', known);
  const isSettled = (byAge.length === 0 || age !== null) && (others.length === 0 || known !== null);
  return isSettled ? finding(false, 'group-matches', 'group-differs', input) : notKnown;
}

/** Which criterion applies depends on the household; while it is unknown, an income under both or above both is decided all the same. */
function checkIncomeWithin(percent: number, facts: ApplicantFacts, criteria: IncomeCriteria): Finding {
  const income = facts.incomePerPersonGrosze;
  if (income === null) return notKnown;
  const alone = livesAlone(facts);
  const applying = alone === null ? [criteria.single, criteria.family] : [alone ? criteria.single : criteria.family];
  const bounds = applying.flatMap((criterion) => (criterion === null ? [] : [Math.floor((criterion * percent) / 100)]));
  const [bound] = bounds;
  if (bound === undefined || bounds.length < applying.length) return { outcome: 'unknown', reason: 'criterion-not-known', input: income };
  if (bounds.every((each) => income <= each))
    return { ...finding(true, 'income-within', 'income-above', income), bound: Math.min(...bounds) };
  if (bounds.every((each) => income > each))
    return { ...finding(false, 'income-within', 'income-above', income), bound: Math.max(...bounds) };
  return notKnown;
}

function livesAlone({ livesAlone: alone, household }: ApplicantFacts): boolean | null {
  return alone ?? (household === null ? null : household === 1);
}
function householdOf({ livesAlone: alone, household }: ApplicantFacts): number | null {
  return household ?? (alone === true ? 1 : null);
}
