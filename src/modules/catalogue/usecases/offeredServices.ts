import type { CentreScope } from '#platform/http/index.ts';
import { assembleServices, type CatalogueService } from '../store/assembleServices.ts';
import { listServiceRowsSince } from '../store/catalogueStore.ts';
import { countOfferedByKind } from '../store/offeredStore.ts';
import { getRevision, renewRows } from '../store/revision.ts';

/** How many services can be asked for today, by number of area and by code of target group. */
export const countOffers = (scope: CentreScope) => countOfferedByKind(scope.tx, scope.today);

/** The number of the catalogue's last change; it grows with each, in this and every other process. */
export const getCatalogueRevision = (scope: CentreScope): Promise<number> => getRevision(scope.tx);
/** Services written since a revision, whatever their status. */
export const listServicesSince = async (scope: CentreScope, revision: number): Promise<CatalogueService[]> =>
  assembleServices(scope.tx, await listServiceRowsSince(scope.tx, revision));

/**
 * Says that what others know of these services has changed, so that every search reads them again; their cards stay. With no
 * service it only says that something has.
 */
export const renewServices = (scope: CentreScope, ids: readonly string[]): Promise<void> => renewRows(scope.tx, ids);
