import { actorKey } from '#shared/actor.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { PROVIDER_KINDS } from '../domain/codes.ts';
import type { ServiceRecord } from '../domain/service.ts';
import { assembleServices, type CatalogueService } from '../store/assembleServices.ts';
import {
  findProviderRow,
  findServiceRow,
  listAllServiceRows,
  listIdsByEnd,
  listProviderRows,
  listServiceRows,
} from '../store/catalogueStore.ts';
import { listIdsOfName } from '../store/duplicateStore.ts';
import { insertProviders, valuesOf } from '../store/providerWrites.ts';
import { takeRevision } from '../store/revision.ts';
import { saveServices, type Written } from '../store/serviceWrites.ts';
import type { ProviderRow } from '../store/tables.ts';
import type { WriteWay, WrittenBy } from '../store/versionStore.ts';

/** @throws NotFound when the centre has no such service (ended ones are found: cases refer to them). */
export async function getService(scope: CentreScope, id: string): Promise<CatalogueService> {
  const row = await findServiceRow(scope.tx, id);
  const [service] = row ? await assembleServices(scope.tx, [row]) : [];
  if (!service) throw new NotFound('service');
  return service;
}
/** The only service of the centre whose id ends with these eight digits; undefined when there is none, or more than one. */
export async function findIdByEnd({ tx }: CentreScope, end: string): Promise<string | undefined> {
  const ids = await listIdsByEnd(tx, end);
  return ids.length === 1 ? ids[0] : undefined;
}
export async function getServices(scope: CentreScope, ids: readonly string[]): Promise<ReadonlyMap<string, CatalogueService>> {
  const rows = await listServiceRows(scope.tx, [...new Set(ids)]);
  return new Map((await assembleServices(scope.tx, rows)).map((service) => [service.id, service]));
}
/** All services of the centre by name; `offered` keeps those that can be asked for today. */
export async function listServices(scope: CentreScope, { offered = false }: { offered?: boolean } = {}): Promise<CatalogueService[]> {
  const all = await assembleServices(scope.tx, await listAllServiceRows(scope.tx));
  return offered ? all.filter((service) => isOffered(service, scope.today)) : all;
}
/** Whether a resident may ask for the service on a day. */
export function isOffered(service: Pick<CatalogueService, 'status' | 'validTo'>, on: Temporal.PlainDate): boolean {
  return service.status === 'active' && (service.validTo === null || service.validTo >= on.toString());
}

/** By what and by whom a record is being written. */
export function writtenBy({ actor }: CentreScope, way: WriteWay, restored: number | null = null): WrittenBy {
  return { way, author: actorKey(actor), authorName: actor.kind === 'user' ? actor.name : null, restored };
}

/** Writes a service with its provider and places. True when anything changed. */
export async function putService(scope: CentreScope, service: ServiceRecord): Promise<boolean> {
  const { added, changed } = await putServices(scope, [service]);
  return added + changed > 0;
}

/** Writes services with their providers and places; those that would not change are left alone. */
export const putServices = (scope: CentreScope, services: readonly ServiceRecord[], way: WriteWay = 'import'): Promise<Written> =>
  saveServices(scope.tx, services, scope.now, writtenBy(scope, way));

/** Who delivers services, as orders need them; `getOrganization` tells what residents are told. */
export type Provider = Pick<ProviderRow, 'id' | 'version' | 'name' | 'kind' | 'email' | 'phone' | 'isActive' | 'createdAt'>;

export async function addProvider(scope: CentreScope, details: Pick<Provider, 'name' | 'kind' | 'email' | 'phone'>): Promise<string> {
  const id = newId();
  const kind = PROVIDER_KINDS.find((each) => each === details.kind) ?? null;
  const row = valuesOf(id, { name: details.name, kind }, scope.now, await takeRevision(scope.tx));
  await insertProviders(scope.tx, [{ ...row, email: details.email, phone: details.phone }]);
  return id;
}
/** @throws NotFound when the centre has no such provider. */
export async function getProvider(scope: CentreScope, id: string): Promise<Provider> {
  const row = await findProviderRow(scope.tx, id);
  if (!row) throw new NotFound('provider');
  return row;
}
/** Services that have not ended and have this name, whatever the case of its letters and the marks between its words. */
export async function listSameNamed(scope: CentreScope, name: string): Promise<CatalogueService[]> {
  return [...(await getServices(scope, await listIdsOfName(scope.tx, name))).values()];
}
export const listProviders = (scope: CentreScope): Promise<Provider[]> => listProviderRows(scope.tx);
