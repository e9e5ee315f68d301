import { actorKey } from '#shared/actor.ts';
import { listWaiting, removeAttachment, storeUploads, type Attachment, type Uploaded, type UploadLimits } from '#platform/files/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { attachmentLimits } from '#modules/cases/index.ts';
import { ownerOfFiles, type RequestDraft } from './drafts.ts';

/** Takes back one file of a draft, and keeps those that were chosen now as long as the draft lives. */
export async function attachToDraft(
  scope: CentreScope,
  draft: RequestDraft,
  { removed, files }: { removed: string; files: readonly File[] },
): Promise<Uploaded & { limits: UploadLimits }> {
  const owner = ownerOfFiles(draft);
  const before = await listWaiting(scope, owner);
  // The button pressed twice: the file is gone already.
  if (before.some((each) => each.id === removed)) await removeAttachment(scope, { id: removed, owner });
  const limits = await attachmentLimits(scope);
  const present = before.filter((each) => each.id !== removed);
  return { ...(await storeUploads(scope, files, { owner, present, limits, waitsUntil: draft.expiresAt })), limits };
}

/**
 * Files of a request that staff are writing down: they are kept from the first try on, because a browser does not send
 * them again when the form comes back with a mistake.
 */
export interface DeskBasket {
  readonly id: string;
  /** Under which name they wait: nobody else can take them. */
  readonly owner: string;
  readonly files: readonly Attachment[];
  readonly limits: UploadLimits;
}

/** The files that wait under the id of the form. Staff are not limited in number. */
export async function openBasket(scope: CentreScope, id: string): Promise<DeskBasket> {
  const owner = `desk:${actorKey(scope.actor)}:${id}`;
  const limits = { ...(await attachmentLimits(scope)), count: Number.POSITIVE_INFINITY };
  return { id, owner, files: await listWaiting(scope, owner), limits };
}

/** Drops files of earlier tries that are no longer wanted, and keeps what was chosen now. */
export async function fillBasket(
  scope: CentreScope,
  before: DeskBasket,
  { kept, files }: { kept: ReadonlySet<string>; files: readonly File[] },
): Promise<{ basket: DeskBasket; refused: Uploaded['refused'] }> {
  const { owner, limits } = before;
  for (const each of before.files) if (!kept.has(each.id)) await removeAttachment(scope, { id: each.id, owner });
  const present = before.files.filter((each) => kept.has(each.id));
  const { stored, refused } = await storeUploads(scope, files, { owner, present, limits });
  return { basket: { ...before, files: [...present, ...stored] }, refused };
}
