import type { CentreScope } from '#platform/http/index.ts';
import { findDoubts, type Doubt } from '../domain/doubts.ts';
import type { Candidate, ImportedServices, ImportNote, ImportProblem, ServiceRecord } from '../domain/service.ts';
import { listServiceKeys, type ServiceKeys } from '../store/catalogueStore.ts';
import { compareServices, saveServices, type Written } from '../store/serviceWrites.ts';
import { giveOwnIds } from './giveOwnIds.ts';
import { writtenBy } from './services.ts';

/** What an import did, or in a dry run would do. With any problem nothing is written. */
export interface ImportReport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** In the order of the rows; `row` counts from 1, 0 is the file as a whole. */
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportNote[];
}

/**
 * Adds or replaces the services of a file, all of them or none. Services are known by their ids, so the same file again
 * changes nothing. A service that is there already keeps its address; a new one gets a free one.
 */
export async function importServices(
  scope: CentreScope,
  read: ImportedServices,
  { isDryRun = false }: { isDryRun?: boolean } = {},
): Promise<ImportReport> {
  const problems = [...read.problems];
  const { candidates, notes: renamed } = await giveOwnIds(
    scope,
    read.services.map((service, index) => ({ row: index + 1, service })),
  );
  const { good, problems: taken } = withoutTakenIds(candidates, await listServiceKeys(scope.tx));
  problems.push(...taken);
  if (problems.length > 0)
    return { added: 0, changed: 0, unchanged: 0, problems: problems.toSorted((a, b) => a.row - b.row), notes: read.notes };
  const notes = [...read.notes, ...renamed, ...candidates.flatMap((each) => doubtsOf(each, scope.today))].toSorted((a, b) => a.row - b.row);
  const services = good.map(({ service }) => service);
  const { added, changed } = isDryRun ? await countOutcomes(scope, services) : await writeServices(scope, services);
  const unchanged = read.services.length - added - changed;
  if (!isDryRun && added + changed > 0) await scope.audit('catalogue.services.imported', { detail: { added, changed, unchanged } });
  return { added, changed, unchanged, problems: [], notes };
}

export interface AssessedRow {
  readonly row: number;
  readonly outcome: 'added' | 'changed' | 'unchanged';
  /** The version that the service has now; null for one that is not there. */
  readonly seenVersion: number | null;
}

/** What writing the services would do, one by one. Nothing is written, and nobody who writes waits for it. */
export async function assessServices(
  scope: CentreScope,
  candidates: readonly Candidate[],
  tell?: (done: number) => Promise<void>,
): Promise<{ readonly rows: readonly AssessedRow[]; readonly problems: readonly ImportProblem[] }> {
  const keys = await listServiceKeys(scope.tx);
  const versions = new Map(keys.map(({ id, version }) => [id, version]));
  const { good, problems } = withoutTakenIds(candidates, keys);
  const services = good.map(({ service }) => service);
  const outcomes = await compareServices(scope.tx, withFreeSlugs(services, keys), tell);
  const rows = good.map(({ row, service }) => ({
    row,
    outcome: outcomes.get(service.id) ?? ('unchanged' as const),
    seenVersion: versions.get(service.id) ?? null,
  }));
  return { rows, problems };
}

/** Writes services by their ids, giving new ones free addresses. */
export async function writeServices(
  scope: CentreScope,
  services: readonly ServiceRecord[],
  tell?: (done: number) => Promise<void>,
): Promise<Written> {
  const keys = await listServiceKeys(scope.tx);
  return saveServices(scope.tx, withFreeSlugs(services, keys), scope.now, writtenBy(scope, 'import'), tell);
}

async function countOutcomes(scope: CentreScope, services: readonly ServiceRecord[]): Promise<Pick<Written, 'added' | 'changed'>> {
  const outcomes = await compareServices(scope.tx, withFreeSlugs(services, await listServiceKeys(scope.tx)));
  const added = [...outcomes.values()].filter((outcome) => outcome === 'added').length;
  return { added, changed: outcomes.size - added };
}

const doubtWords: Readonly<Record<Doubt['code'], string>> = {
  'schedule-never': 'a schedule never happens',
  'schedule-over': 'a schedule never happens',
  'hours-turned': 'hours end before they begin',
  'area-abroad': 'a service area lies outside the country',
  'place-abroad': 'a place lies outside the country',
};
const doubtsOf = ({ row, service }: Candidate, today: Temporal.PlainDate): ImportNote[] =>
  findDoubts(service, today).map(({ code, what }) => ({ row, note: `${doubtWords[code]}: ${what}` }));

/** Whatever is allowed in a record but can hardly be meant, as problems of its row. */
export const doubtsAsProblems = ({ row, service }: Candidate, today: Temporal.PlainDate): ImportProblem[] =>
  findDoubts(service, today).map(({ code, what }) => ({
    row,
    field: code === 'area-abroad' ? 'service_areas' : code === 'place-abroad' ? 'locations' : 'schedules',
    problem: `${doubtWords[code]}: ${what}`,
    code: code === 'schedule-over' ? 'schedule-never' : code,
    value: what,
  }));

/** The same id twice, or the same outer id on two services, would make the next import guess which is meant. */
function withoutTakenIds(
  candidates: readonly Candidate[],
  keys: readonly ServiceKeys[],
): { readonly good: readonly Candidate[]; readonly problems: readonly ImportProblem[] } {
  const owners = new Map(keys.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id] as const])));
  const seen = new Set<string>();
  const good: Candidate[] = [];
  const problems: ImportProblem[] = [];
  for (const candidate of candidates) {
    const { row, service } = candidate;
    const { id, externalId } = service;
    const owner = externalId === null ? undefined : owners.get(externalId);
    const value = externalId ?? id;
    if (seen.has(id))
      problems.push({ row, field: 'id', problem: `the id ${value} appears twice in the file`, code: 'repeated', value, serviceId: id });
    else if (owner !== undefined && owner !== id)
      problems.push({ row, field: 'id', problem: `the outer id ${value} belongs to another service`, code: 'id-taken', value });
    else {
      seen.add(id);
      if (externalId !== null) owners.set(externalId, id);
      good.push(candidate);
    }
  }
  return { good, problems };
}

function withFreeSlugs(services: readonly ServiceRecord[], keys: readonly ServiceKeys[]): ServiceRecord[] {
  const slugOfId = new Map(keys.map(({ id, slug }) => [id, slug]));
  const taken = new Set(slugOfId.values());
  return services.map((service) => {
    const known = slugOfId.get(service.id);
    if (known !== undefined) return { ...service, slug: known };
    let { slug } = service;
    for (let count = 2; taken.has(slug); count += 1) slug = `${service.slug}-${count}`;
    taken.add(slug);
    return { ...service, slug };
  });
}
