import { sql, type Selectable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { serviceCardSchema, type ServiceRecord } from '../domain/service.ts';

export interface CatalogueTables {
  'catalogue.provider': {
    centreId: string;
    id: string;
    version: number;
    name: string;
    foldedName: string;
    kind: string | null;
    email: string | null;
    phone: string | null;
    isActive: boolean;
    createdAt: Temporal.Instant;
  };
  'catalogue.service': {
    centreId: string;
    id: string;
    version: number;
    slug: string;
    externalId: string | null;
    name: string;
    status: string;
    providerId: string | null;
    areas: number[];
    targetGroups: string[];
    card: unknown;
    createdAt: Temporal.Instant;
    updatedAt: Temporal.Instant;
  };
}
export type ProviderRow = Selectable<CatalogueTables['catalogue.provider']>;
export type ServiceRow = Selectable<CatalogueTables['catalogue.service']>;

/** A service of the catalogue with what the centre's own rows add to its card. */
export interface CatalogueService extends ServiceRecord {
  readonly version: number;
  readonly providerId: string | null;
  readonly updatedAt: Temporal.Instant;
}

export function serviceOf(row: ServiceRow): CatalogueService {
  const card = serviceCardSchema.parse(row.card);
  return { ...card, id: row.id, externalId: row.externalId, version: row.version, providerId: row.providerId, updatedAt: row.updatedAt };
}

const services = (tx: CentreTx) => tablesOf<CatalogueTables>(tx).selectFrom('catalogue.service');

export const findServiceRow = (tx: CentreTx, id: string): Promise<ServiceRow | undefined> =>
  services(tx).selectAll().where('id', '=', id).executeTakeFirst();
export const findServiceRowBySlug = (tx: CentreTx, slug: string): Promise<ServiceRow | undefined> =>
  services(tx).selectAll().where('slug', '=', slug).executeTakeFirst();
export async function listServiceRows(tx: CentreTx, ids: readonly string[]): Promise<ServiceRow[]> {
  return ids.length === 0 ? [] : services(tx).selectAll().where('id', 'in', ids).execute();
}
export async function listAllServiceRows(tx: CentreTx): Promise<ServiceRow[]> {
  return services(tx)
    .selectAll()
    .orderBy(sql`name collate "pl-x-icu"`)
    .orderBy('id')
    .execute();
}

/** Inserts or replaces a service by its id. Returns false when nothing would change. */
export async function saveService(
  tx: CentreTx,
  service: ServiceRecord,
  providerId: string | null,
  now: Temporal.Instant,
): Promise<boolean> {
  const { id, externalId, ...card } = service;
  const columns = {
    slug: card.slug,
    externalId,
    name: card.name,
    status: card.status,
    providerId,
    areas: [...card.areas],
    targetGroups: [...card.targetGroups],
    card: JSON.stringify(card),
    updatedAt: now,
  };
  const done = await tablesOf<CatalogueTables>(tx)
    .insertInto('catalogue.service')
    .values({ ...columns, centreId: tx.centreId, id, version: 1, createdAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['centreId', 'id'])
        .doUpdateSet({ ...columns, version: sql<number>`catalogue.service.version + 1` })
        .where(
          sql<boolean>`catalogue.service.card is distinct from excluded.card or catalogue.service.provider_id is distinct from excluded.provider_id`,
        ),
    )
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertProvider(tx: CentreTx, row: Omit<ProviderRow, 'centreId' | 'version'>): Promise<void> {
  await tablesOf<CatalogueTables>(tx)
    .insertInto('catalogue.provider')
    .values({ ...row, centreId: tx.centreId, version: 1 })
    .execute();
}
export const findProviderRow = (tx: CentreTx, id: string): Promise<ProviderRow | undefined> =>
  tablesOf<CatalogueTables>(tx).selectFrom('catalogue.provider').selectAll().where('id', '=', id).executeTakeFirst();
export const findProviderRowByName = (tx: CentreTx, foldedName: string): Promise<ProviderRow | undefined> =>
  tablesOf<CatalogueTables>(tx).selectFrom('catalogue.provider').selectAll().where('foldedName', '=', foldedName).executeTakeFirst();
export const listProviderRows = (tx: CentreTx): Promise<ProviderRow[]> =>
  tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.provider')
    .selectAll()
    .orderBy(sql`name collate "pl-x-icu"`)
    .execute();
