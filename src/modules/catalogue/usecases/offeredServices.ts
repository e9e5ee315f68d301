import type { CentreScope } from '#platform/http/index.ts';
import { assembleServices, type CatalogueService } from '../store/assembleServices.ts';
import { listServiceRowsSince } from '../store/catalogueStore.ts';
import { countOffered, countOfferedByKind, listOfferedRows, type AfterService, type OfferFilter } from '../store/offeredStore.ts';
import { getRevision } from '../store/revision.ts';

/** One page of the services that can be asked for today, by name. */
export interface OfferPage {
  readonly services: readonly CatalogueService[];
  /** Where the next page begins; undefined on the last one. */
  readonly next: AfterService | undefined;
  /** Of all pages. */
  readonly count: number;
}

export async function listOffered(scope: CentreScope, filter: OfferFilter, limit: number, after?: AfterService): Promise<OfferPage> {
  const rows = await listOfferedRows(scope.tx, scope.today, filter, limit + 1, after);
  const services = await assembleServices(scope.tx, rows.slice(0, limit));
  const last = services.at(-1);
  return {
    services,
    next: rows.length > limit && last ? { name: last.name, id: last.id } : undefined,
    count: await countOffered(scope.tx, scope.today, filter),
  };
}

/** How many services can be asked for today, by number of area and by code of target group. */
export const countOffers = (scope: CentreScope) => countOfferedByKind(scope.tx, scope.today);

/** The number of the catalogue's last change; it grows with each, in this and every other process. */
export const getCatalogueRevision = (scope: CentreScope): Promise<number> => getRevision(scope.tx);
/** Services written since a revision, whatever their status. */
export const listServicesSince = async (scope: CentreScope, revision: number): Promise<CatalogueService[]> =>
  assembleServices(scope.tx, await listServiceRowsSince(scope.tx, revision));
