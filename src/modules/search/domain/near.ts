import { fold } from './tokens.ts';
import type { Offer } from './offer.ts';

/** The gmina of a centre, as far as it is known where its people live. */
export interface Surroundings {
  readonly gmina: string;
  /** Names of towns and villages of the gmina; nobody claims that they are all. */
  readonly localities: readonly string[];
}

/** How somebody in the place that was named comes to a service, or the service to them. */
export type Way =
  | { readonly kind: 'here' }
  | { readonly kind: 'km'; readonly km: number }
  /** It is given in people's homes. */
  | { readonly kind: 'comes' }
  /** By telephone or over the internet. */
  | { readonly kind: 'remote' }
  /** Given at a place, of which it cannot be said how far it is. */
  | { readonly kind: 'unknown' };

/** A place that a resident named, as far as the centre's own services and its gmina know it. */
export interface Near {
  /** Its whole name where it was typed in part ("Solec"); else as typed. */
  readonly place: string;
  readonly radiusKm: number;
  /** Whether a service is offered within the radius, or for residents of the place; also where nobody knows how far it is. */
  reaches(offer: Offer): boolean;
  /** Kilometres to its nearest place, 0 in the place itself; null when it cannot be said. */
  distanceTo(offer: Offer): number | null;
  wayTo(offer: Offer): Way;
}

type Point = { readonly latitude: number; readonly longitude: number };
const EARTH_KM = 6371;

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const [north, east] = [rad(b.latitude - a.latitude), rad(b.longitude - a.longitude)];
  const half = Math.sin(north / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** A postcode wherever it stands: people write it with the town or the street. */
const postcodePattern = /(?<!\d)(\d{2})[-\s]?(\d{3})(?!\d)/;
const postcodeOf = (text: string) => postcodePattern.exec(text)?.slice(1).join('-');
const bare = (text: string) => fold(text.trim()).replaceAll(/[\s-]+/g, ' ');
const same = (a: string, b: string) => bare(a) === bare(b);

/** Words that stand before the name of a place: "wieś Chrośna", "gm. Łapy". */
const kindOfPlace = /^(?:gmina|gm\.?|miasto|m\.|wies|w\.|solectwo|miejscowosc)\s+/;
/** Words around the name of a gmina in what editors write about the area of a service. */
const aroundGmina = /^(?:(?:na )?teren(?:ie)? |obszar |mieszkancy |cala |calej )*(?:miast[oa] i )?(?:gmin[ay] )?|(?: i okolice?)$/g;
const widerThanGmina = /^(?:powiat|wojewodztwo|polska|cala polska|caly kraj)(?= |$)/;

/** The towns that places of services and the gmina know, each as it is written there. */
function knownNames(offers: Iterable<Offer>, { gmina, localities }: Surroundings): string[] {
  const towns = new Map([gmina, ...localities].map((name) => [bare(name), name]));
  for (const { places } of offers) for (const { town } of places) if (town !== null && !towns.has(bare(town))) towns.set(bare(town), town);
  return [...towns.values()];
}

/** The known name that was meant: the same, or the only one that begins with these words ("Solec"). */
function meantName(typed: string, names: readonly string[]): string | undefined {
  const wanted = bare(typed.replace(postcodePattern, ' ').replaceAll(/[,;]/g, ' ')).trim().replace(kindOfPlace, '');
  if (wanted === '') return undefined;
  const beginning = names.filter((name) => bare(name).startsWith(`${wanted} `));
  return names.find((name) => bare(name) === wanted) ?? (beginning.length === 1 ? beginning[0] : undefined);
}

/**
 * Finds a town, village or postcode among the places and service areas of the services and the localities of the gmina.
 * Undefined when none of them knows it: then nobody can say what is near.
 */
export function findNear(typed: string, radiusKm: number, offers: Iterable<Offer>, surroundings: Surroundings): Near | undefined {
  const all = [...offers];
  const meant = meantName(typed, knownNames(all, surroundings));
  const postcode = postcodeOf(typed);
  const place = meant ?? typed;
  const isThere = (each: Offer['places'][number]) =>
    postcode !== undefined && each.postcode === postcode ? true : each.town !== null && meant !== undefined && same(each.town, meant);
  const there = all.flatMap(({ places }) => places.filter(isThere));
  const isOfGmina = (name: string) => [surroundings.gmina, ...surroundings.localities].some((each) => same(each, name));
  const isInGmina = isOfGmina(place) || there.some(({ town }) => town !== null && isOfGmina(town));
  const isFor = ({ serviceAreas }: Offer) => serviceAreas.some((area) => same(area, place));
  if (meant === undefined && there.length === 0 && !all.some(isFor)) return undefined;
  const middle = middleOf(there.flatMap(({ coordinates }) => coordinates ?? []));
  const distanceTo = (offer: Offer): number | null => {
    if (offer.places.some(isThere)) return 0;
    const known = offer.places.flatMap(({ coordinates }) => (coordinates && middle ? distanceKm(coordinates, middle) : []));
    return known.length > 0 ? Math.min(...known) : null;
  };
  /** For everybody in the gmina, or for people of this place. */
  const isForPlace = (offer: Offer) =>
    offer.serviceAreas.length === 0 || isFor(offer) || (isInGmina && offer.serviceAreas.some((area) => isWhole(area, surroundings.gmina)));
  return {
    place,
    radiusKm,
    distanceTo,
    reaches(offer) {
      if (isFor(offer)) return true;
      // Who comes to people's homes or helps by telephone does so in the whole gmina unless a smaller area is named; where a
      // service is whose place nobody wrote down can be asked.
      if (isForPlace(offer) && (offer.places.length === 0 || offer.modes.some((mode) => mode !== 'on-site'))) return true;
      const distance = distanceTo(offer);
      if (distance !== null) return distance <= radiusKm;
      // The gmina's own places stay when nobody can say how far they are.
      return isInGmina && middle === undefined && offer.places.some(({ town }) => town !== null && isOfGmina(town));
    },
    wayTo(offer) {
      const distance = distanceTo(offer);
      if (distance !== null) return distance === 0 ? { kind: 'here' } : { kind: 'km', km: distance };
      if (isForPlace(offer) && offer.modes.includes('at-home')) return { kind: 'comes' };
      return isForPlace(offer) && offer.modes.includes('remote') ? { kind: 'remote' } : { kind: 'unknown' };
    },
  };
}

/** Whether an area of a service is the whole gmina, or more. */
function isWhole(area: string, gmina: string): boolean {
  const said = bare(area);
  return widerThanGmina.test(said) || said.replaceAll(aroundGmina, '') === bare(gmina);
}

function middleOf(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined;
  const mean = (part: keyof Point) => points.reduce((sum, point) => sum + point[part], 0) / points.length;
  return { latitude: mean('latitude'), longitude: mean('longitude') };
}

/** Nearest first; what comes to people's homes or is given by telephone is as near as their own town. */
export function byNearness(near: Near): (a: Offer, b: Offer) => number {
  const far = (offer: Offer) => {
    const way = near.wayTo(offer);
    return way.kind === 'km' ? way.km : way.kind === 'unknown' ? Number.POSITIVE_INFINITY : 0;
  };
  return (a, b) => {
    const [first, second] = [far(a), far(b)];
    return first === second ? 0 : first - second;
  };
}
