import { SearchIndex } from './domain/searchIndex.ts';
import { getLexicalFiles } from './lexicalFiles.ts';

export type { SearchDocument, SearchHit, SearchIndex, SearchMatch, SearchOptions } from './domain/searchIndex.ts';
export { type JudgedQuery, measureRelevance, type Relevance } from './domain/relevance.ts';
export { withoutAccents, withTypo } from './domain/noise.ts';

/** An empty index. The first one in a process loads the dictionary (some tens of milliseconds). */
export function createSearchIndex(): SearchIndex {
  const { polish, lexicon } = getLexicalFiles();
  return new SearchIndex(polish, lexicon);
}
