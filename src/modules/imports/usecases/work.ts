import { inCentre } from '#platform/db/index.ts';
import { listOpenCentres, makeScope, type CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { saveProgress, listRunsUnderWay, updateRun } from '../store/runStore.ts';
import type { Run } from '../store/tables.ts';

/** The job that does what a state waits for. */
export const WORK = 'imports.work';
type Working = 'checking' | 'importing' | 'undoing';

/** Puts a file into the hands of a job. */
export async function begin(scope: CentreScope, runId: string, state: Working): Promise<void> {
  await updateRun(scope.tx, runId, { state });
  await saveProgress(scope.tx, runId, { done: 0, total: 0, at: scope.now });
  await ask(scope, runId, state);
}

/** Asks for the work again, when nothing has been heard of it. Two jobs for one file do no harm: one of them finds it taken. */
export async function resume(scope: CentreScope, { id, state }: Run): Promise<void> {
  await saveProgress(scope.tx, id, { done: 0, total: 0, at: scope.now });
  await ask(scope, id, state as Working);
}
const ask = (scope: CentreScope, runId: string, state: Working): Promise<void> =>
  scope.enqueue(WORK, { runId }, { key: `${WORK}:${runId}:${state}` });

/** Asks again for work that a stopped program has left. */
export async function resumeAll(world: World): Promise<void> {
  for (const centre of await listOpenCentres(world.database)) {
    await inCentre(world.database, centre.id, async (tx) => {
      const actor = { kind: 'system', task: WORK } as const;
      const scope = makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'start', requestId: WORK });
      for (const { id, state } of await listRunsUnderWay(tx)) await ask(scope, id, state as Working);
    });
  }
}
