import type { CentreScope } from '#platform/http/index.ts';
import { getServices, type CatalogueService } from '#modules/catalogue/index.ts';
import type { SearchMatch } from '../domain/searchIndex.ts';
import { currentIndex } from './centreIndex.ts';

export interface SearchFilter {
  /** Number of a statutory area. */
  readonly area?: number | undefined;
  /** Code of a target group; what is for everyone is found too. */
  readonly group?: string | undefined;
  /** 30 unless told. */
  readonly limit?: number;
}
export interface FoundService {
  readonly service: CatalogueService;
  /** Compares within one answer only. */
  readonly score: number;
  /** Why it was found; empty when only parts of words resemble. */
  readonly matches: readonly SearchMatch[];
}

/**
 * The services that can be asked for today and fit the words, best first. Any text is a valid question; words that fit
 * nothing give an empty answer.
 */
export async function searchServices(scope: CentreScope, words: string, filter: SearchFilter = {}): Promise<FoundService[]> {
  const { index, offers } = await currentIndex(scope);
  const today = scope.today.toString();
  const { area, group } = filter;
  const hits = index.search(words, {
    limit: filter.limit ?? 30,
    filter(id) {
      const offer = offers.get(id);
      if (!offer || (offer.validTo !== null && offer.validTo < today)) return false;
      if (area !== undefined && !offer.areas.includes(area)) return false;
      return group === undefined || offer.groups.includes(group) || offer.groups.includes('EVERYONE');
    },
  });
  const services = await getServices(
    scope,
    hits.map((hit) => hit.id),
  );
  return hits.flatMap(({ id, score, matches }) => {
    const service = services.get(id);
    return service ? [{ service, score, matches }] : [];
  });
}
