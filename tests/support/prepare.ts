import pg from 'pg';
import type { Actor } from '#shared/actor.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import { runDueJobs } from '#platform/jobs/index.ts';
import type { World } from '#platform/world.ts';
import { centreA } from './centres.ts';
import { closeAtTheEnd, testDatabase } from './ownDatabase.ts';

/** Does something in a centre before a journey begins, in a transaction that stays. */
export function prepare<T>(world: World, actor: Actor, work: (scope: CentreScope) => Promise<T>, centre: Centre = centreA): Promise<T> {
  return inCentre(world.database, centre.id, (tx) =>
    work(makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' })),
  );
}

let pool: Promise<pg.Pool> | undefined;
/** Runs the jobs that are due, once, as the worker would; resolves when they are done. */
export async function doDueJobs(world: World): Promise<void> {
  pool ??= testDatabase().then(({ ownerUrl }) => {
    const opened = new pg.Pool({ connectionString: ownerUrl });
    closeAtTheEnd(() => opened.end());
    return opened;
  });
  await runDueJobs(world, await pool);
}
