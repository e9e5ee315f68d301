/** What is compared of a service: folded words, and the ids of its provider and places. */
export interface Comparable {
  readonly id: string;
  readonly foldedName: string;
  readonly providerId: string | null;
  readonly placeIds: readonly string[];
}
export type Pair = readonly [string, string];

/**
 * Pairs of services that look like one: the same words in the name, and the same provider or a common place. Where one of
 * the two does not say who or where, that speaks neither for nor against; a pair of which nothing is common is none.
 * Ids of a pair stand in their order; pairs by the first.
 */
export function findDuplicates(services: readonly Comparable[], isDenied: (pair: Pair) => boolean = () => false): Pair[] {
  const pairs: Pair[] = [];
  const byName = Map.groupBy(services, ({ foldedName }) => foldedName.split(' ').toSorted().join(' '));
  for (const namesakes of byName.values()) {
    const ordered = namesakes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    for (const [index, one] of ordered.entries())
      for (const other of ordered.slice(index + 1)) if (isSame(one, other) && !isDenied([one.id, other.id])) pairs.push([one.id, other.id]);
  }
  return pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function isSame(one: Comparable, other: Comparable): boolean {
  const provider = agreement(known(one.providerId), known(other.providerId));
  const place = agreement(one.placeIds, other.placeIds);
  if (provider === 'common' || place === 'common') return true;
  return provider === 'unknown' && place === 'unknown';
}
const known = (id: string | null) => (id === null ? [] : [id]);
function agreement(one: readonly string[], other: readonly string[]): 'common' | 'apart' | 'unknown' {
  if (one.length === 0 || other.length === 0) return 'unknown';
  return one.some((id) => other.includes(id)) ? 'common' : 'apart';
}
