import type pg from 'pg';

/** Lets the people of `fillCases` wait for one service, up to `total`: one very long reserve list. */
export async function fillWaiting(owner: pg.Client, centreId: string, serviceId: string, total: number): Promise<void> {
  await owner.query('insert into qualification.pool (centre_id, service_id) values ($1, $2) on conflict do nothing', [centreId, serviceId]);
  await owner.query(
    `insert into qualification.place (centre_id, service_id, case_id, person_id, state, filed_at, since)
     select c.centre_id, $2::uuid, c.id, c.person_id, 'waiting', c.opened_at, c.opened_at
     from cases.record c where c.centre_id = $1::uuid and c.number like 'BENCH.%' order by c.number limit $3
     on conflict do nothing`,
    [centreId, serviceId, total],
  );
  await owner.query('analyze');
}
