import type { CentreScope } from '#platform/http/index.ts';
import type { Candidate, ImportNote, ServiceRecord } from '../domain/service.ts';
import { listOtherIds } from '../store/identityStore.ts';

/**
 * Services of a file whose ids, or those of their organizations and places, are another centre's, with ids of their own; the
 * id that the file gives stays as the outer id. The note says so.
 */
export async function giveOwnIds(
  scope: CentreScope,
  candidates: readonly Candidate[],
): Promise<{ readonly candidates: readonly Candidate[]; readonly notes: readonly ImportNote[] }> {
  const services = candidates.map(({ service }) => service);
  const places = services.flatMap((service) => service.places);
  const ids = {
    service: await listOtherIds(scope.tx, 'service', idsOf(services)),
    provider: await listOtherIds(scope.tx, 'provider', idsOf(services.flatMap(({ provider }) => provider ?? []))),
    location: await listOtherIds(scope.tx, 'location', idsOf(places)),
    site: await listOtherIds(scope.tx, 'service_at_location', idsOf(places.flatMap(({ site }) => site ?? []))),
  };
  if (Object.values(ids).every(({ size }) => size === 0)) return { candidates, notes: [] };
  const notes = candidates
    .filter(({ service }) => ids.service.has(service.id))
    .map(({ row, service: { id } }) => ({ row, note: `another centre has a service with the id ${id}; this one has an id of its own` }));
  return { candidates: candidates.map(({ row, service }) => ({ row, service: renamed(service, ids) })), notes };
}

type Named = { readonly id?: string | undefined };
const idsOf = (records: readonly Named[]): string[] => records.flatMap(({ id }) => id ?? []);

function renamed(
  service: ServiceRecord,
  ids: Readonly<Record<'service' | 'provider' | 'location' | 'site', ReadonlyMap<string, string>>>,
): ServiceRecord {
  const own = <R extends Named>(kind: keyof typeof ids, record: R): R => {
    const id = record.id === undefined ? undefined : ids[kind].get(record.id);
    return id === undefined ? record : { ...record, id };
  };
  const externalId = ids.service.has(service.id) ? (service.externalId ?? service.id) : service.externalId;
  return {
    ...own('service', service),
    externalId,
    provider: service.provider && own('provider', service.provider),
    places: service.places.map((place) => ({ ...own('location', place), ...(place.site && { site: own('site', place.site) }) })),
  };
}
