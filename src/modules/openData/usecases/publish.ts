import { setImmediate as untilIdle } from 'node:timers/promises';
import { inCentre } from '#platform/db/index.ts';
import { listOpenCentres, makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { findGmina } from '#modules/centres/index.ts';
import {
  getCatalogueRevision,
  listPublicChangesOf,
  listServicesSince,
  serviceToHsds,
  type CatalogueService,
  type HsdsOptions,
} from '#modules/catalogue/index.ts';
import { entriesOf, MAPPING, NO_SERVICE, tombstoneOf, type Entry, type JsonObject } from '../domain/entries.ts';
import {
  deleteAllEntries,
  deleteEntriesOf,
  deleteUnusedTerms,
  findPublication,
  listPublishers,
  lockPublication,
  saveEntries,
  savePublication,
} from '../store/entryStore.ts';

export const PUBLISH = 'openData.publish';
/** Services put into the copy at once. */
const batch = 100;

/**
 * Brings the public copy of the centre's catalogue up to date: reads what changed since the last time, or everything when
 * the copy was made by an older description of the format or the catalogue has gone back.
 * @returns how many services were read
 */
export async function publishCatalogue(scope: CentreScope): Promise<number> {
  const { tx } = scope;
  await lockPublication(tx);
  const revision = await getCatalogueRevision(scope);
  const before = await findPublication(tx);
  const isAnew = before === undefined || before.mapping !== MAPPING || before.revision > revision;
  if (!isAnew && before.revision === revision) return 0;
  if (isAnew) await deleteAllEntries(tx);
  const changed = await listServicesSince(scope, isAnew ? -1 : before.revision);
  const gmina = await findGmina(scope.world, scope.centre.teryt);
  for (let start = 0; start < changed.length; start += batch) {
    const services = changed.slice(start, start + batch);
    if (!isAnew)
      await deleteEntriesOf(
        tx,
        services.map((service) => service.id),
      );
    const published = services.filter((service) => service.status === 'active');
    const records = published.flatMap(({ id, providerId, places }) =>
      [id, providerId ?? [], places.flatMap((place) => place.id ?? [])].flat(),
    );
    const changes = await listPublicChangesOf(scope, [...new Set(records)]);
    const options = { voivodeship: gmina?.voivodeship, changesOf: (id: string) => changes.get(id) };
    const entries = published.flatMap((service) => entriesOfCard(scope.centre, service, options));
    const ended = services.filter((service) => service.status === 'ended').map((service) => tombstoneOf(service.id, momentOf(service)));
    await saveEntries(tx, [...withoutRepeatedTerms(entries), ...ended]);
    await untilIdle();
  }
  if (!isAnew) await deleteUnusedTerms(tx);
  await savePublication(tx, { revision, mapping: MAPPING }, scope.now);
  return changed.length;
}

function entriesOfCard(centre: Centre, service: CatalogueService, options: HsdsOptions): Entry[] {
  return entriesOf({
    hsds: withOrganization(serviceToHsds(service, options) as JsonObject, centre),
    validFrom: service.validFrom,
    validTo: service.validTo,
    modifiedAt: momentOf(service),
  });
}

const momentOf = ({ updatedAt }: CatalogueService): string => updatedAt.toString({ smallestUnit: 'second' });

/** A card that names no provider is the centre's own service. */
function withOrganization(hsds: JsonObject, centre: Centre): JsonObject {
  if (hsds['organization'] !== undefined) return hsds;
  const { id, officialName, displayName, email } = centre;
  const organization = { id, name: officialName, alternate_name: displayName, description: officialName, ...(email !== null && { email }) };
  return { ...hsds, organization_id: id, organization };
}

/** Terms of the whole catalogue occur in many services; one statement may write each once. */
function withoutRepeatedTerms(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    if (entry.serviceId !== NO_SERVICE) return true;
    const key = `${entry.kind} ${entry.id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Asks for a new copy of every centre that has none made by the present description of the format. */
export async function askForMissingCopies(world: World): Promise<void> {
  const done = new Set(await listPublishers(world.database, MAPPING));
  for (const centre of await listOpenCentres(world.database)) {
    if (done.has(centre.id)) continue;
    await inCentre(world.database, centre.id, (tx) => {
      const actor = { kind: 'system', task: PUBLISH } as const;
      const scope = makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'start', requestId: PUBLISH });
      return scope.enqueue(PUBLISH, {}, { key: `${PUBLISH}:${centre.id}` });
    });
  }
}
