import { newId } from '#shared/uuid.ts';
import { inCentre } from '#platform/db/index.ts';
import { findCentreById, listOpenCentres, makeScope, type Centre } from '#platform/http/index.ts';
import type { Job } from '#platform/module.ts';
import type { World } from '#platform/world.ts';

type Payload = Readonly<Record<string, unknown>>;

/**
 * Runs a job once for one centre: one transaction bound to it, a scope whose actor is the program, and
 * the audit row in the same transaction. A centre that is closed or gone has nothing to run.
 * @throws whatever the job throws; then nothing of it stays
 */
export async function runJob(world: World, job: Job, payload: Payload): Promise<void> {
  const centre = await findCentreById(world.database, String(payload['centreId']));
  if (centre) await runFor(world, job, centre, payload);
}

/**
 * Runs a job for every open centre, one after another.
 * @returns what failed, by the centre's address; the others are done all the same
 */
export async function runJobEverywhere(world: World, job: Job): Promise<ReadonlyMap<string, unknown>> {
  const failures = new Map<string, unknown>();
  for (const centre of await listOpenCentres(world.database)) {
    try {
      await runFor(world, job, centre, { centreId: centre.id });
    } catch (thrown) {
      failures.set(centre.slug, thrown);
    }
  }
  return failures;
}

async function runFor(world: World, job: Job, centre: Centre, payload: Payload): Promise<void> {
  const actor = { kind: 'system', task: job.name } as const;
  await inCentre(world.database, centre.id, async (tx) => {
    const scope = makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: `job ${job.name}`, requestId: newId() });
    await job.run(scope, payload);
    if (typeof job.audit === 'string') await scope.audit(job.audit, {});
  });
}
