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

/** Those with a free place first, then the shorter wait, then those of whom nothing is known. How many places are free makes no difference. */
export function bySoonestPlace(a: Offer, b: Offer): number {
  const rank = ({ freePlaces, waitDays }: Offer) => (freePlaces !== null && freePlaces > 0 ? -1 : (waitDays ?? Number.POSITIVE_INFINITY));
  return rank(a) === rank(b) ? 0 : rank(a) < rank(b) ? -1 : 1;
}
