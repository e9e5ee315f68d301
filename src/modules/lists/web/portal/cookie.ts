import { readCookie, type CentreContext } from '#platform/http/index.ts';
import { readSavedList, writeSavedList, type SavedList } from '../../domain/savedList.ts';

const LIST_COOKIE = 'okienko_list';
const halfYear = 182 * 24 * 3600;

/** The list that this browser keeps for the centre; empty when it keeps none. */
export const keptList = (c: CentreContext): SavedList => readSavedList(c.centre.id, readCookie(c.request, c.world.secret, LIST_COOKIE));

/** The services on the list that this browser keeps for the centre, in the reader's order. */
export const keptServiceIds = (c: CentreContext): string[] => keptList(c).map(({ serviceId }) => serviceId);

/** Gives the browser the list to keep; an empty one is forgotten. It is sent to this centre alone, and stored nowhere else. */
export function keepList(c: CentreContext, list: SavedList): void {
  const path = c.at('/');
  c.setCookie(LIST_COOKIE, list.length === 0 ? null : writeSavedList(c.centre.id, list), { path, maxAgeSeconds: halfYear });
}
