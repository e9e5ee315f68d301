import { refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { actOnCase } from '#modules/cases/index.ts';
import * as versions from '../domain/planVersions.ts';
import type { Plan } from '../domain/planVersions.ts';
import { endApprover, insertApprover, listApprovers as listRows, type ApproverRow } from '../store/approverStore.ts';
import { insertApproval } from '../store/planStore.ts';
import { getPlanFile, userIdOf, type PlanFile, type PlanRefusals } from './planFile.ts';
import { issuePlan } from './planDocuments.ts';
import { keep } from './writePlan.ts';

export interface ApprovalInput {
  /** The words that were read before deciding. */
  readonly revision: number;
  readonly note: string | null;
}

/** Approves the agreed plan and issues it as a document for the resident. */
export async function approvePlan(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  input: ApprovalInput,
): Promise<Result<Plan, PlanRefusals>> {
  const file = await getPlanFile(scope, caseId);
  const approvedById = userIdOf(scope.actor);
  if (approvedById === null) return refuse([{ code: 'not-authorised-to-approve' }]);
  const changedMeanwhile = editedMeanwhile(file, input.revision);
  if (changedMeanwhile) return refuse([changedMeanwhile]);
  const approvedOn = scope.today.toString();
  const changed = versions.approvePlan(file.plan, { approvedOn, approvedById, role: roleOf(scope) }, file.issues);
  if (!changed.ok) return refuse([changed.refusal]);
  const data = { planId: file.plan.planId, version: file.latest.version, approvedOn };
  const done = await actOnCase(scope, caseId, version, { type: 'approvePlan', data });
  if (!done.ok) return done;
  const kept = await keep(scope, file, changed);
  if (!kept.ok) return kept;
  await record(scope, file, true, input.note);
  await issuePlan(scope, caseId);
  return kept;
}

/** Sends the agreed plan back to the coordinator; the note says what to mend. */
export async function returnPlan(
  scope: CentreScope,
  caseId: string,
  version: number | null,
  input: ApprovalInput,
): Promise<Result<Plan, PlanRefusals>> {
  const file = await getPlanFile(scope, caseId);
  if (!input.note) return refuse([{ code: 'note-missing' }]);
  const changedMeanwhile = editedMeanwhile(file, input.revision);
  if (changedMeanwhile) return refuse([changedMeanwhile]);
  const data = { planId: file.plan.planId, version: file.latest.version, note: input.note };
  const done = await actOnCase(scope, caseId, version, { type: 'returnPlan', data });
  if (!done.ok) return done;
  const kept = await keep(scope, file, versions.reopenDraft(file.plan));
  if (kept.ok) await record(scope, file, false, input.note);
  return kept;
}

function editedMeanwhile({ latest }: PlanFile, revision: number) {
  return revision === latest.revision
    ? undefined
    : ({ code: 'edited-meanwhile', revision: latest.revision, current: latest.content } as const);
}

const roleOf = ({ actor }: CentreScope) => (actor.kind === 'user' && actor.roles.includes('director') ? 'director' : 'serviceOrganiser');

async function record(scope: CentreScope, { plan, latest }: PlanFile, isApproved: boolean, note: string | null): Promise<void> {
  const { version, revision } = latest;
  await insertApproval(scope.tx, {
    id: newId(),
    planId: plan.planId,
    version,
    revision,
    isApproved,
    decidedOn: scope.today,
    decidedBy: userIdOf(scope.actor) ?? '',
    role: roleOf(scope),
    note,
    decidedAt: scope.now,
  });
}

export interface AuthorisationInput {
  readonly userId: string;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
  /** The number or date of the director's written authorisation. */
  readonly basis: string;
}

/** Authorises a service organiser to approve plans between two days. Returns the id of the authorisation. */
export async function authoriseApprover(scope: CentreScope, input: AuthorisationInput): Promise<string> {
  const id = newId();
  await insertApprover(scope.tx, { ...input, id, grantedBy: userIdOf(scope.actor) ?? input.userId, grantedAt: scope.now });
  return id;
}
/** Ends an authorisation with today. @throws NotFound when there is none that lasts longer. */
export async function endAuthorisation(scope: CentreScope, id: string): Promise<void> {
  if (!(await endApprover(scope.tx, id, scope.today))) throw new NotFound('authorisation');
}
/** All authorisations, ended ones too, the newest first. */
export const listApprovers = (scope: CentreScope): Promise<ApproverRow[]> => listRows(scope.tx);
