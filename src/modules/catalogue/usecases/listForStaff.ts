import type { CentreScope } from '#platform/http/index.ts';
import { serviceOf, type CatalogueService } from '../store/catalogueStore.ts';
import { listForStaff, type StaffListQuery } from '../store/staffListStore.ts';

/** One page of the centre's services whatever their status, by name. */
export async function listServicesForStaff(
  scope: CentreScope,
  query: StaffListQuery,
): Promise<{ services: readonly CatalogueService[]; hasMore: boolean }> {
  const rows = await listForStaff(scope.tx, { ...query, limit: query.limit + 1 });
  return { services: rows.slice(0, query.limit).map(serviceOf), hasMore: rows.length > query.limit };
}
