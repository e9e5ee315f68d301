import { ok, refuse, type Result } from '#shared/result.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { assembleServices, type CatalogueService } from '../store/assembleServices.ts';
import { findServiceRow } from '../store/catalogueStore.ts';
import { replaceService } from '../store/serviceWrites.ts';
import type { ServiceRow, VersionRow } from '../store/tables.ts';
import { findVersionRow, listVersionRows, WRITE_WAYS, type WriteWay } from '../store/versionStore.ts';
import { recordOf } from '../store/assembleServices.ts';
import { writtenBy } from './services.ts';

/** A service as one write left it. Providers and places are told as they are now: they have changes of their own. */
export interface ServiceVersion {
  readonly number: number;
  readonly at: Temporal.Instant;
  readonly way: WriteWay;
  /** Null for the program, and for what was written before versions were kept. */
  readonly authorName: string | null;
  /** The version that this one restored. */
  readonly restored: number | null;
  readonly service: CatalogueService;
}

/**
 * Versions of a service, newest first, each with the one before it where that is known.
 * @throws NotFound when the centre has no such service
 */
export async function listServiceVersions(
  scope: CentreScope,
  serviceId: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<{ versions: readonly (ServiceVersion & { readonly previous?: ServiceVersion | undefined })[]; hasMore: boolean }> {
  const row = await getRow(scope, serviceId);
  // The row after the page tells what its last version changed.
  const found = await assembled(scope, row, await listVersionRows(scope.tx, serviceId, { before, limit: limit + 1 }));
  const versions = found.slice(0, limit).map((version, index) => ({ ...version, previous: found[index + 1] }));
  return { versions, hasMore: found.length > limit };
}

/** Versions by their numbers, in the order asked. @throws NotFound when there is no such service or version */
export async function getServiceVersions(scope: CentreScope, serviceId: string, numbers: readonly number[]): Promise<ServiceVersion[]> {
  const row = await getRow(scope, serviceId);
  const rows: VersionRow[] = [];
  for (const number of numbers) {
    const found = await findVersionRow(scope.tx, serviceId, number);
    if (!found) throw new NotFound('version');
    rows.push(found);
  }
  return assembled(scope, row, rows);
}

/** One version by its number, or undefined where it was not kept. @throws NotFound when there is no such service */
export async function findServiceVersion(scope: CentreScope, serviceId: string, number: number): Promise<ServiceVersion | undefined> {
  const found = await findVersionRow(scope.tx, serviceId, number);
  return found && (await assembled(scope, await getRow(scope, serviceId), [found]))[0];
}

export type RestoreRefusal = { readonly code: 'changed-meanwhile' } | { readonly code: 'same-as-now' };

/**
 * Writes what an earlier version said as a new version. The address of the service and its figures of places stay.
 * @param seen the version of the card that the person saw when deciding
 */
export async function restoreVersion(
  scope: CentreScope,
  serviceId: string,
  number: number,
  seen: number,
): Promise<Result<{ id: string }, RestoreRefusal>> {
  const row = await getRow(scope, serviceId);
  const [version] = await getServiceVersions(scope, serviceId, [number]);
  if (!version || row.version !== seen) return refuse({ code: 'changed-meanwhile' });
  const [current] = await assembleServices(scope.tx, [row]);
  const record = { ...recordOf(version.service), slug: row.slug };
  if (current && JSON.stringify(recordOf(current)) === JSON.stringify(record)) return refuse({ code: 'same-as-now' });
  const isSaved = await replaceService(scope.tx, seen, record, scope.now, writtenBy(scope, 'restore', number));
  return isSaved ? ok({ id: serviceId }) : refuse({ code: 'changed-meanwhile' });
}

async function getRow(scope: CentreScope, serviceId: string): Promise<ServiceRow> {
  const row = await findServiceRow(scope.tx, serviceId);
  if (!row) throw new NotFound('service');
  return row;
}

async function assembled(scope: CentreScope, row: ServiceRow, versions: readonly VersionRow[]): Promise<ServiceVersion[]> {
  const rows = versions.map(({ number, card, providerId }) => ({ ...row, version: number, card, providerId }));
  const services = await assembleServices(scope.tx, rows);
  return versions.flatMap((version, index) => {
    const service = services[index];
    const { number, writtenAt, authorName, restored } = version;
    const way = WRITE_WAYS.find((each) => each === version.way) ?? 'before';
    return service ? [{ number, at: writtenAt, way, authorName, restored, service }] : [];
  });
}
