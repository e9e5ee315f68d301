import { isIsoDate, lastDayOfMonths, type IsoDate } from '#shared/isoTime.ts';
import * as period from '#shared/period.ts';
import type { CaseRefusal } from './caseRefusal.ts';
import type { CaseState, PlanState } from './caseState.ts';
import type { Guard, GuardContext } from './guard.ts';

/** True when services need coordinating long enough that the law demands an individual plan. Both days count. */
export function isPlanObligatory(from: IsoDate, to: IsoDate, months: number): boolean {
  return period.isPlanObligatory({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }, months);
}

function outdated(plan: PlanState | null): readonly CaseRefusal[] {
  return [{ code: 'plan-version-outdated', planId: plan?.planId ?? null, version: plan?.version ?? 0 }];
}

/** The first and last day the plan would have after the command. */
function planDays({
  state,
  command,
}: GuardContext): { readonly firstStartsOn: IsoDate; readonly startsOn: IsoDate; readonly endsOn: IsoDate } | null {
  if (command.type === 'draftPlan' || command.type === 'revisePlan') {
    const { planId, startsOn, endsOn } = command.data;
    const isContinued = state.plan?.planId === planId && state.plan.approved !== null;
    return { firstStartsOn: isContinued && state.plan ? state.plan.firstStartsOn : startsOn, startsOn, endsOn };
  }
  return state.plan;
}

function withPlan(state: CaseState): boolean {
  return state.coordination?.withPlan ?? false;
}

export const planGuards = {
  planIfObligatory({ command, facts }) {
    if (command.type !== 'decideCoordination') return [];
    const { from, to, withPlan: isForeseen } = command.data;
    const months = facts.law.coordinationMonths;
    if (isForeseen || !isIsoDate(from) || !isIsoDate(to)) return [];
    return isPlanObligatory(from, to, months) ? [{ code: 'plan-obligatory', months }] : [];
  },

  coordinationDecided({ state }) {
    return state.coordination ? [] : [{ code: 'coordination-undecided' }];
  },

  planForeseen({ state }) {
    if (!state.coordination) return [{ code: 'coordination-undecided' }];
    return withPlan(state) ? [] : [{ code: 'plan-not-foreseen' }];
  },

  /** A first draft has version 1 of a new plan; a draft saved again keeps its number. */
  draftIsNext({ state, command }) {
    if (command.type !== 'draftPlan') return [];
    const { planId, version } = command.data;
    const isSame = state.plan?.planId === planId;
    const isRight = state.status === 'PLAN_DRAFT' ? isSame && version === state.plan?.version : !isSame && version === 1;
    return isRight ? [] : outdated(state.plan);
  },

  revisionIsNext({ state, command }) {
    if (command.type !== 'revisePlan') return [];
    const { planId, version } = command.data;
    const isRight = state.plan?.planId === planId && version === state.plan.lastVersion + 1;
    return isRight ? [] : outdated(state.plan);
  },

  planIsCurrent({ state, command }) {
    if (!('planId' in command.data)) return [];
    const { planId, version } = command.data;
    return state.plan?.planId === planId && state.plan.version === version ? [] : outdated(state.plan);
  },

  planLength(context) {
    const days = planDays(context);
    if (!days || ![days.firstStartsOn, days.startsOn, days.endsOn].every(isIsoDate)) return [];
    if (days.startsOn < days.firstStartsOn) return [{ code: 'date-before', path: 'startsOn', earliest: days.firstStartsOn }];
    if (days.endsOn < days.startsOn) return [{ code: 'dates-reversed', from: days.startsOn, to: days.endsOn }];
    const latestEnd = lastDayOfMonths(days.firstStartsOn, context.facts.law.planMaxMonths);
    return days.endsOn > latestEnd ? [{ code: 'plan-too-long', latestEnd }] : [];
  },

  planComplete({ facts }) {
    const issueCount = facts.plan?.issueCount ?? 1;
    return issueCount > 0 ? [{ code: 'plan-incomplete', issueCount }] : [];
  },

  mayApprove({ facts }) {
    return facts.mayActorApprovePlans ? [] : [{ code: 'not-authorised-to-approve' }];
  },

  earlierVersionApproved({ state }) {
    return state.plan?.approved ? [] : [{ code: 'plan-not-approved' }];
  },

  planApprovedIfForeseen({ state }) {
    return withPlan(state) && !state.plan?.approved ? [{ code: 'plan-not-approved' }] : [];
  },

  everyGoalSummed({ command, facts }) {
    if (command.type !== 'holdSummary') return [];
    const summed = new Set(command.data.results.map((result) => result.goalId));
    const goalIds = (facts.plan?.goalIds ?? []).filter((goalId) => !summed.has(goalId));
    return goalIds.length > 0 ? [{ code: 'goals-without-result', goalIds }] : [];
  },

  summaryIfPlanned({ state }) {
    return state.plan && !state.summary ? [{ code: 'summary-missing' }] : [];
  },
} satisfies Record<string, Guard>;
