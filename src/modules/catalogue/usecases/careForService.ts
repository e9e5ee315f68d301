import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { findCareRow, listIdsNamed, listPlanned, saveCare, type CareValues } from '../store/careStore.ts';
import { findServiceRow, listAllServiceRows } from '../store/catalogueStore.ts';
import { replaceService } from '../store/serviceWrites.ts';
import type { CareRow } from '../store/tables.ts';
import { recordOf } from '../store/assembleServices.ts';
import { getService, writtenBy } from './services.ts';

/** What the staff know of a service beside its card: how often it is reviewed, who keeps it, a note, planned days. */
export type ServiceCare = Omit<CareRow, 'centreId' | 'remindedAt'>;

const nothing = { reviewMonths: null, keeperEmail: null, staffNote: null, publishOn: null, publishUntil: null, successorId: null };
/** A service that nobody has said anything of has version 0. */
export async function getCare(scope: CentreScope, serviceId: string): Promise<ServiceCare> {
  return (await findCareRow(scope.tx, serviceId)) ?? { ...nothing, serviceId, version: 0, isMerged: false };
}

/**
 * Writes it, if it still is as it was read. Returns false when somebody was quicker.
 * @throws NotFound when the centre has no such service, or none to follow it
 */
export async function changeCare(scope: CentreScope, serviceId: string, version: number, values: CareValues): Promise<boolean> {
  if (!(await findServiceRow(scope.tx, serviceId))) throw new NotFound('service');
  if (values.successorId !== null && !(await findServiceRow(scope.tx, values.successorId))) throw new NotFound('service');
  return saveCare(scope.tx, serviceId, version, values);
}

/** Publishes drafts whose day has come and ends services whose last day is over. Returns how many changed. */
export async function applyPlannedDays(scope: CentreScope): Promise<number> {
  let changed = 0;
  for (const { id, version, status } of await listPlanned(scope.tx, scope.today)) {
    const record = { ...recordOf(await getService(scope, id)), status: status === 'draft' ? ('active' as const) : ('ended' as const) };
    if (await replaceService(scope.tx, version, record, scope.now, writtenBy(scope, 'schedule'))) changed += 1;
  }
  return changed;
}

/** Ids of other services of this name, however its letters and marks are written. */
export async function findSuccessors(scope: CentreScope, serviceId: string, name: string): Promise<string[]> {
  const exact = (await listIdsNamed(scope.tx, name)).filter((id) => id !== serviceId);
  if (exact.length > 0) return exact;
  const alike = (await listNames(scope, serviceId)).filter((each) => nameWithoutMarks(each.name) === nameWithoutMarks(name));
  return alike.map(({ id }) => id);
}

/** A name by its letters and digits alone: quotation marks, dashes and capitals do not tell names apart. */
export const nameWithoutMarks = (name: string): string =>
  name
    .toLocaleLowerCase('pl')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Names of other services that share a word with a name, at most eight. */
export async function listSimilarNames(scope: CentreScope, serviceId: string, name: string): Promise<string[]> {
  const words = nameWithoutMarks(name)
    .split(' ')
    .filter((word) => word.length > 3);
  const all = await listNames(scope, serviceId);
  return all
    .filter((each) => words.some((word) => nameWithoutMarks(each.name).includes(word)))
    .slice(0, 8)
    .map((each) => each.name);
}

/** Services to which a resident can be led. */
async function listNames(scope: CentreScope, serviceId: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const all = await listAllServiceRows(scope.tx);
  return all.filter(({ id, status }) => id !== serviceId && (status === 'active' || status === 'paused'));
}

/** Chains longer than this are somebody's mistake. */
const mostSteps = 10;
/** The service to which one that has ended leads, over those that have ended too; `isMerged` when their records are one. */
export async function findSuccessor(
  scope: CentreScope,
  serviceId: string,
): Promise<{ readonly id: string; readonly name: string; readonly isMerged: boolean } | undefined> {
  let isMerged = true;
  let from = serviceId;
  const seen = new Set([serviceId]);
  for (let step = 0; step < mostSteps; step += 1) {
    const care = await findCareRow(scope.tx, from);
    if (!care?.successorId || seen.has(care.successorId)) return undefined;
    isMerged &&= care.isMerged;
    const row = await findServiceRow(scope.tx, care.successorId);
    if (!row || row.status === 'draft') return undefined;
    if (row.status !== 'ended') return { id: row.id, name: row.name, isMerged };
    seen.add(row.id);
    from = row.id;
  }
  return undefined;
}
