import { parse } from 'csv-parse/sync';
import type pg from 'pg';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean; readonly enum?: readonly string[] };
}
/** A tabular data package: `datapackage.json`. */
export interface TablePackage {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly schema: {
      readonly fields: readonly Field[];
      readonly foreignKeys?: readonly {
        readonly fields: string;
        readonly reference: { readonly resource: string; readonly fields: string };
      }[];
    };
  }[];
}
export interface LoadedPackage {
  readonly rows: ReadonlyMap<string, number>;
  /** What the tables did not take; empty when every row and every reference is in order. */
  readonly faults: readonly string[];
}

const quoted = (name: string) => `"${name.replaceAll('"', '')}"`;
const sqlTypes: Readonly<Record<string, string>> = { number: 'numeric', date: 'date', time: 'timetz', datetime: 'timestamptz' };
const typeOf = ({ type, format }: Field) => (format === 'uuid' ? 'uuid' : (sqlTypes[type] ?? 'text'));

function columnOf(field: Field): string {
  const { required, unique, enum: choices } = field.constraints ?? {};
  const values = choices?.map((choice) => `'${choice.replaceAll("'", "''")}'`).join(', ');
  const check = values === undefined ? '' : ` check (${quoted(field.name)} in (${values}))`;
  return `${quoted(field.name)} ${typeOf(field)}${required ? ' not null' : ''}${unique ? ' unique' : ''}${check}`;
}

/**
 * Makes temporary tables as a package defines them, loads every CSV file and puts the foreign keys on; then undoes it all.
 * @param client a connection that may make temporary tables; nothing of it stays
 * @param read gives the text of a file of the package
 */
export async function loadPackage(
  client: pg.ClientBase,
  definition: TablePackage,
  read: (path: string) => Promise<string>,
): Promise<LoadedPackage> {
  const rows = new Map<string, number>();
  const faults: string[] = [];
  const attempt = async (what: string, statement: string, values: unknown[] = []) => {
    await client.query('savepoint attempt');
    try {
      await client.query(statement, values);
    } catch (error) {
      await client.query('rollback to savepoint attempt');
      faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  await client.query('begin');
  try {
    for (const { name, path, schema } of definition.resources) {
      const table = `pg_temp.${quoted(name)}`;
      await client.query(`create temporary table ${quoted(name)} (${schema.fields.map(columnOf).join(', ')})`);
      // As PostgreSQL reads CSV: an empty place is nothing, quotes with nothing between them are an empty text.
      const cast = (value: string, { quoting }: { quoting: boolean }) => (value === '' && !quoting ? null : value);
      const given: Record<string, string | null>[] = parse(await read(path), { columns: true, cast });
      const names = schema.fields.map((field) => quoted(field.name)).join(', ');
      for (let start = 0; start < given.length; start += batch) {
        const some = given.slice(start, start + batch);
        await attempt(name, `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`, [
          JSON.stringify(some),
        ]);
      }
      rows.set(name, given.length);
    }
    for (const { name, schema } of definition.resources)
      for (const { fields, reference } of schema.foreignKeys ?? [])
        await attempt(
          `${name}.${fields}`,
          `alter table pg_temp.${quoted(name)} add foreign key (${quoted(fields)}) references pg_temp.${quoted(reference.resource)} (${quoted(reference.fields)})`,
        );
  } finally {
    await client.query('rollback');
  }
  return { rows, faults };
}
/** Rows a statement. */
const batch = 1000;
