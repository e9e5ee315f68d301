import pg from 'pg';
import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { runDueJobs } from '#platform/jobs/index.ts';
import { listServices } from '#modules/catalogue/index.ts';
import { aService } from '#modules/catalogue/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { asOwner, centreA, closeAtTheEnd, testDatabase } from '#tests/support/database.ts';
import { testWorld } from '#tests/support/world.ts';
import { confirmRun, startUndo } from './decide.ts';
import { doWork } from './doWork.ts';
import { getProgress, getRun } from './runs.ts';
import { nameColumns, uploadFile, viewColumns } from './uploadFile.ts';

const head =
  'Lp.;nazwa i zakres;zakres wg ustawy;odpłatność;wykonawca;Telefon;E-mail;Ulica;Kod pocztowy;Miejscowość;Dni;Od godziny;Do godziny';
/** Every fiftieth row has a mistake. */
function bigFile(rows: number): File {
  const lines = Array.from({ length: rows }, (_, index) => {
    const n = index + 1;
    const email = n % 50 === 0 ? 'bez małpy' : `biuro${n}@example.org`;
    return `${n};"Usługa numer ${n}\nPomoc w codziennych sprawach, zakupy i rozmowa.";pomoc społeczna;bezpłatnie;Fundacja ${n % 300};52 ${1_110_000 + n};${email};Leśna ${n % 900};86-050;Jodłowo;pon, śr;8:00;15:30`;
  });
  return new File([[head, ...lines].join('\r\n')], 'usługi.csv');
}

async function openCentre() {
  const world = await testWorld();
  const actor = userWithRole('serviceOrganiser');
  const inA = <T>(work: (scope: CentreScope) => Promise<T>): Promise<T> =>
    inCentre(world.database, centreA.id, (tx) =>
      work(makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' })),
    );
  const check = (file: File): Promise<string> =>
    inA(async (scope) => {
      const done = await uploadFile(scope, file);
      if (!done.ok) throw new Error(done.refusal);
      const view = await viewColumns(scope, done.value.id);
      if (view) await nameColumns(scope, done.value.id, view);
      return done.value.id;
    });
  return { world, inA, check };
}
const told = (services: Awaited<ReturnType<typeof listServices>>) =>
  services.map(({ version: _, updatedAt: __, revision: ___, createdAt: ____, ...service }) => service);

// Ten thousand are for the benchmark; the law is the same.
test('two thousand rows: 40 with mistakes are told, the rest is written at once while others watch, and taken back', async () => {
  const { inA, check } = await openCentre();
  await inA((scope) => aService(scope, 'Usługa numer 7', { keywords: ['dawna'] }));
  const before = told(await inA(listServices));
  const work = (id: string) => inA((scope) => doWork(scope, id));
  const file = bigFile(2000);
  const id = await check(file);
  await work(id);
  expect(await inA((scope) => getRun(scope, id))).toMatchObject({ state: 'checked', added: 1959, changed: 1, unchanged: 0, broken: 40 });
  await inA((scope) => confirmRun(scope, id));
  const seen = new Set<number>();
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      await inA(async (scope) => seen.add((await getProgress(scope, await getRun(scope, id))).done));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await work(id);
  isDone = true;
  await watching;
  expect([...seen].filter((done) => done > 0 && done < 1960).length).toBeGreaterThan(0);
  expect(await inA((scope) => getRun(scope, id))).toMatchObject({ state: 'imported', added: 1959, changed: 1, overtaken: 0 });
  const again = await check(file);
  await work(again);
  expect(await inA((scope) => getRun(scope, again))).toMatchObject({ added: 0, changed: 0, unchanged: 1960, broken: 40 });
  await inA((scope) => startUndo(scope, id, []));
  await work(id);
  expect(await inA((scope) => getRun(scope, id))).toMatchObject({ state: 'undone', removed: 1959, restored: 1, kept: 0 });
  expect(told(await inA(listServices))).toEqual(before);
});

test('a trial waits for nobody who writes, and nobody waits for it', async () => {
  const { inA, check } = await openCentre();
  const id = await check(bigFile(200));
  await inA(async (editor) => {
    await aService(editor, 'Karta w trakcie zapisu');
    // Its transaction is still open: the trial ends all the same.
    await inA((scope) => doWork(scope, id));
  });
  expect(await inA((scope) => getRun(scope, id))).toMatchObject({ state: 'checked', broken: 4 });
  const again = await check(bigFile(200));
  await inA(async (trial) => {
    await doWork(trial, again);
    await inA((editor) => aService(editor, 'Karta zapisana w czasie próby'));
  });
  expect(await inA((scope) => getRun(scope, again))).toMatchObject({ state: 'checked', broken: 4 });
});

test('plans that connections made while each centre had one service do not read all rows for each row', async () => {
  const rows = 1500;
  const { inA, check } = await openCentre();
  const work = (id: string) => inA((scope) => doWork(scope, id));
  const write = async (file: File) => {
    const id = await check(file);
    await work(id);
    await inA((scope) => confirmRun(scope, id));
    await work(id);
    return id;
  };
  const takeBack = async (id: string) => {
    await inA((scope) => startUndo(scope, id, []));
    await work(id);
  };
  const begun = new Set((await inA(listServices)).map(({ id }) => id));
  await asOwner(async (client) => {
    await client.query('begin');
    await client.query(`set local okienko.centre_id = '${centreA.id}'`);
    await client.query('delete from catalogue.service_at_location');
    await client.query('delete from catalogue.service');
    await client.query('delete from catalogue.identity');
    await client.query('commit');
  });
  expect(begun.size).toBeGreaterThan(0);
  await write(bigFile(1));
  await asOwner((client) => client.query('vacuum analyze'));
  for (let time = 0; time < 8; time += 1) await takeBack(await write(bigFile(2)));
  const read = async () => {
    // What a connection has read is counted within a second of its rest.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await inA(listServices);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return asOwner(async (client) => {
      const found = await client.query<{ read: string }>(
        `select sum(i.idx_tup_read + t.seq_tup_read) as read from pg_stat_user_tables t join
          (select relid, sum(idx_tup_read) as idx_tup_read from pg_stat_user_indexes group by relid) i using (relid) where t.schemaname = 'catalogue'`,
      );
      return Number(found.rows[0]?.read ?? Number.NaN);
    });
  };
  const before = await read();
  await takeBack(await write(bigFile(rows)));
  expect(((await read()) - before) / rows).toBeLessThan(200);
});

test('a job that is killed in the middle leaves nothing; tried again it writes everything once', async () => {
  const { world, inA, check } = await openCentre();
  const pool = new pg.Pool({ connectionString: (await testDatabase()).ownerUrl });
  closeAtTheEnd(() => pool.end());
  const count = async () => (await inA(listServices)).filter(({ name }) => name.startsWith('Usługa numer')).length;
  const begun = await count();
  const id = await check(bigFile(1500));
  await inA((scope) => doWork(scope, id));
  await inA((scope) => confirmRun(scope, id));
  const { added } = await inA((scope) => getRun(scope, id));
  // The connection of the job is cut as soon as its first batch is seen from outside.
  const cut = (async () => {
    for (;;) {
      const { done } = await inA(async (scope) => getProgress(scope, await getRun(scope, id)));
      if (done > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await asOwner((client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state <> 'idle' and query ilike '%catalogue%' and pid <> pg_backend_pid()`,
      ),
    );
  })();
  const broken = await inA((scope) => doWork(scope, id)).then(
    () => false,
    () => true,
  );
  await cut;
  expect(broken).toBe(true);
  expect(await inA((scope) => getRun(scope, id))).toMatchObject({ state: 'importing' });
  expect(await count()).toBe(begun);
  // Two jobs for one file, as after a start of the program: one of them finds nothing to do.
  await Promise.all([inA((scope) => doWork(scope, id)), runDueJobs(world, pool)]);
  expect(await count()).toBe(begun + added);
  await inA((scope) => doWork(scope, id));
  expect(await count()).toBe(begun + added);
});
