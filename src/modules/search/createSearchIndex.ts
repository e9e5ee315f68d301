import { SearchIndex } from './domain/searchIndex.ts';
import { getLexicalFiles } from './lexicalFiles.ts';

/** An empty index. The first one in a process loads the dictionary (some tens of milliseconds). */
export function createSearchIndex(): SearchIndex {
  const { polish, lexicon } = getLexicalFiles();
  return new SearchIndex(polish, lexicon);
}
