import type pg from 'pg';

/** Repeats one placed order for as many cases of `fillCases`, up to `total`: one provider with a long list. */
export async function fillOrders(owner: pg.Client, centreId: string, orderId: string, total: number): Promise<void> {
  await owner.query(
    `with wanted as (
       select c.id as case_id, c.person_id, c.number, row_number() over (order by c.id) as n
       from cases.record c where c.centre_id = $1::uuid and c.number like 'BENCH.%' limit $3
     )
     insert into orders.record
     select (jsonb_populate_record(o, jsonb_build_object('id', md5('o' || w.case_id::text)::uuid, 'case_id', w.case_id, 'person_id', w.person_id,
              'number', 'Z/' || w.number, 'placed_at', o.placed_at - w.n * interval '3 minutes', 'changed_at', o.changed_at - w.n * interval '2 minutes'))).*
     from wanted w cross join orders.record o
     where o.centre_id = $1::uuid and o.id = $2::uuid
       and not exists (select from orders.record e where e.centre_id = $1::uuid and e.id = md5('o' || w.case_id::text)::uuid)`,
    [centreId, orderId, total],
  );
  await owner.query(
    `insert into orders.order_event
     select (jsonb_populate_record(e, jsonb_build_object('order_id', r.id))).*
     from orders.record r join orders.order_event e on e.centre_id = r.centre_id and e.order_id = $2::uuid
     where r.centre_id = $1::uuid and r.number like 'Z/BENCH.%'
       and not exists (select from orders.order_event x where x.centre_id = r.centre_id and x.order_id = r.id)`,
    [centreId, orderId],
  );
  await owner.query('analyze');
}
