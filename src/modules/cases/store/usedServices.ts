import { sql } from 'kysely';
import type { CentreTx } from '#platform/db/index.ts';

/** Those of the services for which a case asks. */
export async function listServicesOfCases(tx: CentreTx, serviceIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`select distinct service_id as id from cases.record_service
    join unnest(${[...serviceIds]}::uuid[]) wanted on wanted = service_id`.execute(tx.db);
  return found.rows.map(({ id }) => id);
}
