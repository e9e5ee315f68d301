import { rehearse } from '#platform/db/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { findDoubts, type Doubt } from '../domain/doubts.ts';
import type { ImportedServices, ImportNote, ImportProblem, ServiceRecord } from '../domain/service.ts';
import { listServiceKeys, type ServiceKeys } from '../store/catalogueStore.ts';
import { putServices } from './services.ts';

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
  const keys = await listServiceKeys(scope.tx);
  const problems = [...read.problems, ...findTakenIds(read.services, keys)];
  if (problems.length > 0)
    return { added: 0, changed: 0, unchanged: 0, problems: problems.toSorted((a, b) => a.row - b.row), notes: read.notes };
  const notes = [...read.notes, ...listDoubts(read.services, scope.today)].toSorted((a, b) => a.row - b.row);
  const put = () => putServices(scope, withFreeSlugs(read.services, keys));
  const { added, changed } = isDryRun ? await rehearse(scope.tx, put) : await put();
  const unchanged = read.services.length - added - changed;
  if (!isDryRun && added + changed > 0) await scope.audit('catalogue.services.imported', { detail: { added, changed, unchanged } });
  return { added, changed, unchanged, problems: [], notes };
}

const doubtWords: Readonly<Record<Doubt['code'], string>> = {
  'schedule-never': 'a schedule never happens',
  'area-abroad': 'a service area lies outside the country',
  'place-abroad': 'a place lies outside the country',
};
function listDoubts(services: readonly ServiceRecord[], today: Temporal.PlainDate): ImportNote[] {
  return services.flatMap((service, index) =>
    findDoubts(service, today).map(({ code, what }) => ({ row: index + 1, note: `${doubtWords[code]}: ${what}` })),
  );
}

/** The same outer id on two services would make the next import guess which is meant. */
function findTakenIds(services: readonly ServiceRecord[], keys: readonly ServiceKeys[]): ImportProblem[] {
  const owners = new Map(keys.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id] as const])));
  return services.flatMap(({ id, externalId }, index) => {
    if (externalId === null) return [];
    const owner = owners.get(externalId);
    owners.set(externalId, id);
    return owner === undefined || owner === id
      ? []
      : [{ row: index + 1, field: 'id', problem: `the outer id ${externalId} belongs to another service` }];
  });
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
