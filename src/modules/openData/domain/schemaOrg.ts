import { asNumber, asObject, asObjects, asText, type JsonObject } from './entries.ts';
import { cardOf, descriptionOf, placesOf, termsOf, withoutEmpty, type Publisher } from './linkedData.ts';

const DAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** A service as a GovernmentService of schema.org, for search engines. `service` is its full HSDS object. */
export function toSchemaOrg(service: JsonObject, publisher: Publisher): JsonObject {
  const at = cardOf(publisher, service);
  const organization = asObject(service['organization']);
  const [phone] = asObjects(service['phones']);
  const operator = withoutEmpty({
    '@type': 'GovernmentOrganization',
    '@id': publisher.url,
    name: publisher.name,
    url: publisher.url,
    email: publisher.email,
    telephone: publisher.phone,
    address: publisher.address,
  });
  const terms = termsOf(service);
  const named = (words: RegExp) => terms.filter(({ taxonomy }) => words.test(taxonomy)).map(({ name }) => name);
  const alternate = asText(service['alternate_name']);
  return withoutEmpty({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': at,
    identifier: asText(service['id']),
    url: at,
    name: asText(service['name']),
    alternateName: alternate?.split('; '),
    description: descriptionOf(service),
    serviceType: named(/^Obszary/),
    keywords: named(/^Słowa/).join(', ') || undefined,
    inLanguage: 'pl',
    serviceOperator: operator,
    provider: organization
      ? {
          '@type': 'Organization',
          name: asText(organization['name']) ?? '',
          ...(asText(organization['website']) && { url: organization['website'] }),
        }
      : { '@id': publisher.url },
    areaServed: { '@type': 'AdministrativeArea', name: `gmina ${publisher.gminaName}` },
    audience: audienceOf(service),
    availableChannel: channelsOf(service, publisher, asText(phone?.['number'])),
    hoursAvailable: asObjects(service['schedules']).flatMap(hoursOf),
    offers: asObjects(service['cost_options']).flatMap((option) => {
      const price = asNumber(option['amount']);
      return price === null
        ? []
        : [
            withoutEmpty({
              '@type': 'Offer',
              price,
              priceCurrency: asText(option['currency']) ?? 'PLN',
              description: asText(option['amount_description']),
            }),
          ];
    }),
  });
}

function audienceOf(service: JsonObject): JsonObject | undefined {
  const words = asText(service['eligibility_description']);
  const [youngest, oldest] = [asNumber(service['minimum_age']), asNumber(service['maximum_age'])];
  if (words === null && youngest === null && oldest === null) return undefined;
  return withoutEmpty({ '@type': 'PeopleAudience', audienceType: words, suggestedMinAge: youngest, suggestedMaxAge: oldest });
}

function channelsOf(service: JsonObject, publisher: Publisher, phone: string | null): JsonObject[] {
  const apply = withoutEmpty({
    '@type': 'ServiceChannel',
    serviceUrl: `${publisher.url}/zgloszenie?usluga=${asText(service['id']) ?? ''}`,
    servicePhone: phone === null ? undefined : { '@type': 'ContactPoint', telephone: phone },
  });
  const places = placesOf(service).map(({ name, street, city, postcode }) => ({
    '@type': 'ServiceChannel',
    serviceLocation: {
      '@type': 'Place',
      name,
      address: { '@type': 'PostalAddress', streetAddress: street, addressLocality: city, postalCode: postcode, addressCountry: 'PL' },
    },
  }));
  return [apply, ...places];
}

function hoursOf(schedule: JsonObject): JsonObject[] {
  const [byday, opens, closes] = ['byday', 'opens_at', 'closes_at'].map((key) => asText(schedule[key]));
  const days = (byday ?? '').split(',').flatMap((day) => DAYS[day.trim().slice(-2)] ?? []);
  if (days.length === 0 || opens == null || closes == null) return [];
  return [{ '@type': 'OpeningHoursSpecification', dayOfWeek: days.map((day) => `https://schema.org/${day}`), opens, closes }];
}
