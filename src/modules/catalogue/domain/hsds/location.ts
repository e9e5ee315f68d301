import { derivedId, isUuid } from '#shared/uuid.ts';
import { ACCESSIBILITY_FEATURES, FEATURE_NAMES_PL } from '../codes.ts';
import type { Accessibility, Metadata } from '../parts.ts';
import { keyOfPlace, locationSchema, type LocationRecord, type Place } from '../place.ts';
import { EXTENSION, fromHsdsKeys, named, toHsdsKeys, unnamed, type HsdsObject, type IdOf } from './keys.ts';
import { newChanges } from './metadata.ts';

export interface HsdsOptions {
  /** Fills the mandatory `state_province` of addresses whose location does not say it. */
  readonly voivodeship?: string | undefined;
  /** What the catalogue tells of the changes of a record, oldest first. */
  readonly changesOf?: ((recordId: string) => readonly Metadata[] | undefined) | undefined;
}
type Parts = Readonly<Record<string, unknown>>;

/** The id under which a location is exported. */
export const idOfLocation = (place: LocationRecord): string => place.id ?? derivedId('location', keyOfPlace(place));

/** The HSDS 3.1 object of a location. Ids of its parts follow from its own, so exporting twice gives the same text. */
export function locationToHsds(location: LocationRecord, options: HsdsOptions = {}): HsdsObject {
  const id = idOfLocation(location);
  const {
    type,
    name,
    street,
    postcode,
    town,
    voivodeship,
    addresses = [],
    accessibility,
    metadata = [],
    ...rest
  } = locationSchema.parse(location);
  const idOf: IdOf = (...words) => derivedId(id, ...words);
  const province = voivodeship ?? options.voivodeship;
  // HSDS demands all of these; an address with gaps would not validate and stays in the extra object alone.
  const isWhole = street !== null && postcode !== null && town !== null && province !== undefined;
  const own = isWhole
    ? [
        {
          id: idOf('address'),
          address1: street,
          city: town,
          stateProvince: province,
          postalCode: postcode,
          country: 'PL',
          addressType: type ?? 'physical',
        },
      ]
    : [];
  const foreign = addresses.filter(({ address1 }) => address1 !== street || own.length === 0).filter(isCompleteAddress);
  return toHsdsKeys({
    ...(named({ ...rest, addresses: foreign, accessibility: accessibility?.map(inWords) }, idOf) as Parts),
    id,
    name,
    locationType: type ?? 'physical',
    ...(own.length > 0 && { addresses: [...own, ...(named(foreign, idOf, ['addresses']) as unknown[])] }),
    metadata: [...(named(metadata, idOf, ['metadata']) as unknown[]), ...newChanges(metadata, options.changesOf?.(id))],
    [EXTENSION]: { street, postcode, town, ...(voivodeship !== undefined && { voivodeship }) },
  });
}

const wordsOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
const ownAddress = (own: Parts) => ({
  street: wordsOrNull(own['street']),
  postcode: wordsOrNull(own['postcode']),
  town: wordsOrNull(own['town']),
});
const isCompleteAddress = (address: NonNullable<LocationRecord['addresses']>[number]): boolean =>
  [address.address1, address.city, address.stateProvince, address.postalCode, address.country, address.addressType].every(
    (part) => part !== undefined,
  );

/** A known feature travels as its words. */
function inWords({ feature, ...rest }: Accessibility): Accessibility {
  return feature === undefined ? rest : { ...rest, description: FEATURE_NAMES_PL[feature] };
}
export function withFeatures(parts: unknown): unknown {
  if (!Array.isArray(parts)) return parts;
  return parts.map((part: unknown) => {
    if (typeof part !== 'object' || part === null || !('description' in part)) return part;
    const feature = ACCESSIBILITY_FEATURES.find((each) => FEATURE_NAMES_PL[each] === part.description);
    if (feature === undefined) return part;
    const { description: _, ...rest } = part;
    return { ...rest, feature };
  });
}

/** The HSDS 3.1 object of a service at one of its places, without the service. */
export function siteToHsds(serviceId: string, place: Place, options: HsdsOptions = {}): HsdsObject {
  const locationId = idOfLocation(place);
  const id = place.site?.id ?? derivedId('site', serviceId, locationId);
  return toHsdsKeys({
    ...(named(place.site ?? {}, (...words) => derivedId(id, ...words)) as Parts),
    id,
    serviceId,
    locationId,
    location: locationToHsds(place, options),
  });
}

/** What a location object says, in the catalogue's form; not yet checked. `value` has the names of HSDS. */
export function readLocation(value: unknown): Parts {
  return readCamelLocation(fromHsdsKeys(value));
}

/** The same for an object whose names are already in camelCase. */
export function readCamelLocation(value: unknown): Parts {
  const read = (typeof value === 'object' && value !== null ? value : {}) as Parts;
  const id = typeof read['id'] === 'string' && isUuid(read['id']) ? read['id'].toLowerCase() : undefined;
  const idOf: IdOf = (...words) => derivedId(id ?? '', ...words);
  const { locationType, addresses: _, accessibility, [EXTENSION]: extra, ...rest } = unnamed(read, idOf) as Parts;
  const raw = (Array.isArray(read['addresses']) ? read['addresses'] : []) as Parts[];
  const foreign = unnamed(
    raw.filter((each) => each['id'] !== idOf('address')),
    idOf,
    ['addresses'],
  ) as Parts[];
  // Without the extra object our own address is all that tells it.
  const first = foreign[0] ?? raw[0] ?? {};
  const postcode = typeof first['postalCode'] === 'string' && /^\d{2}-\d{3}$/.test(first['postalCode']) ? first['postalCode'] : null;
  const own = (extra ?? { street: first['address1'] ?? null, postcode, town: first['city'] ?? null }) as Parts;
  const name = read['name'] ?? first['address1'] ?? own['street'];
  const isNamed = id === derivedId('location', keyOfPlace({ name: String(name), ...ownAddress(own) }));
  const location = {
    ...rest,
    id: isNamed ? undefined : id,
    name,
    type: locationType === 'physical' ? undefined : locationType,
    ...ownAddress(own),
    voivodeship: own['voivodeship'],
    addresses: foreign,
    accessibility: withFeatures(accessibility),
  };
  return Object.fromEntries(
    Object.entries(location).filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0)),
  );
}
