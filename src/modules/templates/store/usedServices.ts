import { sql } from 'kysely';
import type { CentreTx } from '#platform/db/index.ts';

/** Those of the services that use a template. */
export async function listServicesWithTemplates(tx: CentreTx, serviceIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`select service_id as id from templates.adoption
    join unnest(${[...serviceIds]}::uuid[]) wanted on wanted = service_id`.execute(tx.db);
  return found.rows.map(({ id }) => id);
}
