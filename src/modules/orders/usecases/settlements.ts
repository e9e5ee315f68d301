import { Forbidden, type CentreScope } from '#platform/http/index.ts';
import { getProvider, listProviders, type Provider } from '#modules/catalogue/index.ts';
import type { Month } from '../domain/deliveries.ts';
import { mayReadSettlements } from '../policy.ts';
import {
  listClosings,
  listSettledOrders,
  listSettledServices,
  type SettledCursor,
  type SettledOrder,
  type SettledService,
} from '../store/settlementStore.ts';

/** A month of one provider as the accounts see it: amounts by service, nobody named. */
export interface SettledProvider {
  readonly id: string;
  readonly name: string;
  /** Null while the provider may still write into the month. */
  readonly closedAt: Temporal.Instant | null;
  /** By name. */
  readonly services: readonly SettledService[];
}

/** What every provider of the centre settled in a month, by name of the provider. @throws Forbidden */
export async function listSettlements(scope: CentreScope, month: Month): Promise<readonly SettledProvider[]> {
  check(scope);
  const services = Map.groupBy(await listSettledServices(scope.tx, month), (row) => row.providerId);
  const closings = await listClosings(scope.tx, month);
  // A provider that did nothing and closed the month has said so, and that is worth seeing.
  return (await listProviders(scope))
    .filter(({ id }) => services.has(id) || closings.has(id))
    .map((provider) => settled(provider, services.get(provider.id) ?? [], closings.get(provider.id)))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'pl') || a.id.localeCompare(b.id));
}

/** The same of one provider. @throws Forbidden @throws NotFound when the centre has no such provider */
export async function getSettlement(scope: CentreScope, providerId: string, month: Month): Promise<SettledProvider> {
  check(scope);
  const provider = await getProvider(scope, providerId);
  const services = await listSettledServices(scope.tx, month, providerId);
  return settled(provider, services, (await listClosings(scope.tx, month)).get(providerId));
}

const settled = (
  { id, name }: Pick<Provider, 'id' | 'name'>,
  services: readonly SettledService[],
  closedAt: Temporal.Instant | undefined,
): SettledProvider => ({
  id,
  name,
  closedAt: closedAt ?? null,
  services: services.toSorted((a, b) => a.serviceName.localeCompare(b.serviceName, 'pl') || a.unit.localeCompare(b.unit)),
});

/** One page of the orders settled in a month, by number; of one provider, or of all. @throws Forbidden */
export async function listSettledIn(
  scope: CentreScope,
  asked: { readonly month: Month; readonly providerId?: string; readonly after: SettledCursor | null; readonly limit: number },
): Promise<{ readonly rows: readonly SettledOrder[]; readonly hasMore: boolean }> {
  check(scope);
  const found = await listSettledOrders(scope.tx, { ...asked, limit: asked.limit + 1 });
  return { rows: found.slice(0, asked.limit), hasMore: found.length > asked.limit };
}

function check({ actor }: CentreScope): void {
  const may = mayReadSettlements.allows(actor);
  if (!may.allowed) throw new Forbidden(may.reason);
}
