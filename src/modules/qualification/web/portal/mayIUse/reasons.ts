import { together, type ConditionCheck } from '#modules/eligibility/index.ts';

export interface ShownReason {
  readonly check: ConditionCheck;
  /** It stands for a rule that does not hold. */
  readonly isException: boolean;
}

/** Condition by condition: a rule with an exception is told by its conditions, then by the exception where it matters. */
export function listReasons(checks: readonly ConditionCheck[]): readonly ShownReason[] {
  return checks.flatMap((check) => {
    const { condition, parts } = check;
    if (condition.kind !== 'exception' || parts.length === 0) return [{ check, isException: false }];
    const rule = parts.slice(0, condition.of.length);
    const except = parts.slice(condition.of.length);
    const exception = together(rule) === 'met' ? [] : listReasons(except).map((each) => ({ ...each, isException: true }));
    return [...listReasons(rule), ...exception];
  });
}
