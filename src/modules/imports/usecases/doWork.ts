import type { Actor } from '#shared/actor.ts';
import type { CentreScope } from '#platform/http/index.ts';
import {
  holdVersions,
  planCompanions,
  takeBackServices,
  writeCompanionsTraced,
  writeServicesTraced,
  type CompanionRecord,
  type ServiceRecord,
  type TakenBack,
  type WrittenCompanion,
} from '#modules/catalogue/index.ts';
import type { RowOutcome } from '../domain/run.ts';
import { listRowsAgain, listRowsToWrite, listWritten, markOvertaken, markTakenBack, markWritten, replaceRows } from '../store/rowStore.ts';
import { findContent, takeRun, updateRun } from '../store/runStore.ts';
import type { Run } from '../store/tables.ts';
import { assessFile, type Tell } from './assessFile.ts';
import { unpackContent } from './openFile.ts';
import { progressOf } from './runs.ts';

/** Notes of a file that are kept; a file without areas has one a row. */
const mostNotes = 200;

/**
 * Does what the state of a file waits for, in the transaction of the scope: nothing of it stays when it is broken off, and
 * doing it again finds the same beginning. A file that another job holds, or that waits for nothing, is left alone.
 */
export async function doWork(scope: CentreScope, runId: string): Promise<void> {
  const run = await takeRun(scope.tx, runId);
  if (!run) return;
  const tell = progressOf(scope, runId);
  const named = inTheNameOf(scope, run);
  try {
    if (run.state === 'checking') await checkRun(named, run, tell);
    if (run.state === 'importing') await writeRun(named, run, tell);
    if (run.state === 'undoing') await undoRun(named, run, tell);
  } catch (thrown) {
    await tell.fail();
    throw thrown;
  }
}

/** Versions of services name the person who decided; the audit row says that the program wrote. */
function inTheNameOf(scope: CentreScope, { startedBy, startedByName, undoneByName, state }: Run): CentreScope {
  const userId = /^user:(.+)$/.exec(startedBy)?.[1];
  const name = state === 'undoing' ? undoneByName : startedByName;
  if (scope.actor.kind === 'user' || userId === undefined || name === null) return scope;
  const actor: Actor = { kind: 'user', userId, name, roles: [], providerId: null, isStrong: false };
  return { ...scope, actor };
}

/** Finds out what each row would do, and keeps it for the report. */
export async function checkRun(scope: CentreScope, run: Run, tell: Tell): Promise<void> {
  const packed = await findContent(scope.tx, run.id);
  if (!packed) return updateRun(scope.tx, run.id, { state: 'dropped' });
  const { rows, notes } = await assessFile(scope, await unpackContent(packed), { ...run, doubts: 'broken' }, tell);
  await replaceRows(scope.tx, run.id, rows);
  const count = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
  await updateRun(scope.tx, run.id, {
    state: 'checked',
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    broken: count('broken'),
    overtaken: 0,
    notes: notes.slice(0, mostNotes).map(({ row, note }) => ({ row, note })),
    checkedAt: scope.now,
  });
}

/** Writes the good rows. What somebody changed since the check is left out and said so, and what comes again unless it was chosen. */
export async function writeRun(scope: CentreScope, run: Run, tell: Tell): Promise<void> {
  const all = await listRowsToWrite(scope.tx, run.id);
  // Checked by their schemas before they were kept.
  const beside = await writeCompanionsTraced(
    scope,
    all
      .filter(({ serviceId }) => serviceId === null)
      .map(({ number, seenVersion, record }) => ({ row: number, seenVersion, record: record as CompanionRecord })),
  );
  const rows = all.filter(({ serviceId }) => serviceId !== null);
  const versions = await holdVersions(
    scope,
    rows.flatMap(({ serviceId }) => serviceId ?? []),
  );
  const again = new Set(
    (await listRowsAgain(scope.tx, run.id)).flatMap(({ serviceId }) => serviceId ?? []).filter((id) => !run.forced.includes(id)),
  );
  const isAsSeen = ({ serviceId, seenVersion }: (typeof rows)[number]) =>
    !again.has(serviceId ?? '') && (versions.get(serviceId ?? '') ?? null) === seenVersion;
  const overtaken = [...beside.overtaken, ...rows.filter((row) => !isAsSeen(row)).map(({ number }) => number)];
  const services = rows.filter(isAsSeen).map(({ record }) => record as ServiceRecord);
  const written = await writeServicesTraced(scope, services, (done) => tell(done, services.length));
  const trace = { ...written, companions: writtenOnce([...beside.companions, ...written.companions]) };
  await markOvertaken(scope.tx, run.id, overtaken);
  await markWritten(scope.tx, run.id, trace);
  const done = [...trace.services, ...beside.companions];
  const added = done.filter(({ before }) => before === null).length;
  const changed = done.length - added;
  await updateRun(scope.tx, run.id, { state: 'imported', added, changed, overtaken: overtaken.length, importedAt: scope.now });
  await scope.audit('catalogue.services.imported', {
    detail: { runId: run.id, added, changed, unchanged: run.unchanged, leftOut: run.broken },
  });
}

/** A provider that a file brings on its own and with a service is written twice: as it was before the first, as it is after the last. */
function writtenOnce(companions: readonly WrittenCompanion[]): WrittenCompanion[] {
  const byId = new Map<string, WrittenCompanion>();
  for (const each of companions)
    byId.set(each.id, { ...each, before: byId.has(each.id) ? (byId.get(each.id)?.before ?? null) : each.before });
  return [...byId.values()];
}

/** Takes back what the file wrote, leaving what somebody changed or uses unless it was chosen. */
export async function undoRun(scope: CentreScope, run: Run, tell: Tell): Promise<void> {
  const written = await listWritten(scope.tx, run.id);
  await tell(0, written.services.length);
  const importedAt = run.importedAt ?? run.createdAt;
  const alone = written.services.length === 0 ? await planCompanions(scope, written.companions) : new Map<string, TakenBack>();
  const taken = await takeBackServices(scope, { ...written, importedAt }, new Set(run.forced));
  await markTakenBack(scope.tx, run.id, taken);
  const words = [...taken.values(), ...alone.values()];
  const count = (...wanted: string[]) => words.filter((word) => wanted.includes(word)).length;
  const counts = {
    removed: count('removed'),
    restored: count('restored'),
    ended: count('ended'),
    kept: count('changed-since', 'in-use', 'gone'),
  };
  await updateRun(scope.tx, run.id, { state: 'undone', ...counts, undoneAt: scope.now });
  await scope.audit('imports.run.takenBack', { detail: { runId: run.id, ...counts } });
  await tell(written.services.length, written.services.length);
}
