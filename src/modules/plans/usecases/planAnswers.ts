import type { CentreScope } from '#platform/http/index.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import { findLastSaving, listAgreements, listApprovals } from '../store/planStore.ts';
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

/** Who saved the words of the version at hand last, and when; undefined when the name is not known. */
export async function findLastEditor(
  scope: CentreScope,
  { plan, latest }: PlanFile,
): Promise<{ readonly name: string; readonly at: Temporal.Instant } | undefined> {
  const saving = await findLastSaving(scope.tx, plan.planId, latest.version);
  const name = saving?.by && (await findUserNames(scope, [saving.by])).get(saving.by);
  return saving && name ? { name, at: saving.at } : undefined;
}
