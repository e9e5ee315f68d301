import { sql } from 'kysely';
import type { CentreTx } from '#platform/db/index.ts';

/** Those of the services that have conditions or places. */
export async function listServicesWithRules(tx: CentreTx, serviceIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`select service_id as id from qualification.offer_rule
      join unnest(${[...serviceIds]}::uuid[]) wanted on wanted = service_id
    union select service_id from qualification.pool join unnest(${[...serviceIds]}::uuid[]) wanted on wanted = service_id`.execute(tx.db);
  return found.rows.map(({ id }) => id);
}
