import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { foldName } from '#shared/personName.ts';
import { derivedId } from '#shared/uuid.ts';
import type { ServiceRecord, Vacancy } from '../domain/service.ts';
import { saveLocations } from './locationWrites.ts';
import { saveProviders } from './providerWrites.ts';
import { takeRevision } from './revision.ts';
import type { CatalogueTables } from './tables.ts';
import { forgetRemoved } from './removedStore.ts';
import { keepVersions, type WrittenBy } from './versionStore.ts';

/** How many rows a write added, and how many it changed; `rows` are both, `revision` is the change of the catalogue that wrote them. */
export interface Written {
  readonly added: number;
  readonly changed: number;
  readonly rows: readonly { readonly id: string; readonly version: number; readonly isNew: boolean }[];
  readonly revision: number;
}

/** Rows a statement: their values stay far below the number of parameters that PostgreSQL takes. */
const batch = 500;

/**
 * Inserts or replaces services by their ids, with their providers and places; rows that would not change are left alone.
 * Figures of places replace only older ones.
 */
export async function saveServices(
  tx: CentreTx,
  services: readonly ServiceRecord[],
  now: Temporal.Instant,
  by: WrittenBy,
  /** Told how many have been written so far, after each batch. */
  tell: (done: number) => Promise<void> = async () => undefined,
): Promise<Written> {
  if (services.length === 0) return { added: 0, changed: 0, rows: [], revision: 0 };
  const revision = await takeRevision(tx);
  const rows = await rowsOf(tx, services, now, revision);
  const written: { id: string; version: number; isNew: boolean }[] = [];
  for (let start = 0; start < rows.length; start += batch) {
    const some = rows.slice(start, start + batch);
    const returning = await forgetRemoved(
      tx,
      some.map(({ id }) => id),
    );
    const done = await tablesOf<CatalogueTables>(tx)
      .insertInto('catalogue.service')
      .values(some.map(({ sites: _, ...row }) => ({ ...row, version: (returning.get(row.id) ?? 0) + 1 })))
      .onConflict((conflict) =>
        conflict
          .columns(['centreId', 'id'])
          .doUpdateSet((row) => ({
            slug: row.ref('excluded.slug'),
            externalId: row.ref('excluded.externalId'),
            name: row.ref('excluded.name'),
            status: row.ref('excluded.status'),
            providerId: row.ref('excluded.providerId'),
            areas: row.ref('excluded.areas'),
            targetGroups: row.ref('excluded.targetGroups'),
            card: row.ref('excluded.card'),
            vacancy: sql<Vacancy>`case when ${isNewerVacancy} then excluded.vacancy else catalogue.service.vacancy end`,
            updatedAt: row.ref('excluded.updatedAt'),
            revision: row.ref('excluded.revision'),
            version: sql<number>`catalogue.service.version + 1`,
          }))
          .where(
            sql<boolean>`(catalogue.service.card, catalogue.service.provider_id, catalogue.service.external_id)
              is distinct from (excluded.card, excluded.provider_id, excluded.external_id) or ${isNewerVacancy}`,
          ),
      )
      // A row that this statement inserted has nobody who replaced it yet.
      .returning(['id', 'version', sql<boolean>`xmax = 0`.as('isNew')])
      .execute();
    written.push(...done);
    const ids = new Set(done.map(({ id }) => id));
    await linkSites(
      tx,
      some.filter(({ id }) => ids.has(id)),
    );
    await keepVersions(tx, [...ids], now, by);
    await tell(Math.min(start + batch, rows.length));
  }
  const added = written.filter(({ isNew }) => isNew).length;
  return { added, changed: written.length - added, rows: written, revision };
}

/** Figures that the centre counts itself are never replaced by those of a file. */
const isNewerVacancy = sql<boolean>`catalogue.service.vacancy -> 'counted' is null and coalesce((excluded.vacancy ->> 'asOf')::timestamptz >
  coalesce((catalogue.service.vacancy ->> 'asOf')::timestamptz, '-infinity'), false)`;

/** Replaces the card of a service if nobody has since the given version was read. Returns false when somebody has. */
export async function replaceService(
  tx: CentreTx,
  version: number,
  service: ServiceRecord,
  now: Temporal.Instant,
  by: WrittenBy,
): Promise<boolean> {
  const revision = await takeRevision(tx);
  const [row] = await rowsOf(tx, [withReferences(service)], now, revision, true);
  if (!row) return false;
  const { name, status, providerId, areas, targetGroups, card } = row;
  const done = await tablesOf<CatalogueTables>(tx)
    .updateTable('catalogue.service')
    .set({ name, status, providerId, areas, targetGroups, card, updatedAt: now, revision, version: version + 1 })
    .where('id', '=', service.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  await linkSites(tx, [row]);
  await keepVersions(tx, [service.id], now, by);
  return true;
}

const asJson = (vacancy: Vacancy | null) => (vacancy === null ? sql<Vacancy>`null` : sql<Vacancy>`${JSON.stringify(vacancy)}::jsonb`);

/**
 * Writes typed figures of a service's places; its card and version stay. Of counted ones only the predicted wait changes. Returns false
 * for a service that is not there.
 */
export async function saveVacancy(tx: CentreTx, serviceId: string, vacancy: Vacancy | null, now: Temporal.Instant): Promise<boolean> {
  const waitDays = JSON.stringify({ waitDays: vacancy?.waitDays ?? null });
  const done = await tablesOf<CatalogueTables>(tx)
    .updateTable('catalogue.service')
    .set({
      vacancy: sql<Vacancy>`case when vacancy -> 'counted' is null then ${asJson(vacancy)} else vacancy || ${waitDays}::jsonb end`,
      updatedAt: now,
      revision: await takeRevision(tx),
    })
    .where('id', '=', serviceId)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The figures of a service's places, which nobody else writes before the transaction ends; undefined for a service that is not there. */
export async function lockVacancy(tx: CentreTx, serviceId: string): Promise<Vacancy | null | undefined> {
  const row = await tablesOf<CatalogueTables>(tx)
    .selectFrom('catalogue.service')
    .select('vacancy')
    .where('id', '=', serviceId)
    .forUpdate()
    .executeTakeFirst();
  return row && row.vacancy;
}

/** Writes counted figures, keeping the predicted wait while somebody waits; null takes counted figures away and leaves typed ones. */
export async function saveCountedVacancy(tx: CentreTx, serviceId: string, vacancy: Vacancy | null, now: Temporal.Instant): Promise<void> {
  const hasQueue = vacancy !== null && (vacancy.queue ?? 0) > 0;
  let update = tablesOf<CatalogueTables>(tx)
    .updateTable('catalogue.service')
    .set({
      vacancy: hasQueue
        ? sql<Vacancy>`${asJson(vacancy)} || jsonb_build_object('waitDays', coalesce(vacancy -> 'waitDays', 'null'::jsonb))`
        : asJson(vacancy),
      updatedAt: now,
      revision: await takeRevision(tx),
    })
    .where('id', '=', serviceId);
  if (vacancy === null) update = update.where(sql<boolean>`vacancy -> 'counted' is not null`);
  await update.execute();
}

/** An editor of a card does not change its provider's row; its places are those that have rows. */
const withReferences = (service: ServiceRecord): ServiceRecord => ({
  ...service,
  provider: service.provider && { name: service.provider.name, kind: service.provider.kind },
});

async function rowsOf(
  tx: CentreTx,
  services: readonly ServiceRecord[],
  now: Temporal.Instant,
  revision: number,
  /** Places with an id refer to rows that are there and are not written. */
  hasReferences = false,
) {
  const providers = await saveProviders(
    tx,
    services.flatMap(({ provider }) => provider ?? []),
    now,
    revision,
  );
  const locations = services.flatMap(({ places }) => places.map(({ site: _, ...location }) => location));
  const toSave = hasReferences ? locations.filter(({ id }) => id === undefined) : locations;
  const savedIds = (await saveLocations(tx, toSave, now, revision)).values();
  const locationIds = locations.map(({ id }) => (hasReferences && id !== undefined ? id : savedIds.next().value)).values();
  return services.map(({ id, externalId, vacancy, provider, places, ...card }) => {
    const sites = new Map<string, { readonly id: string; readonly site: object }>();
    for (const { site } of places) {
      const { value: locationId } = locationIds.next();
      if (locationId === undefined || sites.has(locationId)) continue;
      sites.set(locationId, { id: locationId, site: { ...site, id: site?.id ?? derivedId('site', id, locationId) } });
    }
    const stored = { ...card, places: [...sites.values()] };
    return {
      centreId: tx.centreId,
      id,
      version: 1,
      slug: card.slug,
      externalId,
      name: card.name,
      status: card.status,
      providerId: provider ? (providers.get(foldName(provider.name)) ?? null) : null,
      areas: [...card.areas],
      targetGroups: [...card.targetGroups],
      card: JSON.stringify(stored),
      vacancy: vacancy === null ? null : sql<Vacancy>`${JSON.stringify(vacancy)}::jsonb`,
      createdAt: now,
      updatedAt: now,
      revision,
      sites: [...sites.values()].map(({ id: locationId, site }) => ({ locationId, id: (site as { id: string }).id })),
    };
  });
}

export async function linkSites(
  tx: CentreTx,
  services: readonly { readonly id: string; readonly sites: readonly { readonly id: string; readonly locationId: string }[] }[],
): Promise<void> {
  if (services.length === 0) return;
  const tables = tablesOf<CatalogueTables>(tx);
  await tables
    .deleteFrom('catalogue.serviceAtLocation')
    .where(
      'serviceId',
      'in',
      services.map(({ id }) => id),
    )
    .execute();
  const links = services.flatMap(({ id: serviceId, sites }) =>
    sites.map(({ id, locationId }) => ({ centreId: tx.centreId, id, serviceId, locationId })),
  );
  if (links.length === 0) return;
  await tables
    .insertInto('catalogue.serviceAtLocation')
    .values([...new Map(links.map((link) => [link.id, link])).values()])
    .onConflict((conflict) =>
      conflict
        .columns(['centreId', 'id'])
        .doUpdateSet((row) => ({ serviceId: row.ref('excluded.serviceId'), locationId: row.ref('excluded.locationId') })),
    )
    .execute();
}
