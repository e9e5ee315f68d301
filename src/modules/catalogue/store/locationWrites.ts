import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { derivedId } from '#shared/uuid.ts';
import { keyOfPlace, type LocationRecord } from '../domain/place.ts';
import { listOtherIds } from './identityStore.ts';
import type { CatalogueTables } from './tables.ts';

const batch = 500;
const digestOf = (location: LocationRecord): string => createHash('md5').update(keyOfPlace(location)).digest('hex');

/** Which rows locations have or would get, found without writing anything. */
export interface LocationPlan {
  /** Ids of their rows, in the order of the locations. */
  readonly ids: readonly string[];
  /** Rows to be added or replaced, by id. */
  readonly toWrite: ReadonlyMap<string, LocationRecord>;
}

/** A location with an id replaces its row; one that is only named finds its row or gets one, and changes nothing of it. */
export async function planLocations(tx: CentreTx, locations: readonly LocationRecord[]): Promise<LocationPlan> {
  const named = await findNamed(tx, locations);
  const toWrite = new Map<string, LocationRecord>();
  const others = await listOtherIds(
    tx,
    'location',
    locations.flatMap(({ id }) => id ?? []),
  );
  const ids = locations.map((location) => {
    if (location.id !== undefined) {
      const id = others.get(location.id) ?? location.id;
      toWrite.set(id, location);
      return id;
    }
    const key = digestOf(location);
    const known = named.get(key);
    if (known !== undefined) return known;
    const id = derivedId('location', tx.centreId, key);
    named.set(key, id);
    toWrite.set(id, location);
    return id;
  });
  return { ids, toWrite };
}

/** Adds and replaces the rows that were planned; those that would not change are left alone. */
export async function writeLocations(tx: CentreTx, { toWrite }: LocationPlan, now: Temporal.Instant, revision: number): Promise<void> {
  const rows = [...toWrite].map(([id, location]) => rowOf(tx, id, location, now, revision));
  const changed: string[] = [];
  for (let start = 0; start < rows.length; start += batch) {
    const done = await tablesOf<CatalogueTables>(tx)
      .insertInto('catalogue.location')
      .values(rows.slice(start, start + batch))
      .onConflict((conflict) =>
        conflict
          .columns(['centreId', 'id'])
          .doUpdateSet((row) => ({
            key: row.ref('excluded.key'),
            name: row.ref('excluded.name'),
            street: row.ref('excluded.street'),
            postcode: row.ref('excluded.postcode'),
            town: row.ref('excluded.town'),
            details: row.ref('excluded.details'),
            updatedAt: row.ref('excluded.updatedAt'),
            revision: row.ref('excluded.revision'),
            version: sql<number>`catalogue.location.version + 1`,
          }))
          .where(sql<boolean>`(catalogue.location.key, catalogue.location.details) is distinct from (excluded.key, excluded.details)`),
      )
      .returning(['id', 'version'])
      .execute();
    changed.push(...done.flatMap(({ id, version }) => (version > 1 ? [id] : [])));
  }
  await touchServicesAt(tx, changed, now, revision);
}

/** Replaces a location if nobody has since the given version was read. Returns false when somebody has. */
export async function replaceLocation(
  tx: CentreTx,
  id: string,
  version: number,
  location: LocationRecord,
  now: Temporal.Instant,
  revision: number,
): Promise<boolean> {
  const { centreId: _, id: __, version: ___, createdAt: ____, ...values } = rowOf(tx, id, location, now, revision);
  const done = await tablesOf<CatalogueTables>(tx)
    .updateTable('catalogue.location')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  await touchServicesAt(tx, [id], now, revision);
  return true;
}

function rowOf(tx: CentreTx, id: string, location: LocationRecord, now: Temporal.Instant, revision: number) {
  const { id: _, name, street, postcode, town, ...details } = location;
  return {
    centreId: tx.centreId,
    id,
    version: 1,
    key: digestOf(location),
    name,
    street,
    postcode,
    town,
    details: JSON.stringify(details),
    createdAt: now,
    updatedAt: now,
    revision,
  };
}

async function findNamed(tx: CentreTx, locations: readonly LocationRecord[]): Promise<Map<string, string>> {
  const keys = [...new Set(locations.flatMap((location) => (location.id === undefined ? [digestOf(location)] : [])))];
  const ids = new Map<string, string>();
  for (let start = 0; start < keys.length; start += 10_000) {
    const rows = await tablesOf<CatalogueTables>(tx)
      .selectFrom('catalogue.location')
      .select(['id', 'key'])
      .where('key', 'in', keys.slice(start, start + 10_000))
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .execute();
    // The last word has the oldest of those that look alike.
    for (const row of rows) ids.set(row.key, row.id);
  }
  return ids;
}

/** What is shown with a service belongs to it: whoever follows changes must read it again. */
async function touchServicesAt(tx: CentreTx, locationIds: readonly string[], now: Temporal.Instant, revision: number): Promise<void> {
  if (locationIds.length === 0) return;
  await tablesOf<CatalogueTables>(tx)
    .updateTable('catalogue.service')
    .set({ updatedAt: now, revision })
    .where('id', 'in', (select) =>
      select
        .selectFrom('catalogue.serviceAtLocation')
        .select('serviceId')
        .where('locationId', 'in', [...locationIds]),
    )
    .execute();
}
