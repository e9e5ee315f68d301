import type { Near } from './near.ts';

/** What narrows a search, of one service; kept in memory beside the index. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly number[];
  readonly groups: readonly string[];
  readonly validTo: string | null;
  readonly modes: readonly string[];
  readonly languages: readonly string[];
  readonly accessibility: readonly string[];
  readonly cost: 'free' | 'by-income' | 'paid' | null;
  readonly freePlaces: number | null;
  readonly waitDays: number | null;
  readonly places: readonly {
    readonly town: string | null;
    readonly postcode: string | null;
    readonly coordinates: { readonly latitude: number; readonly longitude: number } | null;
  }[];
  /** Names of the areas for whose residents it is; empty when it is for the whole centre. */
  readonly serviceAreas: readonly string[];
  /** Whether it is there at a moment; null where no hours are known. */
  isOpenAt(at: Temporal.Instant): boolean | null;
}

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

/** Those with a free place first, then the shorter wait, then those of whom nothing is known. How many places are free makes no difference. */
export function bySoonestPlace(a: Offer, b: Offer): number {
  const rank = ({ freePlaces, waitDays }: Offer) => (freePlaces !== null && freePlaces > 0 ? -1 : (waitDays ?? Number.POSITIVE_INFINITY));
  return rank(a) === rank(b) ? 0 : rank(a) < rank(b) ? -1 : 1;
}
