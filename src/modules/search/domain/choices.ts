import type { KindWeight } from './kinds.ts';
import { gainOfGrade, type Need } from './needs.ts';
import { isClear, type UnderstoodText } from './understanding.ts';

const MOST_LIKELY = 4;
/** Fewer than this are no choice: then common needs stand beside. */
const FEWEST_CHOICES = 2;
const MOST_CHOICES = 3;
/** A choice that little speaks for only distracts. */
const OFFERED_FROM = 0.03;
/** So does one that far less speaks for than for the first. */
const NEAR_FIRST = 0.35;
const LEAST_BELIEVED = 0.3;
/** A kind that helps in so many of all needs tells nothing of which one it is. */
const GENERAL_FROM = 0.15;

/** A service that was found: how well, and of which kinds it is, by their ids. */
export type FoundKinds = { readonly score: number; readonly kinds: readonly (KindWeight & { readonly id: string })[] };

/**
 * Needs to choose from when words say too little to know one: the likely ones; where these are too few, common ones in which
 * just what was found helps. None when the words are clear, or speak for nothing.
 * @param isCommon whether a need is among the situations of life that most people ask about
 */
export function choicesFor(
  read: UnderstoodText,
  found: readonly FoundKinds[],
  needs: readonly Need[],
  isCommon: (id: string) => boolean,
): Need[] {
  if (isClear(read)) return [];
  // What says little is believed little, however likely it came out.
  const belief = LEAST_BELIEVED + (1 - LEAST_BELIEVED) * read.evidence;
  const first = read.needs[0]?.p ?? 0;
  const likely = read.needs
    .filter(({ p }) => p * belief >= OFFERED_FROM && p >= first * NEAR_FIRST)
    .slice(0, MOST_LIKELY)
    .map(({ need }) => need);
  if (likely.length >= FEWEST_CHOICES) return likely;
  const common = commonAmong(found, needs, isCommon).filter((need) => !likely.includes(need));
  const offered = [...likely, ...common].slice(0, MOST_CHOICES);
  return offered.length < FEWEST_CHOICES ? [] : offered;
}

/** The common needs in which what was found helps, most helped first. */
function commonAmong(found: readonly FoundKinds[], needs: readonly Need[], isCommon: (id: string) => boolean): Need[] {
  const best = Math.max(...found.map(({ score }) => score), 0);
  if (best === 0) return [];
  const isGeneral = (kind: string) => needs.filter((need) => (need.kinds[kind] ?? 0) >= 2).length >= GENERAL_FROM * needs.length;
  const told = found.map(({ score, kinds }) => ({ part: score / best / found.length, kinds: kinds.filter(({ id }) => !isGeneral(id)) }));
  return (
    needs
      // Nobody is asked without cause whether they are beaten or wish to die.
      .filter(({ id, urgent }) => isCommon(id) && urgent !== true)
      .map((need) => {
        const helped = ({ kinds }: Pick<FoundKinds, 'kinds'>) =>
          Math.max(0, ...kinds.map(({ id, weight }) => weight * gainOfGrade(need.kinds[id] ?? 0)));
        return { need, weight: told.reduce((sum, each) => sum + each.part * helped(each), 0) };
      })
      .filter(({ weight }) => weight >= OFFERED_FROM)
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ need }) => need)
  );
}
