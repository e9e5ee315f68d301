import { NotFound, type CentreScope } from '#platform/http/index.ts';
import type { LocationRecord } from '../domain/place.ts';
import type { ProviderRecord } from '../domain/provider.ts';
import { locationOf, providerOf } from '../store/assembleServices.ts';
import { findLocationRow, findProviderRow, listLocationPage, type LocationPage } from '../store/catalogueStore.ts';
import type { LocationRow, ProviderRow } from '../store/tables.ts';

interface Kept {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Temporal.Instant;
  /** The number of the change that wrote the record last. */
  readonly revision: number;
}
/** A provider with what it is known by. */
export type Organization = ProviderRecord & Kept;
/** A place that services share. */
export type Location = LocationRecord & Kept;
const organizationOf = (row: ProviderRow): Organization => ({ ...providerOf(row), ...kept(row) });
const placeOf = (row: LocationRow): Location => ({ ...locationOf(row), ...kept(row) });
const kept = ({ id, version, updatedAt, revision }: Kept): Kept => ({ id, version, updatedAt, revision });

/** Places by their ids, a page at a time. */
export const listLocations = async (scope: CentreScope, page: LocationPage): Promise<Location[]> =>
  (await listLocationPage(scope.tx, page)).map(placeOf);

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
