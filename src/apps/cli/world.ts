import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { makeListen, openDatabase, openPool } from '#platform/db/index.ts';
import { startEmbedded, type Embedded } from '#platform/db/embedded.ts';
import { connectOrExplain, listMigrations, migrate, type Migration } from '#platform/db/migrate.ts';
import { appPoolConfig, ownerPoolConfig, type DatabaseAddress } from '#platform/db/poolConfig.ts';
import { installJobSchema } from '#platform/jobs/index.ts';
import { openMailer } from '#platform/mail/mailer.ts';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import type { World } from '#platform/world.ts';
import { authenticate, openAccounts } from '#modules/accounts/index.ts';
import { modules } from '#apps/modules.ts';
import { makeLog } from '#platform/log.ts';
import { projectDir, type Config } from '../../config.ts';
import { servedAssets } from '#apps/web/assets.ts';

/** The world of one process together with what must be closed at its end. */
export interface OpenedWorld {
  readonly world: World;
  readonly config: Config;
  readonly address: DatabaseAddress;
  /** Owner of the tables; for administration only. */
  readonly ownerPool: pg.Pool;
  /** The restricted role, with our type parsers. */
  readonly appPool: pg.Pool;
  close(): Promise<void>;
}

/** A database that answers, not yet migrated. */
export interface OpenedDatabase {
  readonly address: DatabaseAddress;
  /** Present when this process runs the embedded database. */
  readonly embedded: Embedded | undefined;
  close(): Promise<void>;
}

export const dbDir = join(projectDir, 'db');

/**
 * Opens the database of the settings: the operator's own, or the embedded one.
 * @param mayJoin  whether an embedded database that another process runs may be used
 */
export async function openAddress(config: Config, mayJoin: boolean, note: (line: string) => void): Promise<OpenedDatabase> {
  if (config.databaseUrl !== undefined)
    return {
      address: { databaseUrl: config.databaseUrl, appDatabaseUrl: config.appDatabaseUrl },
      embedded: undefined,
      close: async () => {},
    };
  const embedded = await startEmbedded({ dataDir: config.dataDir, mayMove: !config.isDataDirChosen, mayJoin, log: note });
  return { address: { databaseUrl: embedded.url, appDatabaseUrl: embedded.appUrl }, embedded, close: () => embedded.stop() };
}

/** Brings the schema up to date. */
export async function migrateAddress(
  address: DatabaseAddress,
  onApplied: (migration: Migration, milliseconds: number) => void,
): Promise<number> {
  const applied = await migrate({ connection: ownerPoolConfig(address), dbDir, onApplied });
  await installJobSchema(ownerPoolConfig(address));
  return applied;
}

/** Makes the world over a migrated database. Closing it does not stop the database. */
export async function makeWorld(config: Config, address: DatabaseAddress, publicUrl: string): Promise<OpenedWorld> {
  const log = makeLog(config.logLevel);
  const onIdleError = (error: Error): void => log.warn({ error: error.message }, 'an idle database connection was lost');
  const ownerPool = openPool(ownerPoolConfig(address), onIdleError);
  const appPool = openPool(appPoolConfig(address), onIdleError);
  const database = openDatabase(appPool);
  const { isDemo } = config;
  const secret = config.secret ?? (await keepSecret(config.dataDir));
  const accounts = openAccounts({ connection: appPoolConfig(address), database, publicUrl, secret, isDemo, oidc: config.oidc, log });
  const mailer = config.smtpUrl === undefined ? null : openMailer({ smtpUrl: config.smtpUrl, publicUrl });
  const close = async (): Promise<void> => {
    mailer?.close();
    await Promise.all([accounts.close(), ownerPool.end(), appPool.end()]);
  };
  try {
    await refuseUnrestricted(address);
    const world: World = {
      database,
      listen: makeListen(appPoolConfig(address), (error) =>
        log.warn({ error: error.message }, 'the listening database connection was lost'),
      ),
      log,
      clock: () => Temporal.Now.instant(),
      secret,
      publicUrl,
      isDemo,
      // Built only by a process that serves pages.
      get assets() {
        return servedAssets().links;
      },
      filesDir: join(config.dataDir, 'files'),
      mailer,
      modules,
      newestMigration: (await listMigrations(join(dbDir, 'migrations'))).at(-1)?.number ?? 0,
      authenticate: (request, centre) => authenticate({ accounts, database, isDemo }, request, centre),
    };
    await mkdir(world.filesDir, { recursive: true, mode: 0o700 });
    return { world, config, address, ownerPool, appPool, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens everything a verb needs, migrated; closing it closes all. */
export async function openWorld(config: Config, note: (line: string) => void): Promise<OpenedWorld> {
  const database = await openAddress(config, true, note);
  try {
    await migrateAddress(database.address, (migration) => note(`database: ${migration.name}`));
    const opened = await makeWorld(config, database.address, config.publicUrl);
    return {
      ...opened,
      close: async () => {
        await opened.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Row-level security is no protection from a login that stands above it, so such a login does not serve. */
async function refuseUnrestricted(address: DatabaseAddress): Promise<void> {
  const client = await connectOrExplain(appPoolConfig(address), address.appDatabaseUrl ? 'OKIENKO_APP_DATABASE_URL' : 'DATABASE_URL');
  const { rows } = await client.query<{ name: string; isFree: boolean; ownsTables: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls as "isFree",
       exists (select from pg_class where relowner = pg_roles.oid) as "ownsTables"
     from pg_roles where rolname = current_user`,
  );
  await client.end();
  const role = rows[0];
  if (!role || role.isFree || role.ownsTables)
    throw new OperatorError(
      `The application would work as "${role?.name ?? '?'}", which ${role?.isFree ? 'may bypass row-level security' : 'owns tables'}; OKIENKO_APP_DATABASE_URL must name a login without such rights.`,
    );
}

/** The generated secret of a demonstration, the same at every start. */
async function keepSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  const read = async (): Promise<string> => (await readFile(path, 'utf8')).trim();
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    // A link appears whole and never replaces the secret that another process has made.
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return read();
}
