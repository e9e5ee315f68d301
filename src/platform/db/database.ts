import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { makeAdmission, type Admission } from './admission.ts';

/**
 * The database as stores see it. No table is known here: each module narrows it to its own
 * tables with `tablesOf<…>()`, so a store cannot name another module's table by accident.
 */
// Kysely needs some table type; an empty one makes every unlisted table name a type error.
type NoTables = {};
export type Database = Kysely<NoTables>;

/** A transaction bound to one centre by row-level security. Made only by {@link inCentre}. */
export interface CentreTx {
  readonly centreId: string;
  readonly db: Transaction<NoTables>;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

// `date` becomes Temporal.PlainDate and `timestamptz` Temporal.Instant: a legal date is never a moment.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => Temporal.PlainDate.from(text)],
  [pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))],
  [pg.types.builtins.INT8, (text) => Number(text)],
  [pg.types.builtins.NUMERIC, (text) => Number(text)],
]);
const plain = (value: unknown) => value;

/** Type parsers for a pool of ours; pools of libraries (accounts, jobs) keep the driver's own. */
export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: string) => {
    const ours = format === 'binary' ? undefined : parsers.get(oid);
    return ours ?? pg.types.getTypeParser(oid, format as 'text') ?? plain;
  }) as pg.CustomTypesConfig['getTypeParser'],
};

// The driver asks a value for `toPostgres` before falling back to JSON, which would add quotes.
for (const kind of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime] as const) {
  Object.defineProperty(kind.prototype, 'toPostgres', {
    value(this: { toString(): string }) {
      return this.toString();
    },
    configurable: true,
  });
}

/** Opens the database over a pool of the restricted role. */
export function openDatabase(pool: pg.Pool): Database {
  const database = new Kysely<NoTables>({
    dialect: new PostgresDialect({ pool }),
    // Keys inside jsonb columns are ours already and must come back as they went in.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const { max } = pool.options;
  admissions.set(database, makeAdmission(Math.max(1, max - Math.ceil(max / 4))));
  return database;
}

const admissions = new WeakMap<Database, Admission>();
/**
 * Runs work that keeps a connection and may ask for a second one meanwhile. Should such works hold all connections, each
 * would wait for the others, so a quarter of the pool is left to their second ones.
 */
export const admit: (database: Database) => Admission = (database) => admissions.get(database) ?? ((work) => work());

/** Makes a pool with our type parsers. `max` connections, errors of idle ones are the caller's log. */
export function openPool(config: pg.PoolConfig, onIdleError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...config, types: databaseTypes });
  pool.on('error', onIdleError);
  // One lost while it is used makes its next query fail, which says so; without a listener it would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/**
 * Runs `work` in one transaction bound to a centre: policies let it see and write that centre's
 * rows only. The only way to a tenant transaction. `SET LOCAL` rather than `set_config()`: the
 * latter is not propagated to the shards when the schema is distributed by centre.
 * @throws TypeError when `centreId` is not a UUID.
 */
export function inCentre<T>(database: Database, centreId: string, work: (tx: CentreTx) => Promise<T>): Promise<T> {
  if (!uuidPattern.test(centreId)) throw new TypeError('centreId must be a UUID');
  return database.transaction().execute(async (db) => {
    await sql.raw(`SET LOCAL okienko.centre_id = '${centreId}'`).execute(db);
    return work({ centreId, db });
  });
}

/** A tenant transaction narrowed to the tables of one module; only stores call it. */
export function tablesOf<Tables>(tx: CentreTx): Transaction<Tables> {
  return tx.db as unknown as Transaction<Tables>;
}
/** The database without a centre, narrowed to registers that hold no tenant rows. */
export function registersOf<Tables>(database: Database): Kysely<Tables> {
  return database as unknown as Kysely<Tables>;
}
