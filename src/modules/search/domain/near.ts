import { fold } from './tokens.ts';
import type { Offer } from './offer.ts';

/** A place that a resident named, as far as the centre's own services know it. */
export interface Near {
  /** As typed. */
  readonly place: string;
  readonly radiusKm: number;
  /** Whether a service is offered within the radius, or for residents of the place. */
  reaches(offer: Offer): boolean;
  /** Kilometres to its nearest place, 0 in the place itself; null when it cannot be said. */
  distanceTo(offer: Offer): number | null;
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
const postcodeOf = (text: string) => /(?<!\d)(\d{2})[-\s]?(\d{3})(?!\d)/.exec(text)?.slice(1).join('-');
const same = (a: string, b: string) => fold(a.trim()) === fold(b.trim());

/**
 * Finds a town or postcode among the places and service areas of the services.
 * Undefined when none of them knows it: then nobody can say what is near.
 */
export function findNear(place: string, radiusKm: number, offers: Iterable<Offer>): Near | undefined {
  const postcode = postcodeOf(place);
  const isThere = (each: Offer['places'][number]) =>
    postcode === undefined ? each.town !== null && same(each.town, place) : each.postcode === postcode;
  const points: Point[] = [];
  let isKnown = false;
  for (const offer of offers) {
    for (const each of offer.places.filter(isThere)) {
      isKnown = true;
      if (each.coordinates) points.push(each.coordinates);
    }
    isKnown ||= offer.serviceAreas.some((area) => same(area, place));
  }
  if (!isKnown) return undefined;
  const middle: Point | undefined =
    points.length === 0
      ? undefined
      : {
          latitude: points.reduce((sum, { latitude }) => sum + latitude, 0) / points.length,
          longitude: points.reduce((sum, { longitude }) => sum + longitude, 0) / points.length,
        };
  const distanceTo = (offer: Offer): number | null => {
    if (offer.places.some(isThere)) return 0;
    const known = offer.places.flatMap(({ coordinates }) => (coordinates && middle ? distanceKm(coordinates, middle) : []));
    return known.length > 0 ? Math.min(...known) : null;
  };
  return {
    place,
    radiusKm,
    distanceTo,
    reaches(offer) {
      if (offer.serviceAreas.some((area) => same(area, place))) return true;
      // Who comes to people's homes or helps by telephone does so in the whole gmina unless an area is named; where a service
      // is whose place nobody wrote down can be asked.
      const isNowhere = offer.places.length === 0 || offer.modes.some((mode) => mode !== 'on-site');
      if (offer.serviceAreas.length === 0 && isNowhere) return true;
      const distance = distanceTo(offer);
      return distance !== null && distance <= radiusKm;
    },
  };
}
