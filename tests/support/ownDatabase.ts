import { setTimeout as pause } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, openPool, type Database } from '#platform/db/index.ts';
import { recordOutput } from './output.ts';
import { closeAtTheEnd, oncePerFile } from './perFile.ts';

/** A database of one test file, copied from the migrated template and dropped at the end. */
export interface TestDatabase {
  readonly name: string;
  /** As the restricted role, the way the product works. */
  readonly database: Database;
  /** Login of the restricted role. */
  readonly appUrl: string;
  /** Login of the owner of the tables; for looking at the catalogue and for attacks. */
  readonly ownerUrl: string;
}

/** The database of the running test file; made when first asked for. */
export const testDatabase = oncePerFile(async (): Promise<TestDatabase> => {
  const { url, appUrl } = inject('postgres');
  if (!url) throw new Error("this test file needs a database: it must itself import from '#tests/support/…'");
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(url, `create database ${name} template ${new URL(url).pathname.slice(1)} strategy file_copy`);
  const ours = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href;
  const pool = openPool({ connectionString: ours(appUrl), max: 10 }, (error) => recordOutput(`idle connection: ${error.message}`));
  closeAtTheEnd(async () => {
    await pool.end();
    await dropDatabase(url, name);
  });
  return { name, database: openDatabase(pool), appUrl: ours(appUrl), ownerUrl: ours(url) };
});

/** A worker of the server itself may be cleaning up in the database for a moment; only a superuser may send it away. */
async function dropDatabase(url: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await administer(url, `drop database ${name} with (force)`);
    } catch (error) {
      const isBusy = error instanceof pg.DatabaseError && (error.code === '42501' || error.code === '55006');
      if (!isBusy || attempt === 20) throw error;
      await pause(250);
    }
  }
}

/** Runs one statement as the owner, outside any transaction, on the maintenance database. */
async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Runs work as the owner of the tables, for looking behind the product's back. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client((await testDatabase()).ownerUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
