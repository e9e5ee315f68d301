import { NotFound, type CentreScope } from '#platform/http/index.ts';
import type { LocationRecord, Place } from '../domain/place.ts';
import type { ProviderRecord } from '../domain/provider.ts';
import { assembleServices, locationOf, providerOf, type CatalogueService } from '../store/assembleServices.ts';
import { findLocationRow, findProviderRow, listServiceRows } from '../store/catalogueStore.ts';
import {
  countOpenRows,
  listOpenLocationRows,
  listOpenProviderRows,
  listOpenServiceRows,
  listSiteRows,
  type OpenFilter,
  type OpenPage,
} from '../store/openListStore.ts';
import type { LocationRow, ProviderRow } from '../store/tables.ts';

interface Kept {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Temporal.Instant;
  /** The number of the change that wrote the record last; for ETags. */
  readonly revision: number;
}
/** A provider as open data tells of it. */
export type Organization = ProviderRecord & Kept;
/** A place that services share. */
export type Location = LocationRecord & Kept;
/** A service at one of its places. */
export interface ServiceAtLocation {
  readonly id: string;
  readonly service: CatalogueService;
  readonly place: Place;
}

const organizationOf = (row: ProviderRow): Organization => ({ ...providerOf(row), ...kept(row) });
const placeOf = (row: LocationRow): Location => ({ ...locationOf(row), ...kept(row) });
const kept = ({ id, version, updatedAt, revision }: Kept): Kept => ({ id, version, updatedAt, revision });

/** Published, paused and ended services by their ids; drafts are left out. */
export const listOpenServices = async (scope: CentreScope, filter: OpenFilter, page: OpenPage): Promise<CatalogueService[]> =>
  assembleServices(scope.tx, await listOpenServiceRows(scope.tx, filter, page));
export const listOrganizations = async (scope: CentreScope, filter: OpenFilter, page: OpenPage): Promise<Organization[]> =>
  (await listOpenProviderRows(scope.tx, filter, page)).map(organizationOf);
export const listLocations = async (scope: CentreScope, filter: OpenFilter, page: OpenPage): Promise<Location[]> =>
  (await listOpenLocationRows(scope.tx, filter, page)).map(placeOf);

/** Services at their places by the ids of these links; parts of the filter that speak of services narrow it too. */
export async function listServiceAtLocations(scope: CentreScope, filter: OpenFilter, page: OpenPage): Promise<ServiceAtLocation[]> {
  const links = await listSiteRows(scope.tx, filter, page);
  const rows = await listServiceRows(scope.tx, [...new Set(links.map(({ serviceId }) => serviceId))]);
  const services = new Map((await assembleServices(scope.tx, rows)).map((service) => [service.id, service]));
  return links.flatMap(({ id, serviceId, locationId }) => {
    const service = services.get(serviceId);
    const place = service?.places.find((each) => each.id === locationId);
    return service && place ? [{ id, service, place }] : [];
  });
}

/** How many records a list holds in all. */
export const countOpenRecords = (
  scope: CentreScope,
  kind: 'services' | 'sites' | 'organizations' | 'locations',
  filter: OpenFilter = {},
): Promise<number> => countOpenRows(scope.tx, filter, kind);

/** @throws NotFound when the centre has no such provider */
export async function getOrganization(scope: CentreScope, id: string): Promise<Organization> {
  const row = await findProviderRow(scope.tx, id);
  if (!row) throw new NotFound('organization');
  return organizationOf(row);
}
/** @throws NotFound when the centre has no such location */
export async function getLocation(scope: CentreScope, id: string): Promise<Location> {
  const row = await findLocationRow(scope.tx, id);
  if (!row) throw new NotFound('location');
  return placeOf(row);
}
