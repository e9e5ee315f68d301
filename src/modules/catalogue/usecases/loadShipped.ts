import type { CentreScope } from '#platform/http/index.ts';
import { listShippedServices } from '../domain/shippedServices.ts';
import { listServiceKeys } from '../store/catalogueStore.ts';
import { putServices } from './services.ts';

/**
 * Puts the services that ship for the scope's centre into its catalogue; again, it changes nothing, and what somebody has
 * changed since stays changed. Returns how many it wrote. Figures of made-up places are those of this moment, and once
 * somebody has reported others they stay.
 */
export async function loadShippedServices(scope: CentreScope): Promise<number> {
  const known = new Map((await listServiceKeys(scope.tx)).map(({ id, version }) => [id, version]));
  const services = listShippedServices(scope.centre.slug, scope.now).filter(({ id }) => (known.get(id) ?? 1) === 1);
  const { added, changed } = await putServices(
    scope,
    services.map((service) => (known.has(service.id) ? { ...service, vacancy: null } : service)),
  );
  return added + changed;
}
