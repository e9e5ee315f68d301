import type pg from 'pg';

/** A table of the product; `name` with its schema, as in `cases.event`. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly isTenant: boolean;
}
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly kind: 'base' | 'enum' | 'array' | 'other';
  readonly isFilledByItself: boolean;
}

/** Every table of the product, without the database's own and the job queue's. */
export async function listTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(`
    select n.nspname || '.' || c.relname as name,
      json_agg(json_build_object(
        'name', a.attname,
        'type', format_type(a.atttypid, null),
        'kind', case when t.typtype = 'e' then 'enum' when t.typcategory = 'A' then 'array' when t.typtype = 'b' then 'base' else 'other' end,
        'isFilledByItself', a.attidentity <> '' or a.attgenerated <> ''
      ) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg_%'
    group by 1 order by 1`);
  return rows.map((table) => ({ ...table, isTenant: table.columns.some((column) => column.name === 'centre_id') }));
}

/**
 * Takes away foreign keys, checks and triggers of the database of a test file, so that any row can be written. What is
 * left is what keeps centres apart.
 */
export async function hollowOut(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('alter table %s drop constraint %I cascade', c.conrelid::regclass, c.conname) as statement
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where c.contype in ('f', 'c', 'x') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
    union all
    select format('drop trigger %I on %s', g.tgname, g.tgrelid::regclass)
    from pg_trigger g join pg_class t on t.oid = g.tgrelid join pg_namespace n on n.oid = t.relnamespace
    where not g.tgisinternal and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`);
  for (const { statement } of rows) await client.query(statement);
}

/** A statement that writes one row into a table; every identifier is `id`, every text is `words`. */
export function insertRow(table: Table, { centreId, id, words }: { centreId: string; id: string; words: string }): string {
  const columns = table.columns.filter((column) => !column.isFilledByItself);
  const values = columns.map((column) => (column.name === 'centre_id' ? `'${centreId}'::uuid` : valueOf(column, id, words)));
  return `insert into ${table.name} (${columns.map((column) => `"${column.name}"`).join(', ')}) values (${values.join(', ')})`;
}

function valueOf({ type, kind }: Column, id: string, words: string): string {
  if (kind === 'array') return `'{}'::${type}`;
  if (kind === 'enum') return `(enum_range(null::${type}))[1]`;
  if (type === 'uuid') return `'${id}'::uuid`;
  if (/^(text|character varying|"char"|name|citext)/.test(type)) return `'${words}'`;
  if (type === 'character') return `'x'`;
  if (/^(smallint|integer|bigint|numeric|real|double precision)$/.test(type)) return '1';
  if (type === 'boolean') return 'true';
  if (/^jsonb?$/.test(type)) return `'{"text": "${words}"}'::${type}`;
  if (type === 'date' || /^timestamp/.test(type)) return `'2026-03-02'::${type}`;
  if (/^time/.test(type)) return `'09:00'::${type}`;
  if (type === 'interval') return `'1 day'::interval`;
  if (type === 'bytea') return `'\\x00'::bytea`;
  if (type === 'xid8') return 'pg_current_xact_id()';
  if (/range$/.test(type)) return `'empty'::${type}`;
  if (type === 'inet') return `'127.0.0.1'::inet`;
  if (type === 'tsvector') return `''::tsvector`;
  throw new Error(`no sample value is known for the type ${type}; add one`);
}
