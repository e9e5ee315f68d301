import type { CentreScope } from '#platform/http/index.ts';
import { assembleServices, type CatalogueService } from '../store/assembleServices.ts';
import { listForStaff, type StaffListQuery } from '../store/staffListStore.ts';

/** One page of the centre's services whatever their status, by name. */
export async function listServicesForStaff(
  scope: CentreScope,
  query: StaffListQuery,
): Promise<{ services: readonly CatalogueService[]; hasMore: boolean }> {
  const rows = await listForStaff(scope.tx, { ...query, limit: query.limit + 1 });
  return { services: await assembleServices(scope.tx, rows.slice(0, query.limit)), hasMore: rows.length > query.limit };
}
