import type { CentreScope } from '#platform/http/index.ts';
import { findCentreFacts } from '#modules/centres/index.ts';
import { getServices, targetGroups, type CatalogueService } from '#modules/catalogue/index.ts';
import { byNearness, findNear, type Near, type Surroundings, type Way } from '../domain/near.ts';
import { countFacets, fits, type FacetCounts, type Narrowing } from '../domain/narrowing.ts';
import { bySoonestPlace, type Offer } from '../domain/offer.ts';
import { choicesFor } from '../domain/choices.ts';
import type { Need } from '../domain/needs.ts';
import type { SearchMatch } from '../domain/searchIndex.ts';
import { lifeSituations } from '../domain/shippedLife.ts';
import type { UnderstoodText } from '../domain/understanding.ts';
import { listKinds, listNeeds } from '../understandNeeds.ts';
import { currentIndex, type CentreIndex } from './centreIndex.ts';

export interface SearchFilter extends Narrowing {
  /** 30 unless told. */
  readonly limit?: number;
}
export interface FoundService {
  readonly service: CatalogueService;
  /** Compares within one answer only. */
  readonly score: number;
  /** Why it was found; empty when only parts of words resemble. */
  readonly matches: readonly SearchMatch[];
}

/**
 * The services that can be asked for today and fit the words, best first. Any text is a valid question; words that fit
 * nothing give an empty answer.
 */
export async function searchServices(scope: CentreScope, words: string, filter: SearchFilter = {}): Promise<FoundService[]> {
  const centre = await currentIndex(scope);
  return withCards(scope, rank(scope, centre, words, filter, filter.limit ?? 30));
}

export const SORTS = ['relevance', 'name', 'distance', 'soonest'] as const;
export type Sort = (typeof SORTS)[number];

export interface Browsing {
  readonly words: string;
  readonly narrowing: Omit<Narrowing, 'near'>;
  readonly place: string;
  readonly radiusKm: number;
  readonly sort: Sort;
  /** Id of the last service of the page before. */
  readonly after?: string | undefined;
}
export interface Browsed {
  readonly hits: readonly (FoundService & { readonly way: Way | undefined })[];
  /** Of all pages. */
  readonly count: number;
  /** Nothing fits the words well; what there is, is only the nearest. */
  readonly isWeak: boolean;
  readonly next: string | undefined;
  readonly facets: FacetCounts;
  /** Undefined when no place was named, or nobody here knows it. */
  readonly near: Near | undefined;
  /** What is known of the gmina where a place was named. */
  readonly surroundings: Surroundings | undefined;
  /** What the words tell of. */
  readonly read: UnderstoodText;
  /** Needs to choose from, when the words say too little to know one. */
  readonly choices: readonly Need[];
}

/** Hits this much weaker than the best one only confuse. */
const weakest = 0.12;
/** Below this score not even half of the words are met, nor a need that is likely. */
const fair = 0.4;
/** Less evidence than this is one word that was hardly ever heard, or none. */
const fairEvidence = 0.3;
/** So many hits are shown when none is fair. */
const mostWeak = 4;
/** Hits among which choices are counted. */
const mostHits = 500;
const pageLength = 24;
const groupCodes = targetGroups.map(({ code }) => code as string);

/**
 * One page of the services that can be asked for today: by words (best first) or all of them by name, narrowed by choices and
 * by a place, with how many services each further choice would leave.
 */
export async function browseServices(scope: CentreScope, browsing: Browsing): Promise<Browsed> {
  const centre = await currentIndex(scope);
  const { words, place } = browsing;
  const surroundings = place === '' ? undefined : await surroundingsOf(scope);
  const near = surroundings && findNear(place, browsing.radiusKm, centre.offers.values(), surroundings);
  const narrowing: Narrowing = { ...browsing.narrowing, near };
  const candidates = words === '' ? openOffers(scope, centre) : relevantOffers(scope, centre, words);
  const read = centre.index.understand(words);
  const isWeak = words !== '' && isLittle(candidates, read);
  const fitting = candidates.filter(({ offer }) => fits(offer, narrowing, scope.now));
  // Beyond the hits that are looked through there may be more that fit the choices.
  const isCut = candidates.length === mostHits && fitting.length < candidates.length;
  const found = isCut && words !== '' ? relevantOffers(scope, centre, words, candidates[0]?.score, narrowing) : fitting;
  const sorted = sort(found, browsing.sort, near);
  const start = browsing.after === undefined ? 0 : sorted.findIndex(({ offer }) => offer.id === browsing.after) + 1;
  const shown = sorted.slice(start, start + pageLength);
  const cards = await withCards(
    scope,
    shown.map(({ offer, score, matches }) => ({ id: offer.id, score, matches })),
  );
  return {
    hits: cards.map((hit) => ({ ...hit, way: wayTo(near, centre.offers.get(hit.service.id)) })),
    count: sorted.length,
    isWeak,
    next: sorted.length > start + pageLength ? shown.at(-1)?.offer.id : undefined,
    facets: countFacets(
      candidates.map(({ offer }) => offer),
      narrowing,
      scope.now,
      groupCodes,
    ),
    near,
    surroundings,
    read,
    choices: words === '' || candidates.length === 0 ? [] : choicesAmong(centre, words, sorted),
  };
}

const looked = 10;
function choicesAmong({ index }: CentreIndex, words: string, found: readonly Ranked[]): Need[] {
  const kinds = listKinds();
  const best = found.slice(0, looked).map(({ offer, score }) => ({
    score,
    kinds: index.kindsOf(offer.id).map(({ kind, weight }) => ({ kind, weight, id: kinds[kind]?.id ?? '' })),
  }));
  return choicesFor(index.understand(words), best, listNeeds(), (id) => lifeSituations.some(({ need }) => need === id));
}

type Ranked = { readonly offer: Offer; readonly score: number; readonly matches: readonly SearchMatch[] };

const isOffered = (scope: CentreScope, offer: Offer) => offer.validTo === null || offer.validTo >= scope.today.toString();

function openOffers(scope: CentreScope, { byName }: CentreIndex): Ranked[] {
  return byName().flatMap((offer) => (isOffered(scope, offer) ? [{ offer, score: 0, matches: [] }] : []));
}

function rank(scope: CentreScope, { index, offers }: CentreIndex, words: string, narrowing: Narrowing, limit: number) {
  return index.search(words, {
    limit,
    filter(id) {
      const offer = offers.get(id);
      return offer !== undefined && isOffered(scope, offer) && fits(offer, narrowing, scope.now);
    },
  });
}

/** Hits that are worth showing; `best` is the score of the best hit without choices, so that choices never add one. */
function relevantOffers(scope: CentreScope, centre: CentreIndex, words: string, best?: number, narrowing: Narrowing = {}): Ranked[] {
  const hits = rank(scope, centre, words, narrowing, mostHits);
  const read = centre.index.understand(words);
  if (isNothing(hits, read)) return [];
  const least = (best ?? hits[0]?.score ?? 0) * weakest;
  return (isLittle(hits, read) ? hits.slice(0, mostWeak) : hits).flatMap(({ id, score, matches }) => {
    const offer = centre.offers.get(id);
    return offer && score >= least ? [{ offer, score, matches }] : [];
  });
}

/** Whether nothing was found that the words, or the need in them, speak for. */
function isLittle(hits: readonly Pick<FoundService, 'score' | 'matches'>[], { evidence }: UnderstoodText): boolean {
  return (hits[0]?.score ?? 0) < fair || !hits.slice(0, 3).some(({ matches }) => matches.some((match) => isSpokenFor(match, evidence)));
}

/** Words that hardly say anything tell no need either, however likely one came out. */
const isSpokenFor = ({ kind }: SearchMatch, evidence: number): boolean =>
  kind === 'perhaps' ? evidence >= fairEvidence : kind !== 'spelling';

/** Whether not one of the words is met, and they tell no need: then nothing is nearer than anything else. */
const isNothing = (hits: readonly Pick<FoundService, 'matches'>[], { evidence }: UnderstoodText): boolean =>
  evidence < fairEvidence && hits.every(({ matches }) => matches.every(({ kind }) => kind === 'perhaps'));

function sort(found: readonly Ranked[], by: Sort, near: Near | undefined): readonly Ranked[] {
  if (by === 'name') return found.toSorted((a, b) => a.offer.name.localeCompare(b.offer.name, 'pl') || (a.offer.id < b.offer.id ? -1 : 1));
  if (by === 'soonest') return found.toSorted((a, b) => bySoonestPlace(a.offer, b.offer));
  if (by === 'distance' && near) {
    const nearer = byNearness(near);
    return found.toSorted((a, b) => nearer(a.offer, b.offer));
  }
  return found;
}

const wayTo = (near: Near | undefined, offer: Offer | undefined) => (near && offer ? near.wayTo(offer) : undefined);

async function surroundingsOf({ world, centre }: CentreScope): Promise<Surroundings> {
  const facts = await findCentreFacts(world, centre.slug);
  return { gmina: centre.gminaName, localities: facts?.localities.names ?? [] };
}

async function withCards(scope: CentreScope, hits: readonly { id: string; score: number; matches: readonly SearchMatch[] }[]) {
  const services = await getServices(
    scope,
    hits.map((hit) => hit.id),
  );
  return hits.flatMap(({ id, score, matches }): FoundService[] => {
    const service = services.get(id);
    return service ? [{ service, score, matches }] : [];
  });
}
