import type { CentreScope } from '#platform/http/index.ts';
import { getServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { gainOfGrade } from '../domain/needs.ts';
import { listKinds, listNeeds } from '../understandNeeds.ts';
import { currentIndex } from './centreIndex.ts';

/** Services below this use only distract. */
const LEAST_USE = 0.05;
const MOST = 24;
/** From this use on a service is what the person needs, below it a good alternative. */
const NEEDED_FROM = 0.6;

export interface ServicesForNeed {
  readonly first: readonly CatalogueService[];
  readonly others: readonly CatalogueService[];
}

/** The services on offer today that help somebody with a need, most useful first. An unknown need has none. */
export async function servicesForNeed(scope: CentreScope, needId: string): Promise<ServicesForNeed> {
  const need = listNeeds().find(({ id }) => id === needId);
  if (!need) return { first: [], others: [] };
  const { index, offers } = await currentIndex(scope);
  const kinds = listKinds();
  const today = scope.today.toString();
  const useful = [...offers.values()]
    .filter(({ validTo }) => validTo === null || validTo >= today)
    .map(({ id }) => ({
      id,
      use: Math.max(0, ...index.kindsOf(id).map(({ kind, weight }) => weight * gainOfGrade(need.kinds[kinds[kind]?.id ?? ''] ?? 0))),
    }))
    .filter(({ use }) => use >= LEAST_USE)
    .toSorted((a, b) => b.use - a.use || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
  const cards = await getServices(
    scope,
    useful.map(({ id }) => id),
  );
  const some = (part: typeof useful) => part.flatMap(({ id }) => cards.get(id) ?? []);
  return { first: some(useful.filter(({ use }) => use >= NEEDED_FROM)), others: some(useful.filter(({ use }) => use < NEEDED_FROM)) };
}
