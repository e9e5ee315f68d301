import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asOwner, testDatabase } from '#tests/support/database.ts';
import { listMigrations, migrate } from './migrate.ts';

let folder = '';
let url = '';
const name = `migrate_${process.pid}`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okienko-migrate-'));
  await mkdir(join(folder, 'migrations'));
  await write({ '../roles.sql': 'select 1', '0001_first.sql': 'create schema shop; create table shop.item (id int primary key);' });
  await asOwner((owner) => owner.query(`create database ${name}`));
  url = Object.assign(new URL((await testDatabase()).ownerUrl), { pathname: `/${name}` }).href;
});
afterEach(async () => {
  await asOwner((owner) => owner.query(`drop database ${name} with (force)`));
  await rm(folder, { recursive: true });
});

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, sql] of Object.entries(files)) await writeFile(join(folder, 'migrations', file), sql);
}
const run = () => migrate({ connection: { connectionString: url }, dbDir: folder });

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrating', () => {
  it('applies what is missing, in order, once', async () => {
    await write({ '0002_second.sql': 'alter table shop.item add name text;' });
    expect(await run()).toBe(2);
    expect(await run()).toBe(0);
    await write({ '0010_tenth.sql': 'insert into shop.item values (1, $$one$$);' });
    expect(await run()).toBe(1);
    expect(await query('select id, name from shop.item')).toEqual([{ id: 1, name: 'one' }]);
    expect(await query('select number from platform.migration order by number')).toEqual([{ number: 1 }, { number: 2 }, { number: 10 }]);
  });

  it('applies each file once when several processes start together', async () => {
    await write({ '0002_second.sql': 'select pg_sleep(0.2); insert into shop.item values (1);' });
    const counts = await Promise.all([run(), run(), run()]);
    expect(counts.toSorted()).toEqual([0, 0, 2]);
  });

  it('undoes a file that fails, keeps those before it, and says where', async () => {
    await write({ '0002_second.sql': 'create table shop.other ();\n\nselect wrong;' });
    await expect(run()).rejects.toThrow(/0002_second of the database failed in line 3: column "wrong" does not exist/);
    expect(await query(`select to_regclass('shop.item') is not null as item, to_regclass('shop.other') is not null as other`)).toEqual([
      { item: true, other: false },
    ]);
  });

  it('touches nothing in a database of a newer version', async () => {
    await run();
    await query(`insert into platform.migration values (9999, '9999_future', 'x')`);
    await write({ '0002_second.sql': 'create table shop.other ();', '../roles.sql': 'create schema roles_ran' });
    await expect(run()).rejects.toThrow(/made by a newer Okienko .*9999_future.*Nothing was changed/);
    expect(await query(`select nspname from pg_namespace where nspname = 'roles_ran'`)).toEqual([]);
  });

  it('refuses a file that was changed after it was applied, but not other line ends', async () => {
    await write({ '0002_second.sql': 'select 1;\nselect 2;\n' });
    await run();
    await write({ '0002_second.sql': 'select 1;\r\nselect 2;\r\n' });
    expect(await run()).toBe(0);
    await write({ '0002_second.sql': 'select 3;' });
    await expect(run()).rejects.toThrow(/0002_second.sql differs from the one applied/);
  });

  it('refuses a new file that comes before one already applied', async () => {
    await write({ '0005_fifth.sql': 'select 1;' });
    await run();
    await write({ '0003_third.sql': 'select 1;' });
    await expect(run()).rejects.toThrow(/0003_third.sql comes before 0005/);
  });
});

describe('the files', () => {
  it('are named with four digits and words, each number once', async () => {
    await write({ '2_second.sql': '' });
    await expect(listMigrations(join(folder, 'migrations'))).rejects.toThrow('2_second.sql is not named');
    await rm(join(folder, 'migrations', '2_second.sql'));
    await write({ '0001_again.sql': '' });
    await expect(listMigrations(join(folder, 'migrations'))).rejects.toThrow('Two files of db/migrations have the number 1');
  });
});

describe('an address that does not work', () => {
  it.each([
    ['postgres://someone@127.0.0.1:1/okienko', /cannot be reached .*ECONNREFUSED/],
    ['postgres://someone@nowhere.invalid/okienko', /cannot be reached .*(ENOTFOUND|EAI_AGAIN)/],
  ])('%s is one sentence', async (connectionString, words) => {
    await expect(migrate({ connection: { connectionString }, dbDir: folder })).rejects.toThrow(words);
  });

  it('a wrong password and a missing database are one sentence each', async () => {
    const wrong = Object.assign(new URL(url), { password: 'wrong' }).href;
    await expect(migrate({ connection: { connectionString: wrong }, dbDir: folder })).rejects.toThrow(/refuses the login/);
    const missing = Object.assign(new URL(url), { pathname: '/nothing' }).href;
    await expect(migrate({ connection: { connectionString: missing }, dbDir: folder })).rejects.toThrow(/does not exist; create it first/);
  });
});
