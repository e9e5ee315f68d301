import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { ServiceRecord, Vacancy } from '../domain/service.ts';
import { countRows, takeRevision } from './revision.ts';
import { planRows, writeBeside } from './serviceRows.ts';
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
/** Rows that are written quickly whatever the planner thinks; before more are, they are counted. */
export const FEW = 100;
const inBatches = <T>(rows: readonly T[]): readonly (readonly T[])[] => {
  const batches = rows.length > 0 ? [rows.slice(0, FEW)] : [];
  for (let start = FEW; start < rows.length; start += batch) batches.push(rows.slice(start, start + batch));
  return batches;
};

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
  const plan = await planRows(tx, services);
  await writeBeside(tx, plan, now, revision);
  const rows = plan.rows.map((row) => ({ ...row, createdAt: now, updatedAt: now, revision }));
  const written: { id: string; version: number; isNew: boolean }[] = [];
  let done = 0;
  for (const [index, some] of inBatches(rows).entries()) {
    const returning = await forgetRemoved(
      tx,
      some.map(({ id }) => id),
    );
    const saved = await tablesOf<CatalogueTables>(tx)
      .insertInto('catalogue.service')
      .values(some.map(({ sites: _, vacancyText: __, ...row }) => ({ ...row, version: (returning.get(row.id) ?? 0) + 1 })))
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
          .where(wouldChange),
      )
      // A row that this statement inserted has nobody who replaced it yet.
      .returning(['id', 'version', sql<boolean>`xmax = 0`.as('isNew')])
      .execute();
    written.push(...saved);
    const ids = new Set(saved.map(({ id }) => id));
    await linkSites(
      tx,
      some.filter(({ id }) => ids.has(id)),
    );
    await keepVersions(tx, [...ids], now, by);
    done += some.length;
    // Before the first ones there is nothing to count.
    if (index === 0 && rows.length > some.length) await countRows(tx);
    await tell(done);
  }
  const added = written.filter(({ isNew }) => isNew).length;
  return { added, changed: written.length - added, rows: written, revision };
}

/** Those of the services that a write would add or change, by id; nothing is written, so nobody waits. */
export async function compareServices(
  tx: CentreTx,
  services: readonly ServiceRecord[],
  /** Told how many have been compared so far, after each batch. */
  tell: (done: number) => Promise<void> = async () => undefined,
): Promise<ReadonlyMap<string, 'added' | 'changed'>> {
  const { rows } = await planRows(tx, services);
  const outcomes = new Map<string, 'added' | 'changed'>();
  for (let start = 0; start < rows.length; start += batch) {
    const some = rows.slice(start, start + batch).map(({ id, externalId, providerId, card, vacancyText }) => ({
      ...{ id, external_id: externalId, provider_id: providerId, card, vacancy: vacancyText },
    }));
    const found = await sql<{ id: string; isChanged: boolean }>`
      select catalogue.service.id, ${wouldChange} as "isChanged"
      from (select id, external_id, provider_id, card::jsonb as card, vacancy::jsonb as vacancy
        from jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
          as w (id uuid, external_id text, provider_id uuid, card text, vacancy text)) excluded
      join catalogue.service on catalogue.service.id = excluded.id`.execute(tx.db);
    const known = new Map(found.rows.map(({ id, isChanged }) => [id, isChanged]));
    for (const { id } of some) {
      const isChanged = known.get(id);
      if (isChanged !== false) outcomes.set(id, isChanged === undefined ? 'added' : 'changed');
    }
    await tell(Math.min(start + batch, rows.length));
  }
  return outcomes;
}

/** Figures that the centre counts itself are never replaced by those of a file. */
const isNewerVacancy = sql<boolean>`catalogue.service.vacancy -> 'counted' is null and coalesce((excluded.vacancy ->> 'asOf')::timestamptz >
  coalesce((catalogue.service.vacancy ->> 'asOf')::timestamptz, '-infinity'), false)`;
/** Whether the row `excluded` says anything else than the service that is there; the write and its trial ask the same. */
const wouldChange = sql<boolean>`((catalogue.service.card, catalogue.service.provider_id, catalogue.service.external_id)
  is distinct from (excluded.card, excluded.provider_id, excluded.external_id) or ${isNewerVacancy})`;

/** Replaces the card of a service if nobody has since the given version was read. Returns false when somebody has. */
export async function replaceService(
  tx: CentreTx,
  version: number,
  service: ServiceRecord,
  now: Temporal.Instant,
  by: WrittenBy,
): Promise<boolean> {
  const revision = await takeRevision(tx);
  const plan = await planRows(tx, [withReferences(service)], true);
  await writeBeside(tx, plan, now, revision);
  const [row] = plan.rows;
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
