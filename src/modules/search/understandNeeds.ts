import type { KindText } from './domain/kinds.ts';
import type { Need, UnderstoodNeed } from './domain/needs.ts';
import type { LikelyNeed } from './domain/understanding.ts';
import { getUnderstanding } from './needsFiles.ts';

/** A kind of service, in words. `weight`: 1 for the leading kind of a service, less for others. */
export type NamedKind = { readonly id: string; readonly name: string; readonly area: number; readonly weight: number };

/** What a resident's words tell about, likeliest first; empty when nothing in them is known. Any text is valid. */
export const understandNeeds = (words: string): UnderstoodNeed[] => getUnderstanding().understand(words);

/** All needs in the order of their files; those with `life` are entry points of the front page. */
export const listNeeds = (): readonly Need[] => getUnderstanding().needs;

/** All kinds of services. */
export const listKinds = (): readonly Omit<NamedKind, 'weight'>[] =>
  getUnderstanding().kinds.list.map(({ id, name, area }) => ({ id, name, area }));

/** Of which kinds a service is, as its texts tell or an editor has set; at most three, the leading one first. */
export function kindsOf(service: KindText): NamedKind[] {
  const understanding = getUnderstanding();
  const { kinds } = understanding;
  return understanding.kindsOf(service).flatMap(({ kind, weight }) => {
    const named = kinds.list[kind];
    return named === undefined ? [] : [{ id: named.id, name: named.name, area: named.area, weight }];
  });
}

const SUGGESTED_FROM = 0.12;
const MOST_SUGGESTED = 4;

/** Ids of kinds that a service may be of besides, as needs tell in which its texts would be said; likeliest first. */
export function suggestKinds({ name, everydayNames, keywords, description }: KindText): string[] {
  const understanding = getUnderstanding();
  const said = [name, ...everydayNames, ...keywords, description.split('\n')[0] ?? ''].join(', ');
  return [...understanding.wantedKinds(said)]
    .filter(([, { gain }]) => gain >= SUGGESTED_FROM)
    .toSorted(([, a], [, b]) => b.gain - a.gain)
    .slice(0, MOST_SUGGESTED)
    .flatMap(([kind]) => understanding.kinds.list[kind]?.id ?? []);
}

/** Kinds of services that needs ask for, the most useful first, by name. */
export function kindsForNeeds(needs: readonly LikelyNeed[]): { name: string; gain: number }[] {
  const understanding = getUnderstanding();
  return [...understanding.kindsFor(needs)]
    .flatMap(([kind, { gain }]) => {
      const named = understanding.kinds.list[kind];
      return named === undefined ? [] : [{ name: named.name, gain: Math.min(1, gain) }];
    })
    .toSorted((a, b) => b.gain - a.gain);
}
