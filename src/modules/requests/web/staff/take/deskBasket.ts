import { actorKey } from '#shared/actor.ts';
import { isUuid, newId } from '#shared/uuid.ts';
import { fileErrors, listWaiting, removeAttachment, storeUploads, type Attachment, type UploadLimits } from '#platform/files/index.ts';
import { filesField } from '#platform/files/web/AttachmentFields.tsx';
import type { CentreContext } from '#platform/http/index.ts';
import { attachmentLimits } from '#modules/cases/index.ts';
import type { Mistake } from '../../form/mistakes.ts';

/** Ticked files of an earlier try; those that are not ticked are dropped. */
export const keepField = 'keepFile';

/**
 * Files of a request that is being written down: they are kept from the first try on, because a browser does not send
 * them again when the form comes back with a mistake.
 */
export interface DeskBasket {
  readonly id: string;
  /** Under which name they wait: nobody else can take them. */
  readonly owner: string;
  readonly files: readonly Attachment[];
  readonly limits: UploadLimits;
}

export async function openBasket(c: CentreContext): Promise<DeskBasket> {
  const typed = c.fields.get('basket');
  const id = isUuid(typed) ? typed.toLowerCase() : newId();
  const owner = `desk:${actorKey(c.actor)}:${id}`;
  return { id, owner, files: await listWaiting(c.scope, owner), limits: await staffLimits(c) };
}

/** Drops what is no longer ticked and keeps what was chosen now. What is wrong with the others. */
export async function fillBasket(c: CentreContext): Promise<{ basket: DeskBasket; mistakes: Mistake[] }> {
  const before = await openBasket(c);
  const kept = new Set(c.fields.all(keepField));
  for (const each of before.files) if (!kept.has(each.id)) await removeAttachment(c.scope, { id: each.id, owner: before.owner });
  const present = before.files.filter((each) => kept.has(each.id));
  const { owner, limits } = before;
  const { stored, refused } = await storeUploads(c.scope, c.fields.files(filesField), { owner, present, limits });
  return { basket: { ...before, files: [...present, ...stored] }, mistakes: fileErrors('pl', filesField, refused, limits) };
}

const staffLimits = async (c: CentreContext): Promise<UploadLimits> => ({
  ...(await attachmentLimits(c.scope)),
  count: Number.POSITIVE_INFINITY,
});
