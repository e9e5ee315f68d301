import pg from 'pg';
import type { Actor } from '#shared/actor.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import { runDueJobs } from '#platform/jobs/index.ts';
import type { World } from '#platform/world.ts';
import { centreA } from './centres.ts';
import { testDatabase } from './ownDatabase.ts';
import { closeAtTheEnd, oncePerFile } from './perFile.ts';

/** Does something in a centre before a journey begins, in a transaction that stays. */
export function prepare<T>(world: World, actor: Actor, work: (scope: CentreScope) => Promise<T>, centre: Centre = centreA): Promise<T> {
  return inCentre(world.database, centre.id, (tx) =>
    work(makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' })),
  );
}

const workerPool = oncePerFile(async () => {
  const pool = new pg.Pool({ connectionString: (await testDatabase()).ownerUrl });
  closeAtTheEnd(() => pool.end());
  return pool;
});
/** Runs the jobs that are due, once, as the worker would; resolves when they are done. */
export async function doDueJobs(world: World): Promise<void> {
  await runDueJobs(world, await workerPool());
}
