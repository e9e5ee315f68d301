import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import { findBinaries } from './embedded/binaries.ts';
import { initialise } from './embedded/initialise.ts';
import { clusterOf, preparePlace, type Passwords, type Place } from './embedded/place.ts';
import { AlreadyStarting, findPostmaster, launch, reasonOf, stopPostmaster, type Launched } from './embedded/postmaster.ts';

export interface EmbeddedOptions {
  /** Absolute folder; made when missing, closed to other users. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /**
   * Whether the cluster may lie outside `dataDir` when root's unprivileged account cannot enter it.
   * Default true; false where the operator has chosen the folder.
   */
  readonly mayMove?: boolean;
  /** False gives up safety against power cuts for speed; for tests. Default true. */
  readonly isDurable?: boolean;
  /** Use the server of another process when one runs on the folder already. Default false: refuse. */
  readonly mayJoin?: boolean;
}

/** A running embedded PostgreSQL with the database `okienko`. */
export interface Embedded {
  /** Login of the owner of the tables: no superuser, may create databases and roles. */
  readonly url: string;
  /** Login of the restricted role `okienko_app`. */
  readonly appUrl: string;
  /** Resolves with a sentence when the server ends without having been asked to. */
  readonly failed: Promise<OperatorError>;
  /** Closes every connection and stops the server; does nothing to a server that was only joined. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, making the cluster the first time. A server left over from a
 * killed process is stopped first and its data recovered.
 * @throws OperatorError when the folder is in use, unreachable, full or of another version.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log, mayMove = true, isDurable = true, mayJoin = false } = options;
  const place = await preparePlace(dataDir, mayMove);
  const binaries = await findBinaries(place.account);
  if (await initialise(place, binaries, isDurable)) {
    log(`database created in ${place.clusterDir}`);
    if (place.account) log(`it runs as "${place.account.name}", because PostgreSQL does not run as root`);
  }
  for (;;) {
    const found = await takeOver(place, mayJoin, log);
    if (found) return found;
    try {
      const server = await launch(place, binaries, isDurable);
      return await own(place, server);
    } catch (error) {
      if (!(error instanceof AlreadyStarting)) throw error;
      await sleep(200);
    }
  }
}

/** Whether a database has ever been made for a data folder. */
export async function hasEmbedded(dataDir: string): Promise<boolean> {
  const clusterDir = await clusterOf(dataDir).catch(() => dataDir);
  return stat(clusterDir).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );
}

/**
 * Deals with a server that runs already. The process that owns it holds a lock inside it, which a
 * killed process loses with its connection: so a server whose lock is free is an orphan.
 */
async function takeOver(place: Place, mayJoin: boolean, log: (line: string) => void): Promise<Embedded | undefined> {
  const running = await findPostmaster(place.clusterDir);
  if (!running) return undefined;
  const client = await connectPatiently(place, running.port);
  if (!client) return undefined;
  try {
    for (let attempt = 1; !(await tryLock(client)); attempt++) {
      if (mayJoin) return { ...urlsOf(place.passwords, running.port), failed: new Promise(() => {}), stop: async () => {} };
      if (attempt === 10)
        throw new OperatorError(
          `Okienko is already running on ${place.dataDir}${await describeOwner(client)}; stop it first or choose another OKIENKO_DATA_DIR.`,
        );
      await sleep(100);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
  log('found a database that a killed process had left running; stopping it to start cleanly');
  await stopPostmaster(place.clusterDir, running.pid);
  return undefined;
}

/** Undefined when the server ended while it was being asked. */
async function connectPatiently(place: Place, port: number): Promise<pg.Client | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect(place.passwords, port);
    } catch (error) {
      if (!(await findPostmaster(place.clusterDir))) return undefined;
      if (attempt === 100)
        throw new OperatorError(`A database runs on ${place.clusterDir} and does not answer; its log is ${place.logFile}.`, {
          cause: error,
        });
      await sleep(200);
    }
  }
}

async function own(place: Place, server: Launched): Promise<Embedded> {
  const client = await connect(place.passwords, server.port);
  let isStopping = false;
  // The server may end at any time; `failed` tells, this connection has nothing to add.
  client.on('error', () => undefined);
  if (!(await tryLock(client))) {
    await client.end();
    throw new AlreadyStarting();
  }
  try {
    await prepareDatabase(client, place.passwords);
  } catch (error) {
    await stopPostmaster(place.clusterDir, server.pid);
    const words = error instanceof Error ? error.message : String(error);
    throw words.includes('No space left') ? reasonOf(words, place) : error;
  }
  return {
    ...urlsOf(place.passwords, server.port),
    failed: new Promise((resolve) => {
      void server.ended.then((words) => {
        if (!isStopping) resolve(reasonOf(words, place));
      });
    }),
    stop: async () => {
      isStopping = true;
      await waitUntilAlone(client);
      await client.end().catch(() => undefined);
      await stopPostmaster(place.clusterDir, server.pid);
    },
  };
}

/** The driver reports a pool as closed a moment before its connections are; cut off, they would complain. */
async function waitUntilAlone(client: pg.Client): Promise<void> {
  const others = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  for (let attempt = 0; attempt < 40; attempt++) {
    const result = await client.query(others).catch(() => undefined);
    if (!result?.rowCount) return;
    await sleep(25);
  }
}

const lockNumber = 0x6f6b_6965;

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockNumber]);
  return rows[0]?.taken === true;
}

async function describeOwner(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid) where locktype = 'advisory' and objid = $1 and granted`,
    [lockNumber],
  );
  const pid = /\d+$/.exec(rows[0]?.name ?? '')?.[0];
  return pid ? ` (process ${pid})` : '';
}

async function connect(passwords: Passwords, port: number): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: passwords.superuser,
    database: 'postgres',
    application_name: `okienko ${process.pid}`,
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  return client;
}

/** Makes the logins and the database, or brings their passwords in line; safe to repeat. */
async function prepareDatabase(client: pg.Client, passwords: Passwords): Promise<void> {
  const has = async (query: string): Promise<boolean> => (await client.query(query)).rowCount === 1;
  for (const [role, password, rights] of [
    ['okienko', passwords.owner, 'createdb createrole'],
    ['okienko_app', passwords.app, 'nocreatedb nocreaterole'],
  ] as const) {
    const verb = (await has(`select from pg_roles where rolname = '${role}'`)) ? 'alter' : 'create';
    await client.query(`${verb} role ${role} login nosuperuser nobypassrls ${rights} password ${client.escapeLiteral(password)}`);
  }
  await client.query('grant okienko_app to okienko with admin option');
  if (!(await has(`select from pg_database where datname = 'okienko'`))) await client.query('create database okienko owner okienko');
}

function urlsOf(passwords: Passwords, port: number): Pick<Embedded, 'url' | 'appUrl'> {
  return {
    url: `postgres://okienko:${passwords.owner}@127.0.0.1:${port}/okienko`,
    appUrl: `postgres://okienko_app:${passwords.app}@127.0.0.1:${port}/okienko`,
  };
}
