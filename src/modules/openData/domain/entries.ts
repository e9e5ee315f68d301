import { derivedId } from '#shared/uuid.ts';
import { foldForSearch } from './words.ts';

/** Kinds of objects that can be listed, by the names of HSDS. */
export const KINDS = ['service', 'organization', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term'] as const;
export type Kind = (typeof KINDS)[number];

/** Raised with every change of what entries hold: then all copies are made anew. */
export const MAPPING = 6;
/** Stands for the service of an entry that belongs to the whole catalogue. */
export const NO_SERVICE = '00000000-0000-0000-0000-000000000000';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json | undefined };

/** Hours of a week day: `{day: 'MO', opens: '08:00', closes: '16:00'}`; times are local. */
export interface Session {
  readonly day: string;
  readonly opens: string | null;
  readonly closes: string | null;
}

/** An object of the exchange format with what lists are narrowed by. Dates are ISO, instants are RFC 3339. */
export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly serviceId: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly modifiedAt: string;
  readonly organizationId: string | null;
  readonly termIds: readonly string[];
  readonly taxonomyIds: readonly string[];
  readonly postcodes: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly sessions: readonly Session[];
  /** Folded words, divided by spaces. */
  readonly words: string;
  readonly body: JsonObject;
}

/** A day before every day: what carries it as its last one is in no list. */
const NEVER = '0001-01-01';
/** What stays of a service that has ended: that it was here, since when it is not. */
export const tombstoneOf = (id: string, modifiedAt: string): Entry => ({
  kind: 'service',
  id,
  serviceId: id,
  validFrom: null,
  validTo: NEVER,
  modifiedAt,
  organizationId: null,
  termIds: [],
  taxonomyIds: [],
  postcodes: [],
  latitude: null,
  longitude: null,
  minimumAge: null,
  maximumAge: null,
  sessions: [],
  words: '',
  body: { id },
});

export interface PublishedService {
  /** The full HSDS object. */
  readonly hsds: JsonObject;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly modifiedAt: string;
}

export const asObjects = (value: Json | undefined): readonly JsonObject[] => (Array.isArray(value) ? (value as readonly JsonObject[]) : []);
export const asObject = (value: Json | undefined): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
export const asText = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
/** The objects under a key of each of the given ones, where there are any. */
const nested = (objects: readonly JsonObject[], key: string): JsonObject[] =>
  objects.map((each) => asObject(each[key])).filter((each) => each !== undefined);
export const asNumber = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);
const isText = (value: string | null): value is string => value !== null;

/** The entries of one published service; each carries whatever narrows its service, so that all lists are narrowed alike. */
export function entriesOf(service: PublishedService): Entry[] {
  const body = withTaxonomies({ ...service.hsds, last_modified: service.modifiedAt });
  const serviceId = asText(body['id']) ?? '';
  const organization = asObject(body['organization']);
  const terms = nested(asObjects(body['attributes']), 'taxonomy_term');
  const places = asObjects(body['service_at_locations']);
  const locations = nested(places, 'location');
  const schedules = [body, ...places, ...locations].flatMap((each) => asObjects(each['schedules']));
  const shared = {
    serviceId,
    validFrom: service.validFrom,
    validTo: service.validTo,
    modifiedAt: service.modifiedAt,
    organizationId: asText(body['organization_id']),
    termIds: idsOf(terms, 'id'),
    taxonomyIds: idsOf(terms, 'taxonomy_id'),
    postcodes: locations.flatMap(postcodesOf),
    latitude: null,
    longitude: null,
    minimumAge: asNumber(body['minimum_age']),
    maximumAge: asNumber(body['maximum_age']),
    sessions: schedules.flatMap(sessionsOf),
  };
  const serviceWords = wordsOf(body, ['name', 'alternate_name', 'description', 'eligibility_description', 'application_process'], terms);
  const whole: Entry = { ...shared, kind: 'service', id: serviceId, words: serviceWords, body };
  const ofPlaces = places.flatMap((place): Entry[] => {
    const location = asObject(place['location']);
    const id = asText(place['id']);
    if (id === null || !location) return [];
    const locationId = asText(location['id']);
    const own = { ...shared, postcodes: postcodesOf(location), ...positionOf(location) };
    const brief = { ...place, service_id: serviceId, ...(locationId !== null && { location_id: locationId }) };
    const words = wordsOf(location, ['name', 'alternate_name', 'description', 'transportation']);
    const atLocation: Entry = { ...own, kind: 'service_at_location', id, words: `${serviceWords} ${words}`, body: brief };
    return locationId === null ? [atLocation] : [atLocation, { ...own, kind: 'location', id: locationId, words, body: location }];
  });
  const organizationId = asText(organization?.['id']);
  return [
    whole,
    ...once(ofPlaces),
    ...(organization && organizationId !== null
      ? [
          {
            ...shared,
            kind: 'organization' as const,
            id: organizationId,
            termIds: idsOf([...terms, ...termsIn(organization)], 'id'),
            taxonomyIds: idsOf([...terms, ...termsIn(organization)], 'taxonomy_id'),
            words: wordsOf(organization, ['name', 'alternate_name', 'description']),
            body: organization,
          },
        ]
      : []),
    ...once(termsIn(body).flatMap((term) => termEntries(term, service.modifiedAt))),
  ];
}

function termEntries(term: JsonObject, modifiedAt: string): Entry[] {
  const id = asText(term['id']);
  const taxonomy = asObject(term['taxonomy_detail']);
  const taxonomyId = asText(taxonomy?.['id']);
  if (id === null || !taxonomy || taxonomyId === null) return [];
  const shared = {
    serviceId: NO_SERVICE,
    validFrom: null,
    validTo: null,
    modifiedAt,
    organizationId: null,
    termIds: [],
    taxonomyIds: [taxonomyId],
    postcodes: [],
    latitude: null,
    longitude: null,
    minimumAge: null,
    maximumAge: null,
    sessions: [],
  };
  return [
    { ...shared, kind: 'taxonomy_term', id, words: wordsOf(term, ['name', 'description', 'code']), body: term },
    { ...shared, kind: 'taxonomy', id: taxonomyId, words: wordsOf(taxonomy, ['name', 'description']), body: taxonomy },
  ];
}

/** Names the taxonomy of each term by an id too, so that a reader can go from the term to its taxonomy. */
function withTaxonomies(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const term = key === 'taxonomy_term' ? asObject(value) : undefined;
      if (term) return [key, withTaxonomy(term)];
      if (Array.isArray(value)) return [key, value.map((each: Json) => deepened(each))];
      return [key, value === undefined ? undefined : deepened(value)];
    }),
  );
}
const deepened = (value: Json): Json => {
  const object = asObject(value);
  return object ? withTaxonomies(object) : value;
};
function withTaxonomy(term: JsonObject): JsonObject {
  const name = asText(term['taxonomy']);
  if (name === null) return term;
  const known = asObject(term['taxonomy_detail']);
  const taxonomyId = asText(known?.['id']) ?? derivedId('taxonomy', name);
  return { ...term, taxonomy_id: taxonomyId, taxonomy_detail: known ?? { id: taxonomyId, name, description: name } };
}

/** Every term in an object, however deep it lies. */
function termsIn(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => termsIn(each));
  const object = asObject(value);
  if (!object) return [];
  return Object.entries(object).flatMap(
    ([key, each]) => (key === 'taxonomy_term' ? (asObject(each) ?? []) : termsIn(each)) as JsonObject[],
  );
}

const idsOf = (objects: readonly JsonObject[], key: string): string[] => [
  ...new Set(objects.map((each) => asText(each[key])).filter(isText)),
];

const postcodesOf = (location: JsonObject): string[] =>
  asObjects(location['addresses'])
    .map((address) => asText(address['postal_code']))
    .filter(isText);

function positionOf(location: JsonObject | undefined): { latitude: number | null; longitude: number | null } {
  const latitude = asNumber(location?.['latitude']);
  const longitude = asNumber(location?.['longitude']);
  const isOnEarth = latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude, longitude } : { latitude: null, longitude: null };
}

/** The weekly hours of a schedule; of one by days of the month or without days, nothing is known about the week. */
function sessionsOf(schedule: JsonObject): Session[] {
  const time = (value: Json | undefined) => /^\d{1,2}:\d{2}/.exec(asText(value) ?? '')?.[0].padStart(5, '0') ?? null;
  return (asText(schedule['byday']) ?? '')
    .split(',')
    .flatMap((part) => /(MO|TU|WE|TH|FR|SA|SU)$/.exec(part.trim())?.[1] ?? [])
    .map((day) => ({ day, opens: time(schedule['opens_at']), closes: time(schedule['closes_at']) }));
}

function wordsOf(object: JsonObject, keys: readonly string[], terms: readonly JsonObject[] = []): string {
  return foldForSearch([...keys.map((key) => asText(object[key])), ...terms.map((term) => asText(term['name']))].filter(isText).join(' '));
}

/** Without repetitions of a kind and id; the first stays. */
function once(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [`${entry.kind} ${entry.id}`, entry] as const).toReversed()).values()].toReversed();
}
