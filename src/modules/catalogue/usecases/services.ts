import { foldName } from '#shared/personName.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import type { ServiceRecord } from '../domain/service.ts';
import {
  findProviderRow,
  findServiceRow,
  insertProvider,
  insertProviders,
  listAllServiceRows,
  listProviderRows,
  listServiceRows,
  serviceOf,
  type CatalogueService,
  type ProviderRow,
} from '../store/catalogueStore.ts';
import { saveServices, type Written } from '../store/serviceWrites.ts';

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
  const { added, changed } = await putServices(scope, [service]);
  return added + changed > 0;
}

/** Writes services and, by their names, their providers; those that would not change are left alone. */
export async function putServices(scope: CentreScope, services: readonly ServiceRecord[]): Promise<Written> {
  const providers = await providersNamed(
    scope,
    services.flatMap(({ provider }) => provider ?? []),
  );
  const idOf = ({ provider }: ServiceRecord) => (provider ? (providers.get(foldName(provider.name)) ?? null) : null);
  return saveServices(
    scope.tx,
    services.map((service) => ({ service, providerId: idOf(service) })),
    scope.now,
  );
}

/** Ids of providers by their folded names; those that are missing are added. */
export async function providersNamed(
  scope: CentreScope,
  named: readonly NonNullable<ServiceRecord['provider']>[],
): Promise<ReadonlyMap<string, string>> {
  if (named.length === 0) return new Map();
  const ids = new Map((await listProviderRows(scope.tx)).map((row) => [row.foldedName, row.id]));
  const missing = new Map<string, Parameters<typeof insertProvider>[1]>();
  for (const { name, kind } of named) {
    const foldedName = foldName(name);
    if (ids.has(foldedName)) continue;
    const id = newId();
    ids.set(foldedName, id);
    missing.set(foldedName, { id, name, foldedName, kind, email: null, phone: null, isActive: true, createdAt: scope.now });
  }
  await insertProviders(scope.tx, [...missing.values()]);
  return ids;
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
