import type { CentreScope } from '#platform/http/index.ts';
import { listAgreements, listApprovals } from '../store/planStore.ts';
import type { PlanFile } from './planFile.ts';

/** What the resident said last about the version at hand. */
export interface PlanAnswer {
  readonly isAgreed: boolean;
  readonly on: Temporal.PlainDate;
  readonly note: string | null;
}

export async function findLastAnswer(scope: CentreScope, { plan, latest }: PlanFile): Promise<PlanAnswer | undefined> {
  const last = (await listAgreements(scope.tx, plan.planId)).findLast((each) => each.version === latest.version);
  return last && { isAgreed: last.isAgreed, on: last.saidOn, note: last.note };
}

/** The last time the version at hand was sent back by those who approve. */
export async function findLastReturn(
  scope: CentreScope,
  { plan, latest }: PlanFile,
): Promise<{ readonly on: Temporal.PlainDate; readonly note: string | null } | undefined> {
  const last = (await listApprovals(scope.tx, plan.planId)).findLast((each) => each.version === latest.version && !each.isApproved);
  return last && { on: last.decidedOn, note: last.note };
}
