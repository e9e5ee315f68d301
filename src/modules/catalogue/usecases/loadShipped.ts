import type { CentreScope } from '#platform/http/index.ts';
import { listShippedServices } from '../domain/shippedServices.ts';
import { putService } from './services.ts';

/** Puts the services that ship for the scope's centre into its catalogue; again, it changes nothing. Returns how many it wrote. */
export async function loadShippedServices(scope: CentreScope): Promise<number> {
  let written = 0;
  for (const service of listShippedServices(scope.centre.slug)) if (await putService(scope, service)) written += 1;
  return written;
}
