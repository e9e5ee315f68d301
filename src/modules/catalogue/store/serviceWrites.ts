import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { ServiceRecord } from '../domain/service.ts';
import type { CatalogueTables } from './catalogueStore.ts';

/** A service to write, with the row of its provider. */
export interface ServiceWrite {
  readonly service: ServiceRecord;
  readonly providerId: string | null;
}
/** How many rows a write added, and how many it changed. */
export interface Written {
  readonly added: number;
  readonly changed: number;
}

/** Rows a statement: their values stay far below the number of parameters that PostgreSQL takes. */
const batch = 500;

/**
 * Inserts or replaces services by their ids; rows that would not change are left alone. Gives the catalogue a new revision
 * when anything changed; writers of one catalogue wait here for one another, so revisions become visible in their order.
 */
export async function saveServices(tx: CentreTx, writes: readonly ServiceWrite[], now: Temporal.Instant): Promise<Written> {
  if (writes.length === 0) return { added: 0, changed: 0 };
  const tables = tablesOf<CatalogueTables>(tx);
  const revision = await takeRevision(tx);
  let added = 0;
  let changed = 0;
  for (let start = 0; start < writes.length; start += batch) {
    const rows = writes.slice(start, start + batch).map(({ service, providerId }) => {
      const { id, externalId, ...card } = service;
      return {
        centreId: tx.centreId,
        id,
        version: 1,
        slug: card.slug,
        externalId,
        name: card.name,
        status: card.status,
        providerId,
        areas: [...card.areas],
        targetGroups: [...card.targetGroups],
        card: JSON.stringify(card),
        createdAt: now,
        updatedAt: now,
        revision,
      };
    });
    const done = await tables
      .insertInto('catalogue.service')
      .values(rows)
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
            updatedAt: row.ref('excluded.updatedAt'),
            revision: row.ref('excluded.revision'),
            version: sql<number>`catalogue.service.version + 1`,
          }))
          .where(
            sql<boolean>`(catalogue.service.card, catalogue.service.provider_id, catalogue.service.external_id)
              is distinct from (excluded.card, excluded.provider_id, excluded.external_id)`,
          ),
      )
      .returning('version')
      .execute();
    added += done.filter((row) => row.version === 1).length;
    changed += done.filter((row) => row.version > 1).length;
  }
  return { added, changed };
}

/** Replaces the card of a service if nobody has since the given version was read. Returns false when somebody has. */
export async function replaceService(
  tx: CentreTx,
  version: number,
  { service, providerId }: ServiceWrite,
  now: Temporal.Instant,
): Promise<boolean> {
  const { id, externalId: _, ...card } = service;
  const done = await tablesOf<CatalogueTables>(tx)
    .updateTable('catalogue.service')
    .set({
      name: card.name,
      status: card.status,
      providerId,
      areas: [...card.areas],
      targetGroups: [...card.targetGroups],
      card: JSON.stringify(card),
      updatedAt: now,
      revision: await takeRevision(tx),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

async function takeRevision(tx: CentreTx): Promise<number> {
  // The row is taken before the number: a writer that waits here gets a greater number than the one it waited for.
  await sql`insert into catalogue.revision (centre_id, number) values (${tx.centreId}, 0) on conflict (centre_id) do update set number = catalogue.revision.number`.execute(
    tx.db,
  );
  const taken = await sql<{ number: number }>`update catalogue.revision set number = nextval('catalogue.revision_number')
    where centre_id = ${tx.centreId} returning number`.execute(tx.db);
  const [row] = taken.rows;
  if (!row) throw new Error('the catalogue has no row for its revision');
  return row.number;
}
