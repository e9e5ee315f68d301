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
    /** The change of the catalogue that wrote the row last. */
    revision: number;
  };
  'catalogue.revision': { centreId: string; number: number };
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
/** By what a service is known beside its card. */
export type ServiceKeys = Pick<ServiceRow, 'id' | 'slug' | 'externalId'>;
export const listServiceKeys = (tx: CentreTx): Promise<ServiceKeys[]> => services(tx).select(['id', 'slug', 'externalId']).execute();
/** Rows written by a later change than the given one. */
export const listServiceRowsSince = (tx: CentreTx, revision: number): Promise<ServiceRow[]> =>
  services(tx).selectAll().where('revision', '>', revision).execute();
/** The number of the catalogue's last change; 0 for one that has none. */
export async function getRevision(tx: CentreTx): Promise<number> {
  const row = await tablesOf<CatalogueTables>(tx).selectFrom('catalogue.revision').select('number').executeTakeFirst();
  return row?.number ?? 0;
}
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

export async function insertProvider(tx: CentreTx, row: Omit<ProviderRow, 'centreId' | 'version'>): Promise<void> {
  await tablesOf<CatalogueTables>(tx)
    .insertInto('catalogue.provider')
    .values({ ...row, centreId: tx.centreId, version: 1 })
    .execute();
}
export const findProviderRow = (tx: CentreTx, id: string): Promise<ProviderRow | undefined> =>
  tablesOf<CatalogueTables>(tx).selectFrom('catalogue.provider').selectAll().where('id', '=', id).executeTakeFirst();
export const listProviderRows = (tx: CentreTx): Promise<ProviderRow[]> =>
  tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.provider')
    .selectAll()
    .orderBy(sql`name collate "pl-x-icu"`)
    .execute();

export async function insertProviders(tx: CentreTx, rows: readonly Omit<ProviderRow, 'centreId' | 'version'>[]): Promise<void> {
  if (rows.length === 0) return;
  await tablesOf<CatalogueTables>(tx)
    .insertInto('catalogue.provider')
    .values(rows.map((row) => ({ ...row, centreId: tx.centreId, version: 1 })))
    .execute();
}
