import type { Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { actOnCase, takeCoordination, type CaseState } from '#modules/cases/index.ts';
import type { PlanRefusals } from './planFile.ts';

export interface CoordinationInput {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly withPlan: boolean;
  readonly note: string | null;
}

/**
 * Decides for how long services need coordinating and whether with a plan; the law's months make the plan obligatory.
 * A coordinator who decides this and finds the case without one becomes its coordinator.
 */
export async function decideCoordination(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  input: CoordinationInput,
): Promise<Result<CaseState, PlanRefusals>> {
  const { from, to, withPlan, note } = input;
  const done = await actOnCase(scope, caseId, version, {
    type: 'decideCoordination',
    data: { from: from.toString(), to: to.toString(), withPlan, note },
  });
  if (!done.ok) return done;
  await takeCoordination(scope, caseId);
  return done;
}
