/** What the rules propose for one requested service. People decide; the proposal explains itself. */
import { ok, refuse, type Result } from '#shared/result.ts';
import { together, type Condition, type ConditionCheck, type Outcome } from '#modules/eligibility/index.ts';
import { isPlaceFreeFor, queuePosition, type Applicant, type Pool } from './places.ts';

/** Coded reasons of a refusal, the same codes as in the life cycle of a case. */
export const refusalReasonCodes = [
  'conditionsNotMet',
  'outsideProgramme',
  'notEntitled',
  'notResident',
  'programmeEnded',
  'other',
] as const;
export type RefusalReasonCode = (typeof refusalReasonCodes)[number];

export type Proposal =
  | { readonly outcome: 'qualified' }
  | { readonly outcome: 'waitlisted'; readonly position: number }
  | { readonly outcome: 'refused'; readonly reasons: readonly { readonly code: RefusalReasonCode; readonly conditionId: string | null }[] }
  /** Something has to be learned or settled first. */
  | { readonly outcome: 'undecided'; readonly conditionIds: readonly string[] }
  /** The person already has a place in this service, in the case named. */
  | { readonly outcome: 'hasPlace'; readonly caseId: string };

export type ProposalInput = {
  readonly isProgrammeInForce: boolean;
  readonly checks: readonly ConditionCheck[];
  readonly pool: Pool;
  readonly applicant: Applicant;
};

/** Proposes an outcome: programme in force, then conditions, then places in the order of filing. */
export function proposeOutcome({ isProgrammeInForce, checks, pool, applicant }: ProposalInput): Proposal {
  if (!isProgrammeInForce) return { outcome: 'refused', reasons: [{ code: 'programmeEnded', conditionId: null }] };
  const held = pool.taken.find((place) => place.personId === applicant.personId);
  if (held) return { outcome: 'hasPlace', caseId: held.caseId };
  const notMet = checks.filter((check) => check.outcome === 'notMet');
  if (notMet.length > 0) {
    const reasons = notMet.map(({ condition }) => ({
      code: condition.kind === 'residesInArea' ? ('notResident' as const) : ('conditionsNotMet' as const),
      conditionId: condition.id,
    }));
    return { outcome: 'refused', reasons };
  }
  const unknown = checks.filter((check) => check.outcome === 'unknown');
  if (unknown.length > 0) return { outcome: 'undecided', conditionIds: unknown.map((check) => check.condition.id) };
  if (isPlaceFreeFor(pool, applicant)) return { outcome: 'qualified' };
  return { outcome: 'waitlisted', position: queuePosition(pool, applicant) };
}

/** What the life cycle of the case asks about one service before it lets anybody decide. */
export function serviceFacts({ isProgrammeInForce, checks, pool, applicant }: ProposalInput): {
  readonly isProgrammeInForce: boolean;
  readonly conditions: Outcome;
  readonly isPlaceFree: boolean;
  readonly queuePosition: number | null;
} {
  const isWaiting = pool.waiting.some((other) => other.caseId === applicant.caseId);
  const hasPlace = pool.taken.some((place) => place.personId === applicant.personId);
  return {
    isProgrammeInForce,
    conditions: together(checks),
    isPlaceFree: !hasPlace && isPlaceFreeFor(pool, applicant),
    queuePosition: pool.limit === null && !isWaiting ? null : queuePosition(pool, applicant),
  };
}

export type RefusalReason = { readonly code: RefusalReasonCode; readonly inOwnWords: string };
/** A reason says that a condition is not met, and no condition was found to be so. */
export type GroundRefusal = { readonly code: 'no-condition-not-met' | 'residence-not-denied' };

/**
 * Reasons that what was found about the conditions does not bear out: "conditions not met" while none is, "not a resident" while the
 * condition of residence is met or nobody looked. A service without such a condition says nothing against a reason in own words.
 */
export function findUngrounded(reasons: readonly RefusalReason[], checks: readonly ConditionCheck[]): readonly GroundRefusal[] {
  const gives = (code: RefusalReasonCode) => reasons.some((reason) => reason.code === code);
  const isDenied = (among: readonly ConditionCheck[]) => among.some(({ outcome }) => outcome === 'notMet');
  const ofResidence = checks.filter(({ condition }) => asksResidence(condition));
  return [
    ...(gives('conditionsNotMet') && !isDenied(checks) ? [{ code: 'no-condition-not-met' } as const] : []),
    ...(gives('notResident') && ofResidence.length > 0 && !isDenied(ofResidence) ? [{ code: 'residence-not-denied' } as const] : []),
  ];
}

function asksResidence(condition: Condition): boolean {
  if (condition.kind === 'exception') return [...condition.of, ...condition.except].some(asksResidence);
  if (condition.kind === 'allOf' || condition.kind === 'anyOf' || condition.kind === 'noneOf') return condition.of.some(asksResidence);
  return condition.kind === 'residesInArea';
}

export type RefusalDraft = { readonly reasons: readonly RefusalReason[]; readonly decisionNumber: string };
export type RefusalIssue =
  | { readonly code: 'reasons-missing' | 'decision-number-missing' }
  | { readonly code: 'own-words-missing'; readonly index: number };

/** A refusal is an administrative decision: it needs reasons, each explained in own words, and a number. All issues at once. */
export function checkRefusal(draft: RefusalDraft): Result<RefusalDraft, readonly RefusalIssue[]> {
  const issues: RefusalIssue[] = [
    ...(draft.reasons.length === 0 ? [{ code: 'reasons-missing' } as const] : []),
    ...draft.reasons.flatMap((reason, index): RefusalIssue[] =>
      reason.inOwnWords.trim() === '' ? [{ code: 'own-words-missing', index }] : [],
    ),
    ...(draft.decisionNumber.trim() === '' ? [{ code: 'decision-number-missing' } as const] : []),
  ];
  return issues.length > 0 ? refuse(issues) : ok({ ...draft, decisionNumber: draft.decisionNumber.trim() });
}
