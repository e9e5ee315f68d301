import { ok, refuse, type Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { planCompanions, planTakingBack, type TakenBack } from '#modules/catalogue/index.ts';
import type { RunState } from '../domain/run.ts';
import { countRowsWithoutArea, fillArea, listRowsAgain, listWritten, namesOfServices } from '../store/rowStore.ts';
import { takeRun, updateRun } from '../store/runStore.ts';
import type { Run } from '../store/tables.ts';
import { getProgress, getRun } from './runs.ts';
import { begin, resume } from './work.ts';

/** The file is in another state than the page showed, or a job holds it. */
export type DecisionRefusal = 'not-now';
type Decided = Promise<Result<{ id: string }, DecisionRefusal>>;

async function inState(scope: CentreScope, runId: string, states: readonly RunState[]): Promise<Run | undefined> {
  await getRun(scope, runId);
  const run = await takeRun(scope.tx, runId);
  return run && states.includes(run.state) ? run : undefined;
}

/**
 * Has the good rows written; broken ones stay out, and rows that come again from a file of broken rows unless they are chosen.
 * @param chosen services that such rows may overwrite
 */
export async function confirmRun(
  scope: CentreScope,
  runId: string,
  chosen: readonly string[] = [],
): Promise<Result<{ id: string }, DecisionRefusal | 'none-chosen'>> {
  const run = await inState(scope, runId, ['checked']);
  if (!run || run.added + run.changed === 0) return refuse('not-now');
  const again = await listRowsAgain(scope.tx, runId);
  if (again.length === run.added + run.changed && !again.some(({ serviceId }) => chosen.includes(serviceId ?? '')))
    return refuse('none-chosen');
  await updateRun(scope.tx, runId, { forced: chosen });
  await begin(scope, runId, 'importing');
  return ok({ id: runId });
}
/** Files the services that a checked file would write without an area of the Act under one. */
export async function chooseArea(scope: CentreScope, runId: string, area: number): Decided {
  const run = await inState(scope, runId, ['checked']);
  if (!run) return refuse('not-now');
  await fillArea(scope.tx, runId, area);
  return ok({ id: runId });
}
/** How many services a checked file would write without one; 0 once it is decided. */
export const countWithoutArea = async (scope: CentreScope, run: Run): Promise<number> =>
  run.state === 'checked' ? countRowsWithoutArea(scope.tx, run.id) : 0;
/** The rows of a checked file that come again from a file of broken rows; none once it is decided. */
export const listAgain = async (scope: CentreScope, run: Run) => (run.state === 'checked' ? listRowsAgain(scope.tx, run.id) : []);
/** Nothing of the file shall be written. */
export async function dropRun(scope: CentreScope, runId: string): Decided {
  const run = await inState(scope, runId, ['uploaded', 'checked']);
  if (!run) return refuse('not-now');
  await updateRun(scope.tx, runId, { state: 'dropped' });
  return ok({ id: runId });
}
/** Has a checked file checked again, as the catalogue is now. */
export async function recheckRun(scope: CentreScope, runId: string): Decided {
  const run = await inState(scope, runId, ['checked']);
  if (!run) return refuse('not-now');
  await begin(scope, runId, 'checking');
  return ok({ id: runId });
}
/** Asks again for work of which nothing has been heard. */
export async function resumeRun(scope: CentreScope, runId: string): Decided {
  const run = await getRun(scope, runId);
  if (!(await getProgress(scope, run)).isStalled) return refuse('not-now');
  await resume(scope, run);
  return ok({ id: runId });
}

/** What taking a file back would do. */
export interface UndoPlan {
  readonly run: Run;
  readonly removed: number;
  readonly restored: number;
  /** Providers and places of a file without services that stay, because something refers to them or somebody changed them. */
  readonly companionsLeft: number;
  /** Whether the file brought no services. */
  readonly isOfCompanions: boolean;
  /** What stays unless it is chosen, in the order of the file. */
  readonly left: readonly { readonly id: string; readonly name: string; readonly because: TakenBack; readonly isNew: boolean }[];
}
/** @throws NotFound when there is no such file */
export async function planUndo(scope: CentreScope, runId: string): Promise<UndoPlan> {
  const run = await getRun(scope, runId);
  const { services, companions } = await listWritten(scope.tx, runId);
  const alone = services.length === 0 ? await planCompanions(scope, companions) : new Map<string, TakenBack>();
  const plan = await planTakingBack(scope, services, run.importedAt ?? run.createdAt);
  const words = [...plan.values(), ...alone.values()];
  const left = services.filter(({ id }) => ['changed-since', 'in-use', 'gone'].includes(plan.get(id) ?? ''));
  const names = await namesOfServices(
    scope.tx,
    runId,
    left.map(({ id }) => id),
  );
  return {
    run,
    removed: words.filter((word) => word === 'removed').length,
    restored: words.filter((word) => word === 'restored').length,
    companionsLeft: [...alone.values()].filter((word) => word === 'changed-since' || word === 'in-use').length,
    isOfCompanions: services.length === 0 && companions.length > 0,
    left: left.map(({ id, before }) => ({ id, name: names.get(id) ?? '', because: plan.get(id) ?? 'gone', isNew: before === null })),
  };
}

/** Has a written file taken back; of what was changed or is used since only what is chosen. */
export async function startUndo(scope: CentreScope, runId: string, chosen: readonly string[]): Decided {
  const run = await inState(scope, runId, ['imported']);
  if (!run) return refuse('not-now');
  const { actor } = scope;
  await updateRun(scope.tx, runId, { forced: chosen, undoneByName: actor.kind === 'user' ? actor.name : null });
  await begin(scope, runId, 'undoing');
  return ok({ id: runId });
}
