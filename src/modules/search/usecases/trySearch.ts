import type { CentreScope } from '#platform/http/index.ts';
import { isClear, type LikelyNeed } from '../domain/understanding.ts';
import { kindsForNeeds } from '../understandNeeds.ts';
import { currentIndex } from './centreIndex.ts';
import { searchServices, type FoundService } from './searchServices.ts';

const HITS = 8;
const KINDS = 6;

/** What the search makes of words: for editors, who see why. */
export interface TriedSearch {
  readonly needs: readonly LikelyNeed[];
  /** Whether the likeliest need is named to residents. */
  readonly isClear: boolean;
  /** Kinds of services that would help, with how much (0–1]. */
  readonly kinds: readonly { readonly name: string; readonly gain: number }[];
  readonly hits: readonly FoundService[];
}

export async function trySearch(scope: CentreScope, words: string): Promise<TriedSearch> {
  const { index } = await currentIndex(scope);
  const read = index.understand(words);
  return {
    needs: read.needs,
    isClear: isClear(read),
    kinds: kindsForNeeds(read.needs).slice(0, KINDS),
    hits: await searchServices(scope, words, { limit: HITS }),
  };
}
