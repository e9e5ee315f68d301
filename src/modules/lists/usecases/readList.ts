import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { tellService, type ToldService } from './tellService.ts';

/** Services of a list in its order; `missing` counts those that this centre does not show (or no longer has). */
export interface ReadList {
  readonly services: readonly ToldService[];
  readonly missing: number;
}

/** The services of a list. Ended ones are told too, because people keep lists for long; drafts are not. */
export async function readList(scope: CentreScope, serviceIds: readonly string[]): Promise<ReadList> {
  const found = serviceIds.length === 0 ? new Map<string, CatalogueService>() : await getServices(scope, serviceIds);
  const services = serviceIds.flatMap((id) => {
    const service = found.get(id);
    return service && service.status !== 'draft' ? [tellService(scope, service)] : [];
  });
  return { services, missing: serviceIds.length - services.length };
}

/** @throws NotFound when there is no such service, or only its keepers see it. */
export async function getShownService(scope: CentreScope, serviceId: string): Promise<CatalogueService> {
  const service = (await getServices(scope, [serviceId])).get(serviceId);
  if (!service || service.status === 'draft') throw new NotFound('service');
  return service;
}
