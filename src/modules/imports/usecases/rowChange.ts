import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getServices, type CatalogueService, type ServiceRecord } from '#modules/catalogue/index.ts';
import { findRow } from '../store/rowStore.ts';
import type { Run } from '../store/tables.ts';
import { getRun } from './runs.ts';

/** A service as it is and as a row would have it; `before` is undefined when it is gone meanwhile. */
export interface RowChange {
  readonly run: Run;
  readonly row: number;
  readonly before: CatalogueService | undefined;
  readonly after: CatalogueService;
}
/** @throws NotFound when there is no such row, or nothing of it waits to be written */
export async function getRowChange(scope: CentreScope, runId: string, number: number): Promise<RowChange> {
  const run = await getRun(scope, runId);
  const row = await findRow(scope.tx, runId, number);
  if (!row || row.record === null || row.serviceId === null) throw new NotFound('row');
  const before = (await getServices(scope, [row.serviceId])).get(row.serviceId);
  const { now } = scope;
  const record = row.record as ServiceRecord;
  return { run, row: number, before, after: { ...record, version: 0, providerId: null, createdAt: now, updatedAt: now, revision: 0 } };
}
