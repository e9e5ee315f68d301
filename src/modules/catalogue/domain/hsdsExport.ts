import { AREA_TAXONOMY, EXTENSION, GROUP_TAXONOMY, KEYWORD_TAXONOMY } from '#modules/catalogue/domain/hsdsShape.ts';
import { AREA_CODES, AREA_NAMES_PL, linkOf, type ServiceRecord, type ServiceStatus } from '#modules/catalogue/domain/service.ts';
import { derivedId } from '#shared/uuid.ts';

export const HSDS_STATUS: Readonly<Record<ServiceStatus, string>> = {
  active: 'active',
  draft: 'inactive',
  paused: 'temporarily closed',
  ended: 'defunct',
};

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
/** A service object of HSDS 3.1, ready for JSON.stringify. */
export type HsdsService = { readonly [key: string]: Json | undefined };

/**
 * The HSDS 3.1 object of a service. Ids of nested objects follow from the id of the service, so exporting twice gives the same text.
 * `voivodeship` fills the mandatory `state_province` of addresses.
 */
export function serviceToHsds(service: ServiceRecord, options: { readonly voivodeship?: string } = {}): HsdsService {
  const idOf = (...words: readonly string[]) => derivedId(service.id, ...words);
  const organizationId = service.provider === null ? undefined : derivedId('organization', service.provider.name);
  return withoutEmpty({
    id: service.id,
    organization_id: organizationId,
    name: service.name,
    alternate_name: service.everydayNames.join('; '),
    description: service.scope,
    url: service.contact.url,
    email: service.contact.email,
    status: HSDS_STATUS[service.status],
    application_process: service.qualification.text,
    fees_description: service.fee.text,
    eligibility_description: service.recipients,
    minimum_age: service.minimumAge,
    maximum_age: service.maximumAge,
    assured_date: service.checkedOn,
    phones: service.contact.phone === null ? [] : [{ id: idOf('phone'), number: service.contact.phone }],
    schedules: service.schedule === null ? [] : [{ id: idOf('schedule'), description: service.schedule }],
    service_areas: service.coverage === null ? [] : [{ id: idOf('service_area'), name: service.coverage }],
    service_at_locations: service.places.map((place, index) => placeToHsds(place, String(index), idOf, options.voivodeship)),
    organization:
      service.provider === null ? undefined : { id: organizationId, name: service.provider.name, description: service.provider.name },
    cost_options: costOptions(service, idOf),
    required_documents: service.qualification.documents.map((document, index) => ({ id: idOf('document', String(index)), document })),
    attributes: attributes(service, idOf),
    additional_urls:
      service.source === null || linkOf(service.source) === undefined
        ? []
        : [{ id: idOf('source'), label: 'Źródło', url: encodeURI(decodeSafely(service.source)) }],
    [EXTENSION]: extension(service),
  });
}

/** All services as one JSON text, an array, in the order given. */
export function exportHsds(services: readonly ServiceRecord[], options: { readonly voivodeship?: string } = {}): string {
  return `${JSON.stringify(
    services.map((service) => serviceToHsds(service, options)),
    null,
    2,
  )}\n`;
}

type IdOf = (...words: readonly string[]) => string;

function placeToHsds(place: ServiceRecord['places'][number], index: string, idOf: IdOf, voivodeship: string | undefined): HsdsService {
  const { street, postcode, town } = place;
  // HSDS demands all of these; an address with gaps would not validate and stays in the extra object alone.
  const address =
    street !== null && postcode !== null && town !== null && voivodeship !== undefined
      ? [
          {
            id: idOf('address', index),
            address_1: street,
            city: town,
            state_province: voivodeship,
            postal_code: postcode,
            country: 'PL',
            address_type: 'physical',
          },
        ]
      : undefined;
  return {
    id: idOf('service_at_location', index),
    location: withoutEmpty({ id: idOf('location', index), location_type: 'physical', name: place.name, addresses: address }),
  };
}

function costOptions(service: ServiceRecord, idOf: IdOf): readonly HsdsService[] {
  const { kind, price, per } = service.fee;
  const amount = price ?? (kind === 'free' ? 0 : null);
  if (amount === null) return [];
  return [withoutEmpty({ id: idOf('cost'), option: kind, currency: 'PLN', amount: amount / 100, amount_description: per })];
}

function attributes(service: ServiceRecord, idOf: IdOf): readonly HsdsService[] {
  const attribute = (taxonomy: string, name: string, code?: string): HsdsService => {
    const termId = derivedId('taxonomy_term', taxonomy, code ?? name);
    return {
      id: idOf('attribute', taxonomy, code ?? name),
      link_id: service.id,
      link_entity: 'service',
      taxonomy_term_id: termId,
      taxonomy_term: withoutEmpty({ id: termId, code, name, description: name, taxonomy, language: 'pl' }),
    };
  };
  return [
    ...service.areas.map((area) => attribute(AREA_TAXONOMY, AREA_NAMES_PL[area - 1] ?? '', AREA_CODES[area - 1])),
    ...service.targetGroups.map((group) => attribute(GROUP_TAXONOMY, group, group)),
    ...service.keywords.map((keyword) => attribute(KEYWORD_TAXONOMY, keyword)),
  ];
}

function extension(service: ServiceRecord): HsdsService {
  return {
    slug: service.slug,
    summary: service.summary,
    limits: service.limits,
    limitsText: service.limitsText,
    capacity: service.capacity,
    feeKind: service.fee.kind,
    feePer: service.fee.per,
    providerKind: service.provider?.kind ?? null,
    places: service.places,
    validFrom: service.validFrom,
    validTo: service.validTo,
    source: service.source,
    demo: service.demo,
    translations: service.translations,
    externalId: service.externalId,
  };
}

/** HSDS has no null: a term without a value is left out, and so is an empty list. */
function withoutEmpty(object: HsdsService): HsdsService {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
