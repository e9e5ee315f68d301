import { refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { actOnCase } from '#modules/cases/index.ts';
import * as versions from '../domain/planVersions.ts';
import type { Plan, PlanAgreement } from '../domain/planVersions.ts';
import { insertAgreement } from '../store/planStore.ts';
import { getPlanFile, userIdOf, type PlanFile, type PlanRefusals } from './planFile.ts';
import { keep } from './writePlan.ts';

export interface AnswerInput {
  /** The words the person read or heard; other ones were not agreed to. */
  readonly revision: number;
  readonly isAgreed: boolean;
  readonly on: Temporal.PlainDate;
  readonly by: PlanAgreement['agreedBy'];
  /** Who spoke for the person; null when it was the person. */
  readonly byName: string | null;
  readonly form: PlanAgreement['form'];
  readonly note: string | null;
}

/** Records what the resident said about the plan: written down by the coordinator, or said by the resident on the page of the case. */
export async function answerPlan(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  input: AnswerInput,
): Promise<Result<Plan, PlanRefusals>> {
  const file = await getPlanFile(scope, caseId);
  if (input.revision !== file.latest.revision) {
    return refuse([{ code: 'edited-meanwhile', revision: file.latest.revision, current: file.latest.content }]);
  }
  if (input.isAgreed && input.by !== 'self' && !input.byName) return refuse([{ code: 'name-missing' }]);
  if (!input.isAgreed && !input.note) return refuse([{ code: 'note-missing' }]);
  const done = input.isAgreed ? await agree(scope, file, version, input) : await decline(scope, file, version, input.note);
  if (!done.ok) return done;
  await insertAgreement(scope.tx, {
    id: newId(),
    planId: file.plan.planId,
    version: file.latest.version,
    revision: file.latest.revision,
    isAgreed: input.isAgreed,
    saidOn: input.on,
    saidBy: input.by,
    saidByName: input.byName,
    form: input.form,
    note: input.note,
    recordedBy: userIdOf(scope.actor),
    recordedAt: scope.now,
  });
  return done;
}

async function agree(
  scope: CentreScope,
  file: PlanFile,
  version: number | null,
  { on, by, form }: AnswerInput,
): Promise<Result<Plan, PlanRefusals>> {
  const { plan, latest, issues } = file;
  const agreedOn = on.toString();
  const changed = versions.agreePlan(plan, { agreedOn, agreedBy: by, form }, issues);
  if (!changed.ok) return refuse([changed.refusal]);
  const data = { planId: plan.planId, version: latest.version, agreedOn, agreedBy: by };
  const done = await actOnCase(scope, file.view.record.id, version, { type: 'agreePlan', data });
  return done.ok ? keep(scope, file, changed) : done;
}

async function decline(
  scope: CentreScope,
  file: PlanFile,
  version: number | null,
  note: string | null,
): Promise<Result<Plan, PlanRefusals>> {
  const { plan, latest } = file;
  const data = { planId: plan.planId, version: latest.version, note };
  const done = await actOnCase(scope, file.view.record.id, version, { type: 'declinePlan', data });
  if (!done.ok) return done;
  return latest.status === 'agreed' ? keep(scope, file, versions.reopenDraft(plan)) : { ok: true, value: plan };
}
