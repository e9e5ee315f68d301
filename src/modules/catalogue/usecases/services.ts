import { foldName } from '#shared/personName.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import type { ServiceRecord } from '../domain/service.ts';
import {
  findProviderRow,
  findProviderRowByName,
  findServiceRow,
  insertProvider,
  listAllServiceRows,
  listProviderRows,
  listServiceRows,
  saveService,
  serviceOf,
  type CatalogueService,
  type ProviderRow,
} from '../store/catalogueStore.ts';

/** @throws NotFound when the centre has no such service (ended ones are found: cases refer to them). */
export async function getService(scope: CentreScope, id: string): Promise<CatalogueService> {
  const row = await findServiceRow(scope.tx, id);
  if (!row) throw new NotFound('service');
  return serviceOf(row);
}
export async function getServices(scope: CentreScope, ids: readonly string[]): Promise<ReadonlyMap<string, CatalogueService>> {
  const rows = await listServiceRows(scope.tx, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, serviceOf(row)]));
}
/** All services of the centre by name; `offered` keeps those that can be asked for today. */
export async function listServices(scope: CentreScope, { offered = false }: { offered?: boolean } = {}): Promise<CatalogueService[]> {
  const all = (await listAllServiceRows(scope.tx)).map(serviceOf);
  return offered ? all.filter((service) => isOffered(service, scope.today)) : all;
}
/** Whether a resident may ask for the service on a day. */
export function isOffered(service: Pick<CatalogueService, 'status' | 'validTo'>, on: Temporal.PlainDate): boolean {
  return service.status === 'active' && (service.validTo === null || service.validTo >= on.toString());
}

/** Writes a service and, by its name, its provider. True when anything changed. */
export async function putService(scope: CentreScope, service: ServiceRecord): Promise<boolean> {
  const providerId = service.provider ? await providerNamed(scope, service.provider) : null;
  return saveService(scope.tx, service, providerId, scope.now);
}

async function providerNamed(scope: CentreScope, provider: NonNullable<ServiceRecord['provider']>): Promise<string> {
  const known = await findProviderRowByName(scope.tx, foldName(provider.name));
  return known?.id ?? addProvider(scope, { name: provider.name, kind: provider.kind, email: null, phone: null });
}

export type Provider = Omit<ProviderRow, 'centreId' | 'foldedName'>;

export async function addProvider(scope: CentreScope, details: Pick<Provider, 'name' | 'kind' | 'email' | 'phone'>): Promise<string> {
  const id = newId();
  await insertProvider(scope.tx, { ...details, id, foldedName: foldName(details.name), isActive: true, createdAt: scope.now });
  return id;
}
/** @throws NotFound when the centre has no such provider. */
export async function getProvider(scope: CentreScope, id: string): Promise<Provider> {
  const row = await findProviderRow(scope.tx, id);
  if (!row) throw new NotFound('provider');
  return row;
}
export const listProviders = (scope: CentreScope): Promise<Provider[]> => listProviderRows(scope.tx);
