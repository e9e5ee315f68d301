import { auditsNothing, centreDoor, NotFound, page, publicDoor, type CentreContext } from '#platform/http/index.ts';
import { MOST_SAVED } from '../../../domain/savedList.ts';
import { splitIds } from '../../../domain/shortIds.ts';
import { readList, type ReadList } from '../../../usecases/readList.ts';
import { SharedListPage } from './SharedListPage.tsx';

/** @throws NotFound when the address holds no list, or nothing of it is known here. */
export async function readSharedList(c: CentreContext<{ uslugi: string }>): Promise<ReadList> {
  const serviceIds = splitIds(c.params.uslugi, MOST_SAVED);
  const read = serviceIds ? await readList(c.scope, serviceIds) : undefined;
  if (!read || read.services.length === 0) throw new NotFound('list');
  return read;
}

/** A list that somebody shared: the services, and nothing of whoever put them together. */
export const sharedListPage = centreDoor({
  method: 'GET',
  path: '/lista/:uslugi',
  may: publicDoor('no personal data'),
  audit: auditsNothing('no personal data'),
  handle: async (c) => page(<SharedListPage c={c} read={await readSharedList(c)} />),
});
