import type { Selectable } from 'kysely';
import { toIsoInstant } from '#shared/isoTime.ts';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { planContentSchema, type PlanContent } from '../domain/planContent.ts';
import type { Plan, PlanVersion } from '../domain/planVersions.ts';

interface PlanTables {
  'plans.plan': { centreId: string; id: string; caseId: string; createdAt: Temporal.Instant; createdBy: string | null };
  'plans.version': {
    centreId: string;
    planId: string;
    version: number;
    status: PlanVersion['status'];
    revision: number;
    reason: string | null;
    startedAt: Temporal.Instant;
  };
  'plans.wording': {
    centreId: string;
    planId: string;
    version: number;
    revision: number;
    content: unknown;
    savedAt: Temporal.Instant;
    savedBy: string | null;
  };
  'plans.agreement': {
    centreId: string;
    id: string;
    planId: string;
    version: number;
    revision: number;
    isAgreed: boolean;
    saidOn: Temporal.PlainDate;
    saidBy: 'self' | 'statutoryRepresentative' | 'actualCarer';
    saidByName: string | null;
    form: 'signature' | 'electronic' | 'spoken';
    note: string | null;
    recordedBy: string | null;
    recordedAt: Temporal.Instant;
  };
  'plans.approval': {
    centreId: string;
    id: string;
    planId: string;
    version: number;
    revision: number;
    isApproved: boolean;
    decidedOn: Temporal.PlainDate;
    decidedBy: string;
    role: 'director' | 'serviceOrganiser';
    note: string | null;
    decidedAt: Temporal.Instant;
  };
}
export type AgreementRow = Omit<Selectable<PlanTables['plans.agreement']>, 'centreId'>;
export type ApprovalRow = Omit<Selectable<PlanTables['plans.approval']>, 'centreId'>;

/** Who saves, for the history of words. */
export interface Saving {
  readonly at: Temporal.Instant;
  readonly by: string | null;
}

const tables = (tx: CentreTx) => tablesOf<PlanTables>(tx);

/** Plans of a case, the newest first. */
export async function listPlanIds(tx: CentreTx, caseId: string): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('plans.plan')
    .select('id')
    .where('caseId', '=', caseId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => row.id);
}

export async function insertPlan(tx: CentreTx, caseId: string, plan: Plan, saving: Saving): Promise<void> {
  await tables(tx)
    .insertInto('plans.plan')
    .values({ centreId: tx.centreId, id: plan.planId, caseId, createdAt: saving.at, createdBy: saving.by })
    .execute();
  for (const version of plan.versions) await insertVersion(tx, plan.planId, version, saving);
}

/** The plan with the newest words of each version. */
export async function findPlan(tx: CentreTx, planId: string): Promise<Plan | undefined> {
  const rows = await tables(tx)
    .selectFrom('plans.version as version')
    .innerJoin('plans.wording as wording', (join) =>
      join
        .onRef('wording.centreId', '=', 'version.centreId')
        .onRef('wording.planId', '=', 'version.planId')
        .onRef('wording.version', '=', 'version.version')
        .onRef('wording.revision', '=', 'version.revision'),
    )
    .select(['version.version', 'version.status', 'version.revision', 'version.reason', 'wording.content', 'wording.savedAt'])
    .where('version.planId', '=', planId)
    .orderBy('version.version')
    .execute();
  const agreements = await listAgreements(tx, planId);
  const approvals = await listApprovals(tx, planId);
  const versions = rows.map((row): PlanVersion => {
    const agreed = agreements.findLast((each) => each.version === row.version && each.isAgreed && each.revision === row.revision);
    const approved = approvals.findLast((each) => each.version === row.version && each.isApproved);
    const isAgreed = row.status === 'agreed' || row.status === 'approved';
    return {
      version: row.version,
      status: row.status,
      revision: row.revision,
      reason: row.reason,
      content: planContentSchema.parse(row.content),
      savedAt: toIsoInstant(row.savedAt),
      agreement: isAgreed && agreed ? { agreedOn: agreed.saidOn.toString(), agreedBy: agreed.saidBy, form: agreed.form } : null,
      approval: approved ? { approvedOn: approved.decidedOn.toString(), approvedById: approved.decidedBy, role: approved.role } : null,
    };
  });
  const [first, ...rest] = versions;
  return first && { planId, versions: [first, ...rest] };
}

/** The words of one save, or undefined. */
export async function findWording(tx: CentreTx, planId: string, version: number, revision: number): Promise<PlanContent | undefined> {
  const row = await tables(tx)
    .selectFrom('plans.wording')
    .select('content')
    .where('planId', '=', planId)
    .where('version', '=', version)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row && planContentSchema.parse(row.content);
}

/** Who saved the newest words of a version. */
export async function findLastSaving(tx: CentreTx, planId: string, version: number): Promise<Saving | undefined> {
  const row = await tables(tx)
    .selectFrom('plans.wording')
    .select(['savedAt', 'savedBy'])
    .where('planId', '=', planId)
    .where('version', '=', version)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { at: row.savedAt, by: row.savedBy };
}

/**
 * Writes what changed between two readings of a plan. False when somebody else wrote in between: then nothing
 * of this may be kept.
 */
export async function savePlan(tx: CentreTx, before: Plan, after: Plan, saving: Saving): Promise<boolean> {
  for (const version of after.versions) {
    const old = before.versions.find((each) => each.version === version.version);
    if (!old) {
      await insertVersion(tx, after.planId, version, saving);
      continue;
    }
    if (old === version) continue;
    const done = await tables(tx)
      .updateTable('plans.version')
      .set({ status: version.status, revision: version.revision })
      .where('planId', '=', after.planId)
      .where('version', '=', version.version)
      .where('revision', '=', old.revision)
      .where('status', '=', old.status)
      .executeTakeFirst();
    if (done.numUpdatedRows !== 1n) return false;
    if (version.revision !== old.revision) await insertWording(tx, after.planId, version, saving);
  }
  return true;
}

async function insertVersion(tx: CentreTx, planId: string, version: PlanVersion, saving: Saving): Promise<void> {
  const { status, revision, reason } = version;
  await tables(tx)
    .insertInto('plans.version')
    .values({ centreId: tx.centreId, planId, version: version.version, status, revision, reason, startedAt: saving.at })
    .execute();
  await insertWording(tx, planId, version, saving);
}

async function insertWording(tx: CentreTx, planId: string, { version, revision, content }: PlanVersion, saving: Saving): Promise<void> {
  await tables(tx)
    .insertInto('plans.wording')
    .values({ centreId: tx.centreId, planId, version, revision, content: JSON.stringify(content), savedAt: saving.at, savedBy: saving.by })
    .execute();
}

export async function insertAgreement(tx: CentreTx, row: AgreementRow): Promise<void> {
  await tables(tx)
    .insertInto('plans.agreement')
    .values({ ...row, centreId: tx.centreId })
    .execute();
}
/** What was said about a plan, oldest first. */
export function listAgreements(tx: CentreTx, planId: string): Promise<AgreementRow[]> {
  return tables(tx).selectFrom('plans.agreement').selectAll().where('planId', '=', planId).orderBy('recordedAt').orderBy('id').execute();
}
export async function insertApproval(tx: CentreTx, row: ApprovalRow): Promise<void> {
  await tables(tx)
    .insertInto('plans.approval')
    .values({ ...row, centreId: tx.centreId })
    .execute();
}
/** Approvals and returns of a plan, oldest first. */
export function listApprovals(tx: CentreTx, planId: string): Promise<ApprovalRow[]> {
  return tables(tx).selectFrom('plans.approval').selectAll().where('planId', '=', planId).orderBy('decidedAt').orderBy('id').execute();
}
