import { sql } from 'kysely';
import type { CentreTx } from '#platform/db/index.ts';

/** Those of the services for which a case asks. */
export async function listServicesOfCases(tx: CentreTx, serviceIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`select distinct service_id as id from cases.record_service
    join unnest(${[...serviceIds]}::uuid[]) wanted on wanted = service_id`.execute(tx.db);
  return found.rows.map(({ id }) => id);
}

/** How many cases ask for each of the services, and how many of them are open; services without any are missing. */
export async function countCasesOfServices(
  tx: CentreTx,
  serviceIds: readonly string[],
): Promise<readonly { readonly serviceId: string; readonly all: number; readonly open: number }[]> {
  const found = await sql<{ serviceId: string; all: number; open: number }>`select s.service_id, count(*)::int as all,
      count(*) filter (where r.is_open)::int as open
    from cases.record_service s
    join unnest(${[...serviceIds]}::uuid[]) wanted on wanted = s.service_id
    join cases.record r on r.centre_id = s.centre_id and r.id = s.case_id
    group by s.service_id`.execute(tx.db);
  return found.rows;
}
