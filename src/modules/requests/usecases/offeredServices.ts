import type { CentreScope } from '#platform/http/index.ts';
import { listServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { searchServices } from '#modules/search/index.ts';

/** As many as can be looked through on one page. */
const most = 60;
/** What fits words less and less is only in the way. */
const mostFitting = 12;

/** Services that can be asked for today: all by name, or those that fit the words, best first. */
export async function findOfferedServices(scope: CentreScope, words: string): Promise<{ found: CatalogueService[]; isMore: boolean }> {
  if (words.trim() !== '') {
    const hits = await searchServices(scope, words, { limit: mostFitting });
    return { found: hits.map((hit) => hit.service), isMore: false };
  }
  const all = await listServices(scope, { offered: true });
  return { found: all.slice(0, most), isMore: all.length > most };
}
