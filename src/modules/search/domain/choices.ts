import type { KindWeight } from './kinds.ts';
import { gainOfGrade, type Need } from './needs.ts';
import { isClear, type UnderstoodText } from './understanding.ts';

const MOST_CHOICES = 6;
const FEWEST_CHOICES = 2;
/** A choice that little speaks for only distracts. */
const OFFERED_FROM = 0.03;

/** A service that was found: how well, and of which kinds it is, by their ids. */
export type FoundKinds = { readonly score: number; readonly kinds: readonly (KindWeight & { readonly id: string })[] };

/**
 * Needs to choose from when words say too little to know one: the likely ones, and the common ones in which what was found
 * helps. None when the words are clear, or speak for nothing.
 * @param isCommon whether a need is among the situations of life that most people ask about
 */
export function choicesFor(
  read: UnderstoodText,
  found: readonly FoundKinds[],
  needs: readonly Need[],
  isCommon: (id: string) => boolean,
): Need[] {
  if (isClear(read)) return [];
  const best = Math.max(...found.map(({ score }) => score), 0);
  const likely = new Map(read.needs.map(({ need, p }) => [need.id, p]));
  const weighed = needs.map((need) => {
    // What says little is believed little, however likely it came out.
    let weight = (likely.get(need.id) ?? 0) * (LEAST_BELIEVED + (1 - LEAST_BELIEVED) * read.evidence);
    if (isCommon(need.id) && best > 0)
      for (const { score, kinds } of found)
        weight +=
          (score / best / found.length) * Math.max(0, ...kinds.map(({ id, weight: part }) => part * gainOfGrade(need.kinds[id] ?? 0)));
    return { need, weight };
  });
  const offered = weighed.filter(({ weight }) => weight >= OFFERED_FROM).toSorted((a, b) => b.weight - a.weight);
  return offered.length < FEWEST_CHOICES ? [] : offered.slice(0, MOST_CHOICES).map(({ need }) => need);
}

const LEAST_BELIEVED = 0.3;
