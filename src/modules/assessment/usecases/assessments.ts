import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { Forbidden, NotFound, type CentreScope } from '#platform/http/index.ts';
import { actOnCase, takeCoordination, type CaseConflict, type CaseRefusal } from '#modules/cases/index.ts';
import type { Assessment, AssessmentContent, SensitiveContent } from '../domain/assessmentContent.ts';
import { maySeeSensitive } from '../policy.ts';
import { findVersion, insertVersion, listVersions, type VersionInList } from '../store/assessmentStore.ts';

export interface AssessmentPlan {
  readonly caseId: string;
  /** The version of the case that the coordinator saw. */
  readonly version: number | null;
  readonly place: 'centre' | 'whereThePersonStays' | 'phone';
  readonly plannedOn: Temporal.PlainDate | null;
  /** The hour, as 08:30; only with a day. */
  readonly plannedAt?: string | null;
  /** The address, room or telephone. */
  readonly where?: string | null;
}
/** Agrees on the talk about needs, or on another day for it: where, and when if that is settled. The case gets its coordinator when it has none. */
export async function startAssessment(
  scope: CentreScope,
  { caseId, version, place, plannedOn, plannedAt = null, where = null }: AssessmentPlan,
): Promise<Result<{ readonly isNowCoordinator: boolean }, readonly (CaseRefusal | CaseConflict)[]>> {
  const data = { place, plannedOn: plannedOn?.toString() ?? null, plannedAt, where };
  const started = await actOnCase(scope, caseId, version, { type: 'startAssessment', data });
  return started.ok ? ok({ isNowCoordinator: await takeCoordination(scope, caseId) }) : started;
}

export interface AssessmentRecord {
  readonly caseId: string;
  /** The newest version that the author saw; 0 when there was none. */
  readonly basedOn: number;
  readonly heldOn: Temporal.PlainDate;
  readonly content: AssessmentContent;
  readonly sensitive: SensitiveContent;
}
/** Somebody recorded a version in between; `newer` is what they wrote. Nothing was saved. */
export type AssessmentConflict = { readonly code: 'assessment-changed'; readonly newer: Assessment };

/** Records what was learned as the next version, and tells the case. */
export async function recordAssessment(
  scope: CentreScope,
  { caseId, basedOn, heldOn, content, sensitive }: AssessmentRecord,
): Promise<Result<Assessment, readonly (AssessmentConflict | CaseRefusal | CaseConflict)[]>> {
  if (!maySeeSensitive(scope.actor).allowed) throw new Forbidden('sensitive-data');
  const newest = await findVersion(scope.tx, caseId, { withSensitive: true });
  if (newest && newest.version !== basedOn) return refuse([{ code: 'assessment-changed', newer: newest }]);
  const { actor, now: recordedAt } = scope;
  const author = actor.kind === 'user' ? { id: actor.userId, name: actor.name } : { id: null, name: '' };
  const next: Assessment = {
    id: newest?.id ?? newId(),
    caseId,
    version: (newest?.version ?? 0) + 1,
    heldOn,
    content,
    sensitive,
    recordedByName: author.name,
    recordedAt,
  };
  const told = await actOnCase(scope, caseId, null, {
    type: 'recordAssessment',
    data: { assessmentId: next.id, version: next.version, heldOn: heldOn.toString() },
  });
  const isFirst = told.ok && (await insertVersion(scope.tx, author.id, next));
  // The talk may have been agreed on by somebody else.
  if (isFirst) await takeCoordination(scope, caseId);
  if (isFirst) return ok(next);
  // Another author may have been quicker between our reading and our writing.
  const theirs = await findVersion(scope.tx, caseId, { withSensitive: true });
  if (theirs && theirs.version !== basedOn) return refuse([{ code: 'assessment-changed', newer: theirs }]);
  return told.ok ? refuse([{ code: 'case-changed', version: told.value.version }]) : told;
}

/**
 * The assessment of a case as the actor may see it, the newest version unless told; undefined when there is none.
 * Actors who may not see sensitive parts get `sensitive: null`.
 */
export function findAssessment(scope: CentreScope, caseId: string, version?: number): Promise<Assessment | undefined> {
  return findVersion(scope.tx, caseId, { version, withSensitive: maySeeSensitive(scope.actor).allowed });
}
/** @throws NotFound when the case has no such version. */
export async function getAssessment(scope: CentreScope, caseId: string, version?: number): Promise<Assessment> {
  const found = await findAssessment(scope, caseId, version);
  if (!found) throw new NotFound('assessment');
  return found;
}
/** Versions of a case's assessment, newest first. */
export function listAssessments(scope: CentreScope, caseId: string): Promise<VersionInList[]> {
  return listVersions(scope.tx, caseId);
}
