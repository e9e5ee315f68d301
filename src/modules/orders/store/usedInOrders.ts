import { sql } from 'kysely';
import type { CentreTx } from '#platform/db/index.ts';

/** Those of the services, or of the providers, that orders and their months name. */
export async function listUsedInOrders(tx: CentreTx, kind: 'service' | 'provider', ids: readonly string[]): Promise<string[]> {
  const wanted = [...ids];
  const found = await (
    kind === 'service'
      ? sql<{
          id: string;
        }>`select distinct service_id as id from orders.record join unnest(${wanted}::uuid[]) wanted on wanted = service_id`
      : sql<{
          id: string;
        }>`select distinct provider_id as id from orders.record join unnest(${wanted}::uuid[]) wanted on wanted = provider_id
        union select provider_id from orders.month join unnest(${wanted}::uuid[]) wanted on wanted = provider_id`
  ).execute(tx.db);
  return found.rows.map(({ id }) => id);
}
