import { inCentre } from '#platform/db/index.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { isUnderWay, STALLED_SECONDS, type RowOutcome } from '../domain/run.ts';
import { findProgress, findRun, listRuns as listRunRows, saveProgress } from '../store/runStore.ts';
import { listRows as listRowLines, type RowLine } from '../store/rowStore.ts';
import type { Run } from '../store/tables.ts';
import type { Tell } from './assessFile.ts';

/** @throws NotFound when the centre has no such file */
export async function getRun(scope: CentreScope, id: string): Promise<Run> {
  const run = await findRun(scope.tx, id);
  if (!run) throw new NotFound('import');
  return run;
}

/** Files of the centre, newest first. */
export async function listRuns(
  scope: CentreScope,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ runs: readonly Run[]; hasMore: boolean }> {
  const runs = await listRunRows(scope.tx, { after, limit: limit + 1 });
  return { runs: runs.slice(0, limit), hasMore: runs.length > limit };
}

export async function listRows(
  scope: CentreScope,
  runId: string,
  { outcome, after, limit }: { outcome: RowOutcome; after?: number | undefined; limit: number },
): Promise<{ rows: readonly RowLine[]; hasMore: boolean }> {
  const rows = await listRowLines(scope.tx, runId, { outcome, after, limit: limit + 1 });
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** How far the work on a file has come. */
export interface HowFar {
  readonly done: number;
  readonly total: number;
  readonly hasFailed: boolean;
  /** Nothing has been heard of it for a while: it may be asked for again. */
  readonly isStalled: boolean;
}
export async function getProgress(scope: CentreScope, run: Run): Promise<HowFar> {
  const known = await findProgress(scope.tx, run.id);
  const seconds = known ? scope.now.since(known.at).total('seconds') : 0;
  return {
    done: known?.done ?? 0,
    total: known?.total ?? 0,
    hasFailed: known?.hasFailed ?? false,
    isStalled: isUnderWay(run.state) && ((known?.hasFailed ?? false) || seconds > STALLED_SECONDS),
  };
}

/** Tells progress beside the transaction of the work, so that others see it before that ends. */
export function progressOf({ world, centre }: CentreScope, runId: string): Tell & { fail(): Promise<void> } {
  let last = 0;
  let known = { done: 0, total: 0 };
  const save = (hasFailed: boolean) =>
    inCentre(world.database, centre.id, (tx) => saveProgress(tx, runId, { ...known, hasFailed, at: world.clock() }));
  const tell = async (done: number, total: number): Promise<void> => {
    const isFirst = known.total === 0;
    known = { done, total };
    // A bar is looked at once or twice a second.
    if (!isFirst && done < total && performance.now() - last < 300) return;
    last = performance.now();
    await save(false);
  };
  return Object.assign(tell, { fail: () => save(true) });
}
