import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { OperatorError, codeOf } from '#platform/operatorError.ts';

/** A numbered file of `db/migrations`. */
export interface Migration {
  readonly number: number;
  /** File name without its ending, as in `0001_platform`. */
  readonly name: string;
  readonly sql: string;
  /** Of the text with `\n` line ends, in hexadecimal. */
  readonly sha256: string;
}

export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

export interface MigrateOptions {
  /** How to connect as the owner of the tables. */
  readonly connection: pg.ClientConfig;
  /** The folder that holds `roles.sql` and `migrations/`. */
  readonly dbDir: string;
  readonly onApplied?: (migration: Migration, milliseconds: number) => void;
}

/** Any number, the same in every process: only one of them migrates at a time. */
const lockNumber = 0x6d69_6772;

/**
 * Makes the roles and applies what is missing, each file in its own transaction. Safe to call from
 * several processes at once and again.
 * @returns the number of files applied now
 * @throws OperatorError when the database is newer than the files, an applied file was changed, a
 * file fails, or the database cannot be reached.
 */
export async function migrate(options: MigrateOptions): Promise<number> {
  const files = await listMigrations(join(options.dbDir, 'migrations'));
  const roles = await readFile(join(options.dbDir, 'roles.sql'), 'utf8');
  const client = await connectOrExplain(options.connection);
  try {
    await refuseUnsuitable(client);
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    // Read before anything is written: a database of a newer version must stay as it is.
    const applied = await listApplied(client);
    const pending = pendingOf(files, applied);
    await run(client, { name: 'roles.sql', sql: roles });
    if (applied.length === 0) await client.query(bookkeeping);
    for (const migration of pending) {
      const began = performance.now();
      await run(client, migration, migration);
      options.onApplied?.(migration, performance.now() - began);
    }
    return pending.length;
  } finally {
    await client.end();
  }
}

export const oldestServer = 15;

async function refuseUnsuitable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       current_setting('server_encoding') as encoding`,
  );
  const server = rows[0];
  if (!server || server.number < oldestServer * 10_000)
    throw new OperatorError(`The database runs PostgreSQL ${server?.version ?? '?'}; Okienko needs ${oldestServer} or newer.`);
  if (server.encoding !== 'UTF8')
    throw new OperatorError(`The database is encoded in ${server.encoding}; create one with the encoding UTF8 for Okienko.`);
}

/**
 * Compares files and database.
 * @returns the files still to apply, in order
 * @throws OperatorError when the two have parted.
 */
export function pendingOf(files: readonly Migration[], applied: readonly AppliedMigration[]): readonly Migration[] {
  const byNumber = new Map(files.map((file) => [file.number, file]));
  const newest = applied.at(-1)?.number ?? 0;
  for (const done of applied) {
    const file = byNumber.get(done.number);
    if (!file)
      throw new OperatorError(
        `The database was made by a newer Okienko (it has the change ${done.name}, which this version does not know); start the newer version. Nothing was changed.`,
      );
    if (file.sha256 !== done.sha256)
      throw new OperatorError(
        `The file db/migrations/${file.name}.sql differs from the one applied to this database; restore it and put the change into a new file.`,
      );
  }
  const pending = files.filter((file) => !applied.some((done) => done.number === file.number));
  const late = pending.find((file) => file.number < newest);
  if (late)
    throw new OperatorError(
      `The file db/migrations/${late.name}.sql comes before ${String(newest).padStart(4, '0')}, which this database has already; give it the next free number.`,
    );
  return pending;
}

/**
 * Reads the numbered files of a folder in order.
 * @throws OperatorError for a name that is not `NNNN_words.sql` or a number used twice.
 */
export async function listMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const migrations: Migration[] = [];
  for (const name of names) {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (!number) throw new OperatorError(`db/migrations/${name} is not named as in 0001_platform.sql.`);
    if (migrations.at(-1)?.number === number) throw new OperatorError(`Two files of db/migrations have the number ${number}.`);
    // Git may write other line ends on other systems.
    const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    migrations.push({ number, name: name.slice(0, -'.sql'.length), sql, sha256: createHash('sha256').update(sql).digest('hex') });
  }
  return migrations;
}

/** What the database has, in order; empty for a new one. */
export async function listApplied(client: pg.Client | pg.Pool): Promise<readonly AppliedMigration[]> {
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('platform.migration') is not null as there`);
  if (!found[0]?.there) return [];
  const { rows } = await client.query<AppliedMigration>('select number, name, sha256 from platform.migration order by number');
  return rows;
}

const bookkeeping = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    number int primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  );
  grant usage on schema platform to okienko_app;
  grant select on platform.migration to okienko_app;`;

async function run(client: pg.Client, file: { name: string; sql: string }, record?: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.sql);
    if (record)
      await client.query('insert into platform.migration (number, name, sha256) values ($1, $2, $3)', [
        record.number,
        record.name,
        record.sha256,
      ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw explainFailure(error, file);
  }
}

function explainFailure(error: unknown, file: { name: string; sql: string }): unknown {
  if (!(error instanceof pg.DatabaseError)) return explainConnection(error);
  // 53100: disk_full
  if (error.code === '53100' || error.message.includes('No space left on device'))
    return new OperatorError('The disk of the database is full; make room and start again. Nothing was damaged.', { cause: error });
  const line = error.position ? ` in line ${file.sql.slice(0, Number(error.position)).split('\n').length}` : '';
  const hint = error.hint ? ` (${error.hint})` : '';
  return new OperatorError(`The change ${file.name} of the database failed${line}: ${error.message}${hint}. It was undone.`, {
    cause: error,
  });
}

/**
 * Opens one connection.
 * @param setting  the variable that holds the address, for the message
 * @throws OperatorError with a sentence on what is wrong with the address, the login or the server.
 */
export async function connectOrExplain(connection: pg.ClientConfig, setting = 'DATABASE_URL'): Promise<pg.Client> {
  const client = new pg.Client(connection);
  // Without a listener, a connection lost between two queries would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw explainConnection(error, setting);
  }
}

function explainConnection(error: unknown, setting = 'DATABASE_URL'): unknown {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const code = codeOf(cause);
  const words = cause instanceof Error ? cause.message : String(cause);
  if (['28P01', '28000'].includes(code))
    return new OperatorError(`The database refuses the login of ${setting}: ${words}.`, { cause: error });
  if (code === '3D000') return new OperatorError(`The database named in ${setting} does not exist; create it first.`, { cause: error });
  const unreachable = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ECONNRESET',
    'ENOENT',
    '57P03',
  ];
  if (unreachable.includes(code) || /timeout|terminated/i.test(words))
    return new OperatorError(`The database of ${setting} cannot be reached (${words}); check the address and that PostgreSQL runs there.`, {
      cause: error,
    });
  return error instanceof OperatorError
    ? error
    : new OperatorError(`The database of ${setting} cannot be used: ${words}.`, { cause: error });
}
