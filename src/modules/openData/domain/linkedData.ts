import { asObject, asObjects, asText, type Json, type JsonObject } from './entries.ts';

/** Who publishes, as linked data names it. */
export interface Publisher {
  /** The address of its portal, without a closing slash. */
  readonly url: string;
  readonly name: string;
  readonly gminaName: string;
  readonly teryt: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}
/** A text in Polish, and where there are translations in other languages too. */
export type InLanguages = readonly { readonly '@language': string; readonly '@value': string }[];

export const inPolish = (value: string): InLanguages => [{ '@language': 'pl', '@value': value }];

/** The address of the card of a service. */
export const cardOf = (publisher: Publisher, service: JsonObject): string => `${publisher.url}/uslugi/${asText(service['id']) ?? ''}`;

/** The name of a service in every language in which it is known. */
export function namesOf(service: JsonObject): InLanguages {
  const translations = asObject(asObject(service['okienko'])?.['translations']) ?? {};
  const others = Object.entries(translations).flatMap(([language, value]) => {
    const name = asText(asObject(value)?.['name']);
    return name === null ? [] : [{ '@language': language, '@value': name }];
  });
  return [...inPolish(asText(service['name']) ?? ''), ...others];
}

/** What the service is, in Polish; the summary or the name where nobody wrote more. */
export const descriptionOf = (service: JsonObject): string =>
  asText(service['description']) ?? asText(asObject(service['okienko'])?.['summary']) ?? asText(service['name']) ?? '';

/** Terms that a service carries, with the name of their taxonomy. */
export const termsOf = (
  service: JsonObject,
): readonly { readonly id: string; readonly name: string; readonly taxonomy: string; readonly code: string | null }[] =>
  asObjects(service['attributes']).flatMap((attribute) => {
    const term = asObject(attribute['taxonomy_term']);
    const id = asText(term?.['id']);
    const name = asText(term?.['name']);
    if (!term || id === null || name === null) return [];
    return [{ id, name, taxonomy: asText(term['taxonomy']) ?? '', code: asText(term['code']) }];
  });

/** Places of a service that have a whole address: `{id, name, street, city, postcode}`. */
export const placesOf = (service: JsonObject) =>
  asObjects(service['service_at_locations']).flatMap((place) => {
    const location = asObject(place['location']);
    const [address] = asObjects(location?.['addresses']);
    const [id, street, city, postcode] = [location?.['id'], address?.['address_1'], address?.['city'], address?.['postal_code']].map(
      asText,
    );
    if (!location || id == null || street == null || city == null || postcode == null) return [];
    return [{ id, name: asText(location['name']) ?? street, street, city, postcode }];
  });

/** Without keys that say nothing: undefined, null, empty lists. */
export function withoutEmpty(object: Readonly<Record<string, unknown>>): JsonObject {
  const says = (value: unknown) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(object).filter(([, value]) => says(value))) as { [key: string]: Json };
}
