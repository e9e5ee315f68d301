import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { findSuccessor, getService, getServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { tellService, type ToldService } from './tellService.ts';

/** Services of a list in its order; `missing` counts those that this centre does not show (or no longer has). */
export interface ReadList {
  readonly services: readonly ToldService[];
  readonly missing: number;
}

/**
 * The services of a list. Ended ones are told too, because people keep lists for long; drafts are not. One whose card became part of
 * another's is told as that one, under the id by which it stands on the list.
 */
export async function readList(scope: CentreScope, serviceIds: readonly string[]): Promise<ReadList> {
  const found = serviceIds.length === 0 ? new Map<string, CatalogueService>() : await getServices(scope, serviceIds);
  const services: ToldService[] = [];
  for (const id of serviceIds) {
    const service = found.get(id);
    if (!service || service.status === 'draft') continue;
    services.push({ ...tellService(scope, await followed(scope, service)), id });
  }
  return { services, missing: serviceIds.length - services.length };
}

/** The service itself, or the one of which its card has become a part. */
async function followed(scope: CentreScope, service: CatalogueService): Promise<CatalogueService> {
  const successor = service.status === 'ended' ? await findSuccessor(scope, service.id) : undefined;
  return successor?.isMerged ? getService(scope, successor.id) : service;
}

/** @throws NotFound when there is no such service, or only its keepers see it. */
export async function getShownService(scope: CentreScope, serviceId: string): Promise<CatalogueService> {
  const service = (await getServices(scope, [serviceId])).get(serviceId);
  if (!service || service.status === 'draft') throw new NotFound('service');
  return service;
}
