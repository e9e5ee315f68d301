import type { Near } from './near.ts';
import type { Offer } from './offer.ts';

/** What a resident chose. What is left out does not narrow. */
export interface Narrowing {
  /** Number of a statutory area. */
  readonly area?: number | undefined;
  /** Code of a target group; what is for everyone is found too. */
  readonly group?: string | undefined;
  readonly cost?: string | undefined;
  readonly mode?: string | undefined;
  /** Code of ISO 639. */
  readonly language?: string | undefined;
  readonly accessibility?: string | undefined;
  readonly openNow?: boolean | undefined;
  readonly hasPlaces?: boolean | undefined;
  readonly near?: Near | undefined;
}
export type Facet = Exclude<keyof Narrowing, 'near'>;
export const FACETS: readonly Facet[] = ['area', 'group', 'cost', 'mode', 'language', 'accessibility', 'openNow', 'hasPlaces'];

/** How many services would be left by each value of each facet, the other choices standing. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** The values that a service has of a facet, as texts. */
function valuesOf(offer: Offer, facet: Facet, now: Temporal.Instant, groups: readonly string[]): readonly string[] {
  switch (facet) {
    case 'area':
      return offer.areas.map(String);
    case 'group':
      return offer.groups.includes('EVERYONE') ? groups : offer.groups;
    case 'cost':
      return offer.cost === null ? [] : [offer.cost];
    case 'mode':
      return offer.modes;
    case 'language':
      return offer.languages;
    case 'accessibility':
      return offer.accessibility;
    case 'openNow':
      return offer.isOpenAt(now) === true ? ['true'] : [];
    case 'hasPlaces':
      return (offer.freePlaces ?? 0) > 0 ? ['true'] : [];
  }
}

/** Whether a service fits the choices; `except` leaves one facet out of account. */
export function fits(offer: Offer, narrowing: Narrowing, now: Temporal.Instant, except?: Facet): boolean {
  for (const facet of FACETS) {
    const chosen = narrowing[facet];
    if (facet === except || chosen === undefined || chosen === false) continue;
    if (facet === 'group' && offer.groups.includes('EVERYONE')) continue;
    if (!valuesOf(offer, facet, now, []).includes(String(chosen))) return false;
  }
  return narrowing.near === undefined || narrowing.near.reaches(offer);
}

/** Counts the values of each facet among services. */
export function countFacets(offers: Iterable<Offer>, narrowing: Narrowing, now: Temporal.Instant, groups: readonly string[]): FacetCounts {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<Facet, Map<string, number>>;
  for (const offer of offers)
    for (const facet of FACETS) {
      if (!fits(offer, narrowing, now, facet)) continue;
      for (const value of valuesOf(offer, facet, now, groups)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  return counts;
}
