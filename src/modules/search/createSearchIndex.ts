import { SearchIndex } from './domain/searchIndex.ts';
import { getLexicalFiles } from './lexicalFiles.ts';
import { getUnderstanding } from './needsFiles.ts';

/** An empty index. The first one in a process loads the dictionary and the model of needs (some hundreds of milliseconds). */
export function createSearchIndex(): SearchIndex {
  const { polish, lexicon } = getLexicalFiles();
  return new SearchIndex(polish, lexicon, getUnderstanding());
}
