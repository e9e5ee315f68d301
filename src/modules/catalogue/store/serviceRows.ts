import { sql } from 'kysely';
import type { CentreTx } from '#platform/db/index.ts';
import { foldName } from '#shared/personName.ts';
import { derivedId } from '#shared/uuid.ts';
import type { ServiceRecord, Vacancy } from '../domain/service.ts';
import { planLocations, writeLocations, type LocationPlan } from './locationWrites.ts';
import { planProviders, writeProviders, type ProviderPlan } from './providerWrites.ts';

/** Rows that services would have, with the rows of their providers and places that must be there first. */
export interface ServicePlan {
  readonly rows: readonly ReturnType<typeof rowOf>[];
  readonly providers: ProviderPlan;
  readonly locations: LocationPlan;
}

/** Finds out what the rows of services would be. Nothing is written. */
export async function planRows(
  tx: CentreTx,
  services: readonly ServiceRecord[],
  /** Places with an id refer to rows that are there and are not written. */
  hasReferences = false,
): Promise<ServicePlan> {
  const providers = await planProviders(
    tx,
    services.flatMap(({ provider }) => provider ?? []),
  );
  const named = services.flatMap(({ places }) => places.map(({ site: _, ...location }) => location));
  const locations = await planLocations(tx, hasReferences ? named.filter(({ id }) => id === undefined) : named);
  const found = locations.ids.values();
  const locationIds = named.map(({ id }) => (hasReferences && id !== undefined ? id : found.next().value)).values();
  const rows = services.map((service) =>
    rowOf(
      tx,
      service,
      providers,
      service.places.map(() => locationIds.next().value),
    ),
  );
  return { rows, providers, locations };
}

/** Writes the providers and places of a plan, to which its services refer. */
export async function writeBeside(
  tx: CentreTx,
  { providers, locations }: ServicePlan,
  now: Temporal.Instant,
  revision: number,
): Promise<void> {
  await writeProviders(tx, providers, now, revision);
  await writeLocations(tx, locations, now, revision);
}

function rowOf(
  tx: CentreTx,
  { id, externalId, vacancy, provider, places, ...card }: ServiceRecord,
  providers: ProviderPlan,
  locationIds: readonly (string | undefined)[],
) {
  const sites = new Map<string, { readonly id: string; readonly site: object }>();
  for (const [index, { site }] of places.entries()) {
    const locationId = locationIds[index];
    if (locationId === undefined || sites.has(locationId)) continue;
    sites.set(locationId, { id: locationId, site: { ...site, id: site?.id ?? derivedId('site', id, locationId) } });
  }
  const vacancyText = vacancy === null ? null : JSON.stringify(vacancy);
  return {
    centreId: tx.centreId,
    id,
    version: 1,
    slug: card.slug,
    externalId,
    name: card.name,
    status: card.status,
    providerId: provider ? (providers.idOfName.get(foldName(provider.name)) ?? null) : null,
    areas: [...card.areas],
    targetGroups: [...card.targetGroups],
    card: JSON.stringify({ ...card, places: [...sites.values()] }),
    vacancy: vacancyText === null ? null : sql<Vacancy>`${vacancyText}::jsonb`,
    vacancyText,
    sites: [...sites.values()].map(({ id: locationId, site }) => ({ locationId, id: (site as { id: string }).id })),
  };
}
