import type pg from 'pg';

/** How many open centres are not marked as demonstrations. */
export async function countRealCentres(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from centres.centre where is_open and not is_demo');
  return rows[0]?.count ?? 0;
}

/**
 * Removes the rows of every centre and what it has published, all accounts and waiting jobs, closes the centres and
 * forgets what they told of themselves; registers and the schema stay.
 * One transaction: a server that is running sees the centre full or empty, never half of it.
 */
export async function emptyEverything(owner: pg.Pool): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and (n.nspname = 'accounts' or exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname in ('centre_id', 'publisher_id') and not a.attisdropped))
         and n.nspname not in ('pg_catalog', 'information_schema') and c.relpersistence <> 't'`,
    );
    await client.query(`truncate ${rows.map((row) => row.name).join(', ')}`);
    await client.query("update centres.centre set is_open = false, facts = facts - 'own', told_version = 0, told_at = null where is_open");
    await client.query('delete from graphile_worker._private_jobs where locked_at is null');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
