import { z } from 'zod';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { locationSchema, siteSchema, type LocationRecord, type Place } from '../domain/place.ts';
import { providerSchema, type ProviderRecord } from '../domain/provider.ts';
import { serviceCardSchema, type ServiceRecord } from '../domain/service.ts';
import type { CatalogueTables, LocationRow, ProviderRow, ServiceRow } from './tables.ts';

/** A service of the catalogue with what the centre's own rows add to its card. */
export interface CatalogueService extends ServiceRecord {
  readonly version: number;
  readonly providerId: string | null;
  readonly createdAt: Temporal.Instant;
  /** When the card, its provider or one of its places changed last. */
  readonly updatedAt: Temporal.Instant;
  readonly revision: number;
}

/** A service without what the centre's own rows add. */
export function recordOf({
  version: _,
  providerId: __,
  createdAt: ___,
  updatedAt: ____,
  revision: _____,
  ...record
}: CatalogueService): ServiceRecord {
  return record;
}

const storedPlaces = z.array(z.object({ id: z.uuid(), site: siteSchema.optional() }));
const storedCard = z.looseObject({ places: storedPlaces.default([]) });

/** Services from their rows, each with its provider and places; two statements however many there are. */
export async function assembleServices(tx: CentreTx, rows: readonly ServiceRow[]): Promise<CatalogueService[]> {
  const cards = rows.map((row) => storedCard.parse(row.card));
  const providers = await readProviders(tx, new Set(rows.flatMap(({ providerId }) => providerId ?? [])));
  const locations = await readLocations(tx, new Set(cards.flatMap(({ places }) => places.map(({ id }) => id))));
  return rows.map((row, index) => {
    const { places, ...card } = cards[index] ?? { places: [] };
    return {
      ...serviceCardSchema.parse({ ...card, provider: null, places: [] }),
      provider: row.providerId === null ? null : (providers.get(row.providerId) ?? null),
      places: places.flatMap(({ id, site }): Place[] => {
        const location = locations.get(id);
        return location ? [{ ...location, ...(site && { site }) }] : [];
      }),
      id: row.id,
      externalId: row.externalId,
      vacancy: row.vacancy,
      version: row.version,
      providerId: row.providerId,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      revision: row.revision,
    };
  });
}

export const providerOf = (row: Pick<ProviderRow, 'id' | 'name' | 'kind' | 'details'>): ProviderRecord =>
  providerSchema.parse({ ...(row.details as object), id: row.id, name: row.name, kind: row.kind });
export const locationOf = ({ details, id, name, street, postcode, town }: LocationRow): LocationRecord =>
  locationSchema.parse({ ...(details as object), id, name, street, postcode, town });

async function readProviders(tx: CentreTx, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, ProviderRecord>> {
  if (ids.size === 0) return new Map();
  const rows = await tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.provider')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, providerOf(row)]));
}
async function readLocations(tx: CentreTx, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, LocationRecord>> {
  const found = new Map<string, LocationRecord>();
  const wanted = [...ids];
  // Far below the number of parameters that PostgreSQL takes.
  for (let start = 0; start < wanted.length; start += 10_000) {
    const some = wanted.slice(start, start + 10_000);
    const rows = await tablesOf<CatalogueTables>(tx).selectFrom('catalogue.location').selectAll().where('id', 'in', some).execute();
    for (const row of rows) found.set(row.id, locationOf(row));
  }
  return found;
}
