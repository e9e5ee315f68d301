/**
 * The versions of one plan. At most one is unfinished, and it is the last; an approved version never
 * changes again: a change is a new version, agreed and approved anew.
 */
import type { IsoDate, IsoInstant } from '#shared/isoTime.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { PlanContent } from './planContent.ts';
import type { PlanIssue } from './validatePlan.ts';

export type PlanAgreement = {
  readonly agreedOn: IsoDate;
  /** In whose right: the person, the statutory representative or the actual carer. */
  readonly agreedBy: 'self' | 'statutoryRepresentative' | 'actualCarer';
  readonly form: 'signature' | 'electronic' | 'spoken';
};
export type PlanApproval = { readonly approvedOn: IsoDate; readonly approvedById: string; readonly role: 'director' | 'serviceOrganiser' };

export type PlanVersion = {
  readonly version: number;
  readonly status: 'draft' | 'agreed' | 'approved' | 'dropped';
  readonly content: PlanContent;
  /** Counts saves of the draft: an edit made from an older revision is told apart. */
  readonly revision: number;
  /** Why the plan is changed; null for the first version. */
  readonly reason: string | null;
  readonly savedAt: IsoInstant;
  readonly agreement: PlanAgreement | null;
  readonly approval: PlanApproval | null;
};
export type Plan = { readonly planId: string; readonly versions: readonly [PlanVersion, ...PlanVersion[]] };

export type PlanRefusal =
  | { readonly code: 'not-a-draft' | 'not-agreed' | 'nothing-approved' | 'draft-at-hand' | 'reason-missing' | 'agreed-after-approval' }
  /** Somebody saved in the meantime; `current` is what is stored now. */
  | { readonly code: 'edited-meanwhile'; readonly revision: number; readonly current: PlanContent }
  | { readonly code: 'incomplete'; readonly issues: readonly PlanIssue[] };

type Answer = Result<Plan, PlanRefusal>;

/** The first draft of a plan. */
export function startPlan(planId: string, content: PlanContent, savedAt: IsoInstant): Plan {
  return { planId, versions: [draft(1, content, null, savedAt)] };
}

/** The version being worked on, or the newest approved one. */
export function latestVersion(plan: Plan): PlanVersion {
  return plan.versions.findLast((version) => version.status !== 'dropped') ?? plan.versions[0];
}

/** The version in force: the newest approved one, or undefined before the first approval. */
export function findApproved(plan: Plan): PlanVersion | undefined {
  return plan.versions.findLast((version) => version.status === 'approved');
}

/** Saves the draft. `revision` is the one the editor started from. An agreement given to older words is void. */
export function saveDraft(plan: Plan, content: PlanContent, revision: number, savedAt: IsoInstant): Answer {
  const last = latestVersion(plan);
  if (last.status === 'approved') return refuse({ code: 'not-a-draft' });
  if (last.revision !== revision) return refuse({ code: 'edited-meanwhile', revision: last.revision, current: last.content });
  return replaceLast(plan, { ...last, status: 'draft', content, revision: revision + 1, savedAt, agreement: null });
}

/** Records that the person agreed. `issues` come from `validatePlan` for the same content. */
export function agreePlan(plan: Plan, agreement: PlanAgreement, issues: readonly PlanIssue[]): Answer {
  const last = latestVersion(plan);
  if (last.status !== 'draft') return refuse({ code: 'not-a-draft' });
  if (issues.length > 0) return refuse({ code: 'incomplete', issues });
  return replaceLast(plan, { ...last, status: 'agreed', agreement });
}

/** The person withdrew the agreement, or the director sent the plan back: it is a draft again. */
export function reopenDraft(plan: Plan): Answer {
  const last = latestVersion(plan);
  return last.status === 'agreed' ? replaceLast(plan, { ...last, status: 'draft', agreement: null }) : refuse({ code: 'not-agreed' });
}

/** Approves the agreed version. Who may approve is decided by the case. */
export function approvePlan(plan: Plan, approval: PlanApproval, issues: readonly PlanIssue[]): Answer {
  const last = latestVersion(plan);
  if (last.status !== 'agreed' || !last.agreement) return refuse({ code: 'not-agreed' });
  if (approval.approvedOn < last.agreement.agreedOn) return refuse({ code: 'agreed-after-approval' });
  if (issues.length > 0) return refuse({ code: 'incomplete', issues });
  return replaceLast(plan, { ...last, status: 'approved', approval });
}

/** Starts a new version from the approved one. */
export function revisePlan(plan: Plan, reason: string, savedAt: IsoInstant): Answer {
  const approved = findApproved(plan);
  if (!approved) return refuse({ code: 'nothing-approved' });
  if (latestVersion(plan) !== approved) return refuse({ code: 'draft-at-hand' });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  return ok({ ...plan, versions: [...plan.versions, draft(plan.versions.length + 1, approved.content, reason, savedAt)] });
}

/** Gives up a new version: the approved one stays in force, the number is not used again. */
export function dropRevision(plan: Plan): Answer {
  const last = latestVersion(plan);
  if (!findApproved(plan)) return refuse({ code: 'nothing-approved' });
  return last.status === 'approved' ? refuse({ code: 'not-a-draft' }) : replaceLast(plan, { ...last, status: 'dropped', agreement: null });
}

function draft(version: number, content: PlanContent, reason: string | null, savedAt: IsoInstant): PlanVersion {
  return { version, status: 'draft', content, revision: 1, reason, savedAt, agreement: null, approval: null };
}

function replaceLast(plan: Plan, changed: PlanVersion): Answer {
  const [first, ...rest] = plan.versions;
  const swap = (version: PlanVersion) => (version.version === changed.version ? changed : version);
  return ok({ ...plan, versions: [swap(first), ...rest.map(swap)] });
}
