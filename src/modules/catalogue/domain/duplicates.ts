/** What is compared of a service: the words of its name, and the ids of its provider and places. */
export interface Comparable {
  readonly id: string;
  /** The words of the name without accents, in an order of their own. */
  readonly nameKey: string;
  readonly providerId: string | null;
  readonly placeIds: readonly string[];
}
export type Pair = readonly [string, string];

/**
 * Pairs of services that look like one: the same words in the name, and the same provider or a common place. Where one of
 * the two does not say who or where, that speaks neither for nor against; a pair of which nothing is common is none.
 * Pairs of a name stand together; ids of a pair in their order, and pairs by them.
 */
export function findDuplicates(services: readonly Comparable[], isDenied: (pair: Pair) => boolean = () => false): Pair[] {
  const byName = [...Map.groupBy(services, ({ nameKey }) => nameKey)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return byName.flatMap(([, namesakes]) => {
    const ordered = namesakes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return ordered.flatMap((one, index) =>
      ordered
        .slice(index + 1)
        .filter((other) => isSame(one, other) && !isDenied([one.id, other.id]))
        .map(({ id }): Pair => [one.id, id]),
    );
  });
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
