import type { CentreScope } from '#platform/http/index.ts';
import { listShippedServices } from '../domain/shippedServices.ts';
import { putServices } from './services.ts';

/** Puts the services that ship for the scope's centre into its catalogue; again, it changes nothing. Returns how many it wrote. */
export async function loadShippedServices(scope: CentreScope): Promise<number> {
  const { added, changed } = await putServices(scope, listShippedServices(scope.centre.slug));
  return added + changed;
}
