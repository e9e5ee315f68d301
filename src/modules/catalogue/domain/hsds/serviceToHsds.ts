import { derivedId } from '#shared/uuid.ts';
import type { ServiceStatus } from '../codes.ts';
import type { Capacity } from '../parts.ts';
import { linkOf, type ServiceRecord } from '../service.ts';
import { EXTENSION, named, toHsdsKeys, type HsdsObject, type IdOf } from './keys.ts';
import { siteToHsds, type HsdsOptions } from './location.ts';
import { newChanges } from './metadata.ts';
import { idOfOrganization, organizationToHsds } from './organization.ts';
import { AREA_TAXONOMY, attributeTo, GROUP_TAXONOMY, KEYWORD_TAXONOMY, MODE_TAXONOMY } from './taxonomies.ts';
import { AREA_CODES } from '../codes.ts';

export const HSDS_STATUS: Readonly<Record<ServiceStatus, string>> = {
  active: 'active',
  draft: 'inactive',
  paused: 'temporarily closed',
  ended: 'defunct',
};

/** A service of the catalogue knows when it changed; one from a file does not. */
type Exported = ServiceRecord & { readonly updatedAt?: Temporal.Instant | undefined };

/**
 * The HSDS 3.1 object of a service with its organization, places and other parts. Ids of parts follow from the id of the
 * service, so exporting twice gives the same text.
 */
export function serviceToHsds(service: Exported, options: HsdsOptions = {}): HsdsObject {
  const idOf: IdOf = (...words) => derivedId(service.id, ...words);
  const parts = (key: string, value: unknown) => named(value, idOf, [key]) as readonly unknown[];
  const { provider, contact } = service;
  return toHsdsKeys({
    id: service.id,
    organizationId: provider === null ? undefined : idOfOrganization(provider),
    name: service.name,
    alternateName: service.everydayNames.join('; '),
    description: service.scope,
    url: contact.url,
    email: contact.email,
    status: HSDS_STATUS[service.status],
    interpretationServices: service.interpretation,
    applicationProcess: service.qualification.text,
    feesDescription: service.fee.text,
    waitTime: service.waitTime,
    accreditations: service.accreditations,
    licenses: service.licenses,
    eligibilityDescription: service.recipients,
    minimumAge: service.minimumAge,
    maximumAge: service.maximumAge,
    assuredDate: service.checkedOn,
    assurerEmail: service.assurerEmail,
    alert: service.alert,
    lastModified: service.updatedAt?.toString(),
    phones: [...mainPhone(service, idOf), ...parts('phones', service.phones)],
    schedules: [
      ...(service.schedule === null ? [] : [{ id: idOf('schedule'), description: service.schedule }]),
      ...parts('schedules', service.schedules),
    ],
    serviceAreas: [
      ...(service.coverage === null ? [] : [{ id: idOf('service_area'), name: service.coverage }]),
      ...parts('serviceAreas', service.serviceAreas),
    ],
    serviceAtLocations: service.places.map((place) => siteToHsds(service.id, place, options)),
    languages: parts('languages', service.languages),
    organization: provider === null ? undefined : organizationToHsds(provider, options),
    funding: parts('funding', service.funding),
    costOptions: [...fee(service, idOf), ...parts('costOptions', service.costOptions)],
    program: service.program === null ? undefined : named(service.program, idOf, ['program']),
    requiredDocuments: [
      ...service.qualification.documents.map((document, index) => ({ id: idOf('document', String(index)), document })),
      ...parts('requiredDocuments', service.requiredDocuments),
    ],
    contacts: parts('contacts', service.contacts),
    capacities: [...ownCapacity(service, idOf), ...parts('capacities', service.capacities)],
    attributes: [
      ...service.areas.map((area) => attributeTo('service', service.id, AREA_TAXONOMY, AREA_CODES[area - 1] ?? '')),
      ...service.targetGroups.map((group) => attributeTo('service', service.id, GROUP_TAXONOMY, group)),
      ...service.modes.map((mode) => attributeTo('service', service.id, MODE_TAXONOMY, mode)),
      ...service.keywords.map((keyword) => attributeTo('service', service.id, KEYWORD_TAXONOMY, keyword)),
      ...parts('attributes', service.attributes),
    ],
    additionalUrls: [...sourceUrl(service, idOf), ...parts('additionalUrls', service.additionalUrls)],
    metadata: [...parts('metadata', service.metadata), ...newChanges(service.metadata, options.changesOf?.(service.id))],
    [EXTENSION]: extension(service),
  });
}

/** All services as one JSON text, an array, in the order given. */
export function exportHsds(services: readonly ServiceRecord[], options: HsdsOptions = {}): string {
  return `${JSON.stringify(
    services.map((service) => serviceToHsds(service, options)),
    null,
    2,
  )}\n`;
}

/** The card's telephone, unless one of the described ones has the same number. */
function mainPhone({ contact: { phone }, phones }: ServiceRecord, idOf: IdOf): readonly unknown[] {
  return phone === null || phones.some(({ number }) => number === phone) ? [] : [{ id: idOf('phone'), number: phone }];
}

function fee({ fee: { kind, price, per } }: ServiceRecord, idOf: IdOf): readonly unknown[] {
  const amount = price ?? (kind === 'free' ? 0 : null);
  return amount === null ? [] : [{ id: idOf('cost'), option: kind, currency: 'PLN', amount: amount / 100, amountDescription: per }];
}

/** Places and who waits for them. HSDS has no terms for a queue, so attributes of the figure tell it. */
function ownCapacity({ capacity, vacancy }: ServiceRecord, idOf: IdOf): readonly Capacity[] {
  if (vacancy === null) return [];
  const maximum = vacancy.counted?.limit ?? capacity;
  const told = (label: string, value: number | null) =>
    value === null ? [] : [{ id: idOf('capacity', label), linkEntity: 'service_capacity', label, value: String(value) }];
  const attributes = [...told('queue', vacancy.queue), ...told('wait days', vacancy.waitDays)];
  const own = {
    id: idOf('capacity'),
    unit: { id: derivedId('unit', 'place'), name: 'miejsce' },
    available: vacancy.free,
    ...(maximum !== null && { maximum }),
    updated: vacancy.asOf,
    attributes,
  };
  return [own];
}

function sourceUrl({ source }: ServiceRecord, idOf: IdOf): readonly unknown[] {
  if (source === null || linkOf(source) === undefined) return [];
  return [{ id: idOf('source'), label: 'Źródło', url: encodeURI(decodeSafely(source)) }];
}

function extension(service: ServiceRecord): HsdsObject {
  return {
    slug: service.slug,
    summary: service.summary,
    limits: service.limits,
    limitsText: service.limitsText,
    capacity: service.capacity,
    vacancy: service.vacancy,
    contactPhone: service.contact.phone,
    feeKind: service.fee.kind,
    feePer: service.fee.per,
    validFrom: service.validFrom,
    validTo: service.validTo,
    source: service.source,
    demo: service.demo,
    translations: service.translations,
    externalId: service.externalId,
  };
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
