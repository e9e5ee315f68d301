import type { CentreScope } from '#platform/http/index.ts';
import { getServices, listServices, publishCountedPlaces, type CatalogueService, type CountedPlaces } from '#modules/catalogue/index.ts';
import type { OfferRule } from '../domain/offerRule.ts';
import { countPlaces, listServicesWithPlaces, lockPool } from '../store/placeStore.ts';
import { getRules } from './offers.ts';

/**
 * Whether the centre keeps the places of a service here, so that they are counted and nobody types them: there is a limit, and the
 * centre set it itself or somebody has been given a place or a wait. A limit that merely stands on a card is not yet such: people may
 * have places that nobody ever wrote down here.
 */
export const areKept = (rule: OfferRule, hasPlaces: boolean): boolean => rule.placeLimit !== null && (rule.version > 0 || hasPlaces);

/** The places of these services that the centre keeps, as they stand now. */
export async function countKeptPlaces(
  scope: CentreScope,
  services: readonly CatalogueService[],
): Promise<ReadonlyMap<string, CountedPlaces>> {
  const rules = await getRules(scope, services);
  const withPlaces = new Set(await listServicesWithPlaces(scope.tx));
  const only = services.length === 1 ? services[0]?.id : undefined;
  const counts = new Map((await countPlaces(scope.tx, only)).map((each) => [each.serviceId, each]));
  return new Map(
    services.flatMap(({ id }): [string, CountedPlaces][] => {
      const rule = rules.get(id);
      if (!rule || rule.placeLimit === null || !areKept(rule, withPlaces.has(id))) return [];
      const { taken, waiting } = counts.get(id) ?? { taken: 0, waiting: 0 };
      return [[id, { limit: rule.placeLimit, taken, waiting }]];
    }),
  );
}

/**
 * Puts the places of services, as they stand in this transaction, on their cards. Whoever else gives or takes places of them waits until
 * it ends, so the card never tells an older state over a newer one.
 */
export async function publishPlaces(scope: CentreScope, serviceIds: readonly string[]): Promise<void> {
  for (const id of serviceIds.toSorted()) {
    await lockPool(scope.tx, id);
    const services = [...(await getServices(scope, [id])).values()];
    await publishCountedPlaces(scope, id, (await countKeptPlaces(scope, services)).get(id) ?? null);
  }
}

/** Cards that tell other figures than the places kept here: of times before they were counted, or since the limit of a card was changed. */
export async function correctPublishedPlaces(scope: CentreScope): Promise<number> {
  const services = await listServices(scope);
  const kept = await countKeptPlaces(scope, services);
  const wrong = services.filter(({ id, vacancy }) => {
    const places = kept.get(id);
    if (!places) return vacancy?.counted !== undefined;
    const told = vacancy?.counted;
    return told?.limit !== places.limit || told.taken !== places.taken || vacancy?.queue !== places.waiting;
  });
  await publishPlaces(
    scope,
    wrong.map(({ id }) => id),
  );
  return wrong.length;
}
