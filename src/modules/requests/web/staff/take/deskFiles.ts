import { isUuid, newId } from '#shared/uuid.ts';
import { fileErrors } from '#platform/files/index.ts';
import { filesField } from '#platform/files/web/AttachmentFields.tsx';
import type { CentreContext } from '#platform/http/index.ts';
import { fillBasket, openBasket, type DeskBasket } from '../../../usecases/requestFiles.ts';
import type { Mistake } from '../../form/mistakes.ts';

/** Ticked files of an earlier try; those that are not ticked are dropped. */
export const keepField = 'keepFile';

/** The files of the form that is on the way, or of a new one. */
export function basketOf(c: CentreContext): Promise<DeskBasket> {
  const typed = c.fields.get('basket');
  return openBasket(c.scope, isUuid(typed) ? typed.toLowerCase() : newId());
}

/** The files of the form with those chosen now, and what is wrong with the others. */
export async function readBasket(c: CentreContext): Promise<{ basket: DeskBasket; mistakes: Mistake[] }> {
  const before = await basketOf(c);
  const sent = { kept: new Set(c.fields.all(keepField)), files: c.fields.files(filesField) };
  const { basket, refused } = await fillBasket(c.scope, before, sent);
  return { basket, mistakes: fileErrors('pl', filesField, refused, basket.limits) };
}
