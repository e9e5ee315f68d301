import { ok, refuse, type Result } from '#shared/result.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import {
  findAttachment,
  listAttachments,
  reviewAttachments,
  storeUploads,
  withdrawAttachment,
  type CaseAttachment,
  type Uploaded,
  type UploadLimits,
} from '#platform/files/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { getCase } from './actOnCase.ts';

/** What the centre allows today: bytes of one file, and files of one request or resident. */
export async function attachmentLimits(scope: CentreScope): Promise<UploadLimits> {
  const law = await lawOn(scope, scope.today);
  const figure = (key: string) => {
    const value = law.find(key)?.value;
    if (typeof value !== 'number') throw new Error(`the setting ${key} has no number`);
    return value;
  };
  return { bytes: figure('attachmentMegabytes') * 1024 * 1024, count: figure('attachmentsPerRequest') };
}

/** Files that the resident sent and that are still in use. */
export const isOwnAttachment = (file: CaseAttachment): boolean => file.addedBy === null && file.withdrawal === null;

/**
 * Adds files to a case. What the holder of the case sends is marked as new until the staff look at it, and is limited in
 * number; a closed case takes nothing more from them.
 * @throws NotFound when the centre has no such case
 */
export async function attachToCase(scope: CentreScope, caseId: string, files: readonly File[]): Promise<Result<Uploaded, 'case-closed'>> {
  const { record } = await getCase(scope, caseId);
  const isHolder = scope.actor.kind === 'caseHolder';
  if (isHolder && !record.isOpen) return refuse('case-closed');
  const inUse = (await listAttachments(scope, caseId)).filter((each) => each.withdrawal === null);
  const limits = await attachmentLimits(scope);
  const uploaded = await storeUploads(scope, files, {
    caseId,
    owner: `case:${caseId}`,
    cameLater: isHolder,
    present: isHolder ? inUse.filter(isOwnAttachment) : inUse,
    limits: isHolder ? limits : { ...limits, count: Number.POSITIVE_INFINITY },
  });
  return ok(uploaded);
}

/** A file of this case that is still in use. @throws NotFound for any other */
export async function getCaseAttachment(scope: CentreScope, caseId: string, id: string): Promise<CaseAttachment> {
  const found = await findAttachment(scope, id);
  if (found?.caseId !== caseId || found.withdrawal) throw new NotFound('attachment');
  return found;
}

/** Takes a file of a case out of use, for good and with the reason. @throws NotFound when it is no file in use of this case */
export async function withdrawFromCase(
  scope: CentreScope,
  caseId: string,
  id: string,
  reason: string,
): Promise<Result<CaseAttachment, 'already-withdrawn'>> {
  const found = await getCaseAttachment(scope, caseId, id);
  return (await withdrawAttachment(scope, id, reason)) ? ok(found) : refuse('already-withdrawn');
}

/** The staff have seen these files of a case that came later. How many were still new. */
export const reviewOfCase = (scope: CentreScope, caseId: string, ids: readonly string[]): Promise<number> =>
  reviewAttachments(scope, caseId, ids);
