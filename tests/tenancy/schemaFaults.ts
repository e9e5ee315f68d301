import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

const faults = `
  with tenant as (
    select c.oid, c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select attnum from pg_attribute where attrelid = c.oid and attname = 'centre_id' and not attisdropped) as centre
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'centre_id' and not attisdropped)
  )
  -- Words by which records are found are read for the product by their owner, in functions that take the centre from the
  -- transaction; its own login stands under the policy there too.
  select name || ': row-level security is not forced' as fault from tenant
    where not forced and name not in ('cases.record_words', 'orders.record_words', 'people.person_words')
  union all
  select name || ': no policy of its centre for reading and writing' from tenant t
    where not exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive
      and pg_get_expr(p.polqual, t.oid) = '(centre_id = platform.current_centre())'
      and pg_get_expr(p.polwithcheck, t.oid) = '(centre_id = platform.current_centre())')
  union all
  select name || ': a second permissive policy opens what the first one closes' from tenant t
    where (select count(*) from pg_policy p where p.polrelid = t.oid and p.polpermissive) > 1
  union all
  select name || ': centre_id is not first in the primary key' from tenant t
    where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p' and k.conkey[1] = t.centre)
  union all
  select t.name || ': the foreign key ' || k.conname || ' to ' || o.name || ' does not carry centre_id'
    from pg_constraint k join tenant t on t.oid = k.conrelid join tenant o on o.oid = k.confrelid
    where k.contype = 'f' and not exists (
      select from unnest(k.conkey, k.confkey) as pair (here, there) where pair.here = t.centre and pair.there = o.centre)
  union all
  select c.oid::regclass::text || ': the view reads with the rights of its owner'
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)
  order by 1`;

/** What is wrong with the protection of centres in the migrated schema; `planted` is run first. In a copy of its own. */
export async function findSchemaFaults(planted = ''): Promise<string[]> {
  const { url } = inject('postgres');
  const name = `schema_${randomBytes(8).toString('hex')}`;
  const administration = new pg.Client(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  await administration.connect();
  await administration.query(`create database ${name} template ${new URL(url).pathname.slice(1)}`);
  const client = new pg.Client(Object.assign(new URL(url), { pathname: `/${name}` }).href);
  await client.connect();
  try {
    await client.query(planted);
    return (await client.query<{ fault: string }>(faults)).rows.map((row) => row.fault);
  } finally {
    await client.end();
    await administration.query(`drop database ${name}`);
    await administration.end();
  }
}
