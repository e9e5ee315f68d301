import { foldName } from '#shared/personName.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { listServices, type CatalogueService } from '#modules/catalogue/index.ts';

/** As many as can be looked through on one page. */
const most = 60;

/** Services that can be asked for today, all by name or those whose card holds every word. */
export async function findOfferedServices(scope: CentreScope, words: string): Promise<{ found: CatalogueService[]; isMore: boolean }> {
  const all = await listServices(scope, { offered: true });
  const wanted = foldName(words).split(' ').filter(Boolean);
  const fitting = wanted.length === 0 ? all : all.filter((service) => wanted.every((word) => wordsOf(service).includes(word.slice(0, 12))));
  return { found: fitting.slice(0, most), isMore: fitting.length > most };
}

const wordsOf = ({ name, summary, scope, recipients, everydayNames, keywords }: CatalogueService) =>
  foldName([name, summary, scope, recipients, ...everydayNames, ...keywords].filter(Boolean).join(' '));
