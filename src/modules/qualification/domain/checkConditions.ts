import { type IsoDate } from '#shared/isoTime.ts';
import { ageOn } from '#shared/period.ts';
import type { ApplicantFacts, Condition } from './conditions.ts';

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
  'group-matches',
  'group-differs',
  'income-within',
  'income-above',
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
] as const;
export type ConditionReason = (typeof conditionReasons)[number];

export type ConditionCheck = {
  readonly condition: Condition;
  readonly outcome: Outcome;
  /** Why, as a stable code. */
  readonly reason: ConditionReason;
  /** What the check looked at: an age, a degree, an amount in grosze; null when unknown or not applicable. */
  readonly input: string | number | boolean | readonly string[] | null;
  /** What staff wrote when they settled it. */
  readonly note: string | null;
  /** Checks of the conditions inside `allOf` and `anyOf`. */
  readonly parts: readonly ConditionCheck[];
};

/** What staff settled by hand, by condition id. It stands over the facts; without a note it does not count. */
export type StaffSettlements = Readonly<Record<string, { readonly isMet: boolean; readonly note: string }>>;

/** Checks each condition on a day (usually the day of the application). */
export function checkConditions(
  conditions: readonly Condition[],
  facts: ApplicantFacts,
  settled: StaffSettlements,
  on: IsoDate,
): readonly ConditionCheck[] {
  return conditions.map((condition) => checkCondition(condition, facts, settled, on));
}

/** All checks together: not met when one is not, unknown when one is, else met. */
export function together(checks: readonly Pick<ConditionCheck, 'outcome'>[]): Outcome {
  if (checks.some((check) => check.outcome === 'notMet')) return 'notMet';
  return checks.some((check) => check.outcome === 'unknown') ? 'unknown' : 'met';
}

function checkCondition(condition: Condition, facts: ApplicantFacts, settled: StaffSettlements, on: IsoDate): ConditionCheck {
  const settlement = Object.hasOwn(settled, condition.id) ? settled[condition.id] : undefined;
  if (settlement && settlement.note.trim() !== '') {
    return {
      condition,
      outcome: settlement.isMet ? 'met' : 'notMet',
      reason: 'settled-by-staff',
      input: null,
      note: settlement.note,
      parts: [],
    };
  }
  if ('of' in condition) return checkGroup(condition, facts, settled, on);
  return { condition, ...checkFact(condition, facts, on), note: null, parts: [] };
}

function checkGroup(
  condition: Extract<Condition, { of: unknown }>,
  facts: ApplicantFacts,
  settled: StaffSettlements,
  on: IsoDate,
): ConditionCheck {
  const parts = checkConditions(condition.of, facts, settled, on);
  const isAny = condition.kind === 'anyOf';
  const decisive: Outcome = isAny ? 'met' : 'notMet';
  const isDecided = parts.some((part) => part.outcome === decisive);
  const isOpen = !isDecided && parts.some((part) => part.outcome === 'unknown');
  const base = { condition, input: null, note: null, parts };
  if (isDecided) return { ...base, outcome: decisive, reason: isAny ? 'some-met' : 'some-not-met' };
  if (isOpen) return { ...base, outcome: 'unknown', reason: 'some-not-known' };
  return { ...base, outcome: isAny ? 'notMet' : 'met', reason: isAny ? 'none-met' : 'all-met' };
}

type Finding = Pick<ConditionCheck, 'outcome' | 'reason' | 'input'>;
const notKnown: Finding = { outcome: 'unknown', reason: 'not-known', input: null };

/** A finding about a known value. */
function finding(isMet: boolean, met: ConditionReason, notMet: ConditionReason, input: ConditionCheck['input']): Finding {
  return { outcome: isMet ? 'met' : 'notMet', reason: isMet ? met : notMet, input };
}

function checkFact(condition: Exclude<Condition, { of: unknown }>, facts: ApplicantFacts, on: IsoDate): Finding {
  switch (condition.kind) {
    case 'residesInArea':
      return facts.residesInArea === null ? notKnown : finding(facts.residesInArea, 'resident', 'not-resident', facts.residesInArea);
    case 'ageAtLeast':
    case 'ageAtMost': {
      if (facts.birthDate === null) return notKnown;
      const age = ageOn(Temporal.PlainDate.from(facts.birthDate), Temporal.PlainDate.from(on));
      if (condition.kind === 'ageAtLeast') return finding(age >= condition.years, 'old-enough', 'too-young', age);
      return finding(age <= condition.years, 'young-enough', 'too-old', age);
    }
    case 'disability': {
      const degree = facts.disabilityDegree;
      return degree === null ? notKnown : finding(condition.degrees.includes(degree), 'degree-matches', 'degree-differs', degree);
    }
    case 'livesAlone':
      return facts.livesAlone === null ? notKnown : finding(facts.livesAlone, 'lives-alone', 'lives-with-others', facts.livesAlone);
    case 'targetGroup': {
      const groups = facts.targetGroups;
      return groups === null
        ? notKnown
        : finding(
            condition.groups.some((group) => groups.includes(group)),
            'group-matches',
            'group-differs',
            groups,
          );
    }
    case 'incomeAtMost': {
      const income = facts.incomePerPersonGrosze;
      return income === null ? notKnown : finding(income <= condition.grosze, 'income-within', 'income-above', income);
    }
    case 'document': {
      const held = facts.documents;
      return held === null ? notKnown : finding(held.includes(condition.name), 'document-held', 'document-missing', held);
    }
    case 'inWords':
      return { outcome: 'unknown', reason: 'needs-staff', input: null };
  }
}
