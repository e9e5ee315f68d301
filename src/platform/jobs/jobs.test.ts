import pg from 'pg';
import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import type { Job, Module } from '#platform/module.ts';
import type { World } from '#platform/world.ts';
import { asOwner, centreA, centreB, closeAtTheEnd, testDatabase } from '#tests/support/database.ts';
import { testWorld } from '#tests/support/world.ts';
import { runDueJobs, runJobEverywhere } from './index.ts';

const module = (job: Job): Module => ({ name: 'test', jobs: [job] });
async function ownerPool(): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: (await testDatabase()).ownerUrl });
  closeAtTheEnd(() => pool.end());
  return pool;
}
async function inA(world: World, work: (scope: CentreScope) => Promise<void>, centre: Centre = centreA): Promise<void> {
  await inCentre(world.database, centre.id, (tx) =>
    work(
      makeScope({
        world,
        tx,
        centre,
        actor: { kind: 'system', task: 'test' },
        now: world.clock(),
        lang: 'pl',
        door: 'test',
        requestId: 'test',
      }),
    ),
  );
}
const eventsOf = (centre: Centre, event: string) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centre.id}'`);
    return (await client.query('select actor_kind, actor_label, door from audit.entry where event = $1', [event])).rows;
  });

test('a job runs in its centre as the program, leaving an audit row, and only if its transaction committed', async () => {
  const ran: string[] = [];
  const job: Job = {
    name: 'test.greet',
    audit: 'test.greeted',
    run: async (scope, payload) => void ran.push(`${scope.centre.slug} ${String(payload['word'])}`),
  };
  const world = await testWorld({ modules: [module(job)] });
  await inA(world, (scope) => scope.enqueue('test.greet', { word: 'hej' }));
  await inA(world, async (scope) => {
    await scope.enqueue('test.greet', { word: 'cofnięte' });
    throw new Error('undo');
  }).catch(() => undefined);
  await runDueJobs(world, await ownerPool());
  expect(ran).toEqual(['jodlowo hej']);
  expect(await eventsOf(centreA, 'test.greeted')).toEqual([
    { actor_kind: 'system', actor_label: 'system:test.greet', door: 'job test.greet' },
  ]);
  expect(await eventsOf(centreB, 'test.greeted')).toEqual([]);
});

test('a failing job leaves nothing behind and stays in the queue', async () => {
  const job: Job = {
    name: 'test.fail',
    audit: 'test.failed',
    run: async (scope) => {
      await scope.audit('test.begun', {});
      throw new Error('not today');
    },
  };
  const world = await testWorld({ modules: [module(job)] });
  await inA(world, (scope) => scope.enqueue('test.fail', {}));
  await runDueJobs(world, await ownerPool());
  expect(await eventsOf(centreA, 'test.begun')).toEqual([]);
  const waiting = await asOwner(
    async (client) =>
      (await client.query(`select attempts, last_error from graphile_worker.jobs where task_identifier = 'test.fail'`)).rows,
  );
  expect(waiting).toEqual([{ attempts: 1, last_error: expect.stringContaining('not today') }]);
});

test('one failing centre does not stop the others', async () => {
  const ran: string[] = [];
  const job: Job = {
    name: 'test.nightly',
    cron: '0 3 * * *',
    audit: 'test.night',
    run: async (scope) => {
      if (scope.centre.slug === 'jodlowo') throw new Error('broken here');
      ran.push(scope.centre.slug);
    },
  };
  const world = await testWorld({ modules: [module(job)] });
  const failures = await runJobEverywhere(world, job);
  expect([...failures.keys()]).toEqual(['jodlowo']);
  expect(ran).toEqual(['lipowo']);
  // By the clock each centre gets a job of its own.
  await asOwner((client) => client.query(`select graphile_worker.add_job('test.nightly', '{}'::json)`));
  await runDueJobs(world, await ownerPool());
  expect(ran).toEqual(['lipowo', 'lipowo']);
});

test('the application may add jobs but not see the queue', async () => {
  const { appUrl } = await testDatabase();
  const client = new pg.Client(appUrl);
  await client.connect();
  try {
    await client.query(`select platform.enqueue('test.any', '{}'::json, null, null)`);
    await expect(client.query('select * from graphile_worker.jobs')).rejects.toThrow(/permission denied/);
    await expect(client.query(`select graphile_worker.add_job('test.any')`)).rejects.toThrow(/permission denied/);
  } finally {
    await client.end();
  }
});
