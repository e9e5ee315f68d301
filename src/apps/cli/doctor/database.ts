import { join } from 'node:path';
import type pg from 'pg';
import { connectOrExplain, listApplied, listMigrations, oldestServer, pendingOf } from '#platform/db/migrate.ts';
import { appPoolConfig, ownerPoolConfig, type DatabaseAddress } from '#platform/db/poolConfig.ts';
import { dbDir } from '../world.ts';
import { check, type Check } from './check.ts';

/**
 * What the database says about itself; reads only.
 * @throws OperatorError when it cannot be reached.
 */
export async function checkDatabase(address: DatabaseAddress, isEmbedded: boolean): Promise<readonly Check[]> {
  const owner = await connectOrExplain(ownerPoolConfig(address));
  try {
    return [
      await checkVersion(owner, isEmbedded),
      await checkEncoding(owner),
      await checkCollation(owner),
      await checkMigrations(owner),
      ...(await checkRestrictedRole(address)),
    ];
  } finally {
    await owner.end();
  }
}

async function one<Row extends pg.QueryResultRow>(client: pg.Client, query: string): Promise<Row | undefined> {
  return (await client.query<Row>(query)).rows[0];
}

async function checkVersion(client: pg.Client, isEmbedded: boolean): Promise<Check> {
  const row = await one<{ number: number; text: string }>(
    client,
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  );
  const found = `PostgreSQL ${row?.text ?? '?'}${isEmbedded ? ', embedded' : ''}`;
  if (Math.floor((row?.number ?? 0) / 10_000) >= oldestServer) return check('ok', 'database', found);
  return check('fail', 'database', found, `Okienko needs PostgreSQL ${oldestServer} or newer.`);
}

async function checkEncoding(client: pg.Client): Promise<Check> {
  const row = await one<{ encoding: string }>(client, `select current_setting('server_encoding') as encoding`);
  if (row?.encoding === 'UTF8') return check('ok', 'letters', 'UTF-8');
  return check('fail', 'letters', `the database is encoded in ${row?.encoding ?? '?'}`, 'Create the database with the encoding UTF8.');
}

async function checkCollation(client: pg.Client): Promise<Check> {
  const row = await one<{ there: boolean }>(client, `select exists (select from pg_collation where collname = 'pl-x-icu') as there`);
  if (row?.there) return check('ok', 'sorting', 'Polish order is available');
  return check('fail', 'sorting', 'the collation "pl-x-icu" is missing', 'Use a PostgreSQL built with ICU.');
}

async function checkMigrations(client: pg.Client): Promise<Check> {
  try {
    const pending = pendingOf(await listMigrations(join(dbDir, 'migrations')), await listApplied(client));
    if (pending.length === 0) return check('ok', 'schema', 'up to date');
    return check('fail', 'schema', `${pending.length} changes are missing`, 'Run: ./okienko migrate');
  } catch (error) {
    return check('fail', 'schema', error instanceof Error ? error.message : String(error));
  }
}

/** Row-level security holds only for a login that stands below it, so this is looked at as that login. */
async function checkRestrictedRole(address: DatabaseAddress): Promise<readonly Check[]> {
  const name = 'restricted login';
  let client: pg.Client;
  try {
    client = await connectOrExplain(appPoolConfig(address), address.appDatabaseUrl ? 'OKIENKO_APP_DATABASE_URL' : 'DATABASE_URL');
  } catch (error) {
    const todo = address.appDatabaseUrl ? 'Correct OKIENKO_APP_DATABASE_URL.' : 'Run: ./okienko migrate';
    return [check('fail', name, error instanceof Error ? error.message : String(error), todo)];
  }
  try {
    const row = await one<{ name: string; session: string; superuser: boolean; bypass: boolean; owned: number; sessionFree: boolean }>(
      client,
      `select r.rolname as name, session_user as session, r.rolsuper as superuser, r.rolbypassrls as bypass,
         (select count(*)::int from pg_class where relowner = r.oid) as owned,
         (select s.rolsuper or s.rolbypassrls or exists (select from pg_class where relowner = s.oid)
            from pg_roles s where s.rolname = session_user) as "sessionFree"
       from pg_roles r where r.rolname = current_user`,
    );
    if (!row) return [check('fail', name, 'the database does not say who is logged in')];
    const faults = [
      ...(row.superuser ? ['is a superuser'] : []),
      ...(row.bypass ? ['may bypass row-level security'] : []),
      ...(row.owned > 0 ? [`owns ${row.owned} tables or indexes`] : []),
    ];
    if (faults.length > 0)
      return [
        check(
          'fail',
          name,
          `"${row.name}" ${faults.join(' and ')}`,
          'Give the application a login of the role okienko_app alone (OKIENKO_APP_DATABASE_URL).',
        ),
      ];
    if (row.sessionFree)
      return [
        check(
          'warn',
          name,
          `"${row.name}", reached by switching from "${row.session}", which has more rights`,
          'A login of its own is safer: alter role okienko_app login password …; then set OKIENKO_APP_DATABASE_URL.',
        ),
      ];
    return [check('ok', name, `"${row.name}" owns nothing and cannot pass row-level security`)];
  } finally {
    await client.end();
  }
}
