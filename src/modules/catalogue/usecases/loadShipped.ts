import type { CentreScope } from '#platform/http/index.ts';
import { listShippedServices } from '../domain/shippedServices.ts';
import { listServiceKeys } from '../store/catalogueStore.ts';
import { listIdsKeptByPeople } from '../store/versionStore.ts';
import { putServices } from './services.ts';

/**
 * Puts the services that ship for the scope's centre into its catalogue; again, it changes nothing. Returns how many it
 * wrote. A card that somebody has changed since stays as it is. Figures of made-up places are those of this moment, and once
 * somebody has reported others they stay.
 * @param addedAt when the cards are said to have been written
 */
export async function loadShippedServices(scope: CentreScope, addedAt: Temporal.Instant = scope.now): Promise<number> {
  const known = new Set((await listServiceKeys(scope.tx)).map(({ id }) => id));
  const kept = new Set(await listIdsKeptByPeople(scope.tx));
  const services = listShippedServices(scope.centre.slug, scope.now).filter(({ id }) => !kept.has(id));
  const { added, changed } = await putServices(
    { ...scope, now: addedAt },
    services.map((service) => (known.has(service.id) ? { ...service, vacancy: null } : service)),
  );
  return added + changed;
}
