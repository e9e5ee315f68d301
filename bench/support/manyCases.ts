import type pg from 'pg';

/**
 * Fills a centre with made-up people and cases up to `total`, straight into the tables: what is measured is
 * reading lists, and filing them one by one would take hours. Three in five cases are open.
 */
export async function fillCases(owner: pg.Client, centreId: string, total: number): Promise<void> {
  await atOnce(owner, true);
  await owner.query(
    `with made as (
       select n, md5($1 || n::text)::uuid as case_id, md5('p' || $1 || n::text)::uuid as person_id
       from generate_series((select count(*) + 1 from cases.record where centre_id = $1::uuid and number like 'BENCH.%'), $2::int) n
     ), people as (
       insert into people.person (centre_id, id, given_name, family_name, folded_name, birth_date, created_at, updated_at)
       select $1::uuid, person_id, 'Imię' || (n % 400), 'Nazwisko' || (n % 9000), 'imie' || (n % 400) || ' nazwisko' || (n % 9000),
              date '1930-01-01' + (n * 37 % 30000)::int, now(), now()
       from made returning 1
     )
     insert into cases.record (centre_id, id, version, number, code, status, is_open, person_id, coordinator_id, service_ids, channel,
                               opened_at, filed_on, plan_due_on, next_due_on, next_step, search_text, changed_at)
     select $1::uuid, case_id, 1, 'BENCH.' || lpad(n::text, 8, '0'), 'BENCH' || lpad(n::text, 9, '0'),
            case when n % 5 < 3 then 'APPLIED' else 'CLOSED_DONE' end, n % 5 < 3, person_id, null,
            array[(select id from catalogue.service where centre_id = $1::uuid order by id limit 1)], 'online',
            now() - n * interval '7 minutes', current_date - (n % 900)::int, current_date - (n % 900)::int + 30,
            case when n % 5 < 3 then current_date - (n % 900)::int + 30 end, case when n % 5 < 3 then 'check-application' end,
            'bench ' || lpad(n::text, 8, '0') || ' imie' || (n % 400) || ' nazwisko' || (n % 9000), now() - n * interval '5 minutes'
     from made`,
    [centreId, total],
  );
  await owner.query(
    `insert into cases.event (centre_id, case_id, seq, type, at, actor_role, actor_id, data)
     select r.centre_id, r.id, 1, 'applied', r.opened_at, 'resident', null,
            jsonb_build_object('personId', r.person_id, 'applicantType', 'self', 'applicantId', r.person_id, 'channel', 'online',
              'filedOn', r.filed_on, 'serviceIds', to_jsonb(r.service_ids), 'planDueOn', r.plan_due_on)
     from cases.record r where r.centre_id = $1::uuid and r.number like 'BENCH.%'
       and not exists (select from cases.event e where e.centre_id = r.centre_id and e.case_id = r.id)`,
    [centreId],
  );
  await atOnce(owner, false);
  await owner.query('vacuum analyze');
}

/** While many rows are written their words wait; afterwards they are put into the index together. */
async function atOnce(owner: pg.Client, isFilling: boolean): Promise<void> {
  await owner.query(`set gin_pending_list_limit = '256MB'`);
  await owner.query(`alter table cases.record ${isFilling ? 'disable' : 'enable'} trigger services_written`);
  if (!isFilling)
    await owner.query(`insert into cases.record_service (centre_id, service_id, case_id)
      select distinct r.centre_id, each, r.id from cases.record r, unnest(r.service_ids) each on conflict do nothing`);
  for (const [table, words] of Object.entries({ 'cases.record': 'search_text', 'people.person': 'folded_name' })) {
    const index = `${table}_words_words_idx`;
    await owner.query(`alter table ${table} ${isFilling ? 'disable' : 'enable'} trigger words_written`);
    if (isFilling) continue;
    await owner.query(`alter index ${index} set (fastupdate = on)`);
    await owner.query(`insert into ${table}_words select centre_id, id, ' ' || ${words} from ${table} on conflict do nothing`);
    await owner.query(`select gin_clean_pending_list('${index}')`);
    await owner.query(`alter index ${index} set (fastupdate = off)`);
  }
}
