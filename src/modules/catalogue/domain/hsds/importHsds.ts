import { isWebAddress } from '../webAddress.ts';
import { cleanLine, cleanText } from '#shared/plainText.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { derivedId, isUuid } from '#shared/uuid.ts';
import { LIMIT_PERIODS, LIMIT_UNITS, SERVICE_STATUSES } from '../codes.ts';
import { inSnakeCase, problemsOfIssues } from '../problemsOfIssues.ts';
import { recogniseTargetGroups } from '../recogniseTargetGroups.ts';
import { findWrongNumbers, type WrongNumber } from '../registerNumbers.ts';
import {
  serviceRecordSchema,
  slugOf,
  type ImportedServices,
  type ImportNote,
  type ImportProblem,
  type ServiceRecord,
  type Vacancy,
} from '../service.ts';
import { EXTENSION, fromHsdsKeys, unnamed, type IdOf } from './keys.ts';
import { readCamelLocation } from './location.ts';
import { readCamelOrganization } from './organization.ts';
import { readTerms } from './readTerms.ts';
import { HSDS_STATUS } from './serviceToHsds.ts';
import { hsdsServiceShape, SILENT_TERMS, type HsdsServiceRead } from './shape.ts';

/** Figures that another place counted are here as good as typed ones: nobody counts on. */
const typedElsewhere = ({ counted: _, ...figures }: Vacancy): Vacancy => figures;

/**
 * Reads a file of HSDS 3.1 services: one service object, an array, a page of the API (`contents`), or one object a line.
 * Terms that the catalogue does not use are passed over with a note. Ids that are no UUIDs are kept as `externalId`.
 */
export function importHsds(text: string): ImportedServices {
  const rows = listHsdsRows(text);
  if (!rows.ok) return { services: [], problems: [{ row: 0, field: '', problem: rows.refusal }], notes: [] };
  const reader = makeHsdsReader();
  const services: ServiceRecord[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, value] of rows.value.entries()) {
    const read = reader.read(index + 1, value);
    if (read.service) services.push(read.service);
    problems.push(...read.problems);
  }
  return { services, problems, notes: reader.notes() };
}

/** The service objects that a text of JSON holds, not yet looked at. */
export function listHsdsRows(text: string): Result<readonly unknown[], 'the file is not JSON' | 'the file holds no services'> {
  const rows = readRows(text.replace(/^\ufeff/, ''));
  if (rows === undefined) return refuse('the file is not JSON');
  return rows.length === 0 ? refuse('the file holds no services') : ok(rows);
}

/** Reads the objects of one file, one after another: ids and addresses that were read before are known to it. */
export interface HsdsReader {
  read(row: number, value: unknown): { readonly service?: ServiceRecord; readonly problems: readonly ImportProblem[] };
  /** What was passed over so far. */
  notes(): ImportNote[];
}
export function makeHsdsReader(): HsdsReader {
  const notes: ImportNote[] = [];
  const unused = new Map<string, { row: number; count: number }>();
  const slugs = new Set<string>();
  const ids = new Set<string>();
  return {
    read(row, value) {
      const given = fromHsdsKeys(value);
      const other = otherKind(given);
      if (other !== undefined) {
        const problem = `this is an object of another kind (${other}), not a service`;
        return { problems: [{ row, field: other, problem, code: 'not-a-service', value: other }] };
      }
      const shape = hsdsServiceShape.safeParse(given);
      if (!shape.success) return { problems: problemsOfIssues(row, shape.error, given) };
      for (const term of Object.keys(shape.data)) {
        if (term in hsdsServiceShape.shape || SILENT_TERMS.has(term)) continue;
        const seen = unused.get(term);
        unused.set(term, { row: seen?.row ?? row, count: (seen?.count ?? 0) + 1 });
      }
      const candidate = toRecord(shape.data, slugs);
      const record = serviceRecordSchema.safeParse(candidate);
      if (!record.success) return { problems: problemsOfIssues(row, record.error, candidate) };
      const service = record.data;
      const outer = String(shape.data.id);
      if (ids.has(service.id)) {
        const problem = `the id ${outer} appears twice in the file`;
        return { problems: [{ row, field: 'id', problem, code: 'repeated', value: outer, serviceId: service.id }] };
      }
      const wrong = findWrongNumbers(service.provider);
      if (wrong.length > 0) return { problems: wrong.map((each) => wrongNumber(row, each)) };
      if (service.areas.length === 0) notes.push({ row, note: 'no statutory area was recognised' });
      ids.add(service.id);
      slugs.add(service.slug);
      return { service, problems: [] };
    },
    notes: () => [
      ...notes,
      ...[...unused].map(([term, { row, count }]) => ({ row, note: `the term "${inSnakeCase(term)}" is not used (${count} rows)` })),
    ],
  };
}

/** Terms that organizations and locations have and services do not. */
const foreignTerms = ['organizationIdentifiers', 'legalStatus', 'yearIncorporated', 'locationType', 'addresses', 'latitude'];
/** The term by which an object is no service; a service says its status. */
const otherKind = (given: unknown): string | undefined =>
  typeof given === 'object' && given !== null && !('status' in given) && !('organization' in given)
    ? foreignTerms.filter((term) => term in given).map(inSnakeCase)[0]
    : undefined;

export const wrongNumber = (row: number, { register, value, code }: WrongNumber): ImportProblem => ({
  row,
  field: `organization.${register}`,
  problem: `${register.toUpperCase()} ${value} is not a valid number: ${code}`,
  code: `number-${code}`,
  value,
});

function readRows(text: string): readonly unknown[] | undefined {
  const whole = parseJson(text);
  if (whole === undefined) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const objects = lines.map(parseJson);
    return lines.length > 1 && !objects.includes(undefined) ? objects : undefined;
  }
  if (Array.isArray(whole)) return whole;
  const inner = (key: string) => (typeof whole === 'object' && whole !== null && key in whole ? (whole as Part)[key] : undefined);
  const contents = inner('contents') ?? inner('services');
  return Array.isArray(contents) ? contents : [whole];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Part = Readonly<Record<string, unknown>> & { readonly id?: string | null | undefined };

function toRecord(read: HsdsServiceRead, taken: ReadonlySet<string>): unknown {
  const given = String(read.id);
  const id = isUuid(given) ? given.toLowerCase() : derivedId('service', given);
  const idOf: IdOf = (...words) => derivedId(id, ...words);
  const extra = read[EXTENSION] ?? {};
  const isOwn = read[EXTENSION] != null;
  /** The parts of a list that the card does not hold in words, without the ids that the export gave them. */
  const others = (key: string, list: readonly Part[] | null | undefined, ...ownIds: string[]) =>
    unnamed(
      (list ?? []).filter((part) => !ownIds.includes(part.id ?? '')),
      idOf,
      [key],
    );
  const own = <P extends Part>(list: readonly P[] | null | undefined, ownId: string) => list?.find((part) => part.id === ownId);
  const terms = readTerms(read.attributes ?? [], id, isOwn);
  const recipients = block(read.eligibilityDescription) ?? (terms.groupNames.length > 0 ? terms.groupNames.join(', ') : null);
  // A file that names groups by our codes needs no guess.
  const recognised = isOwn || terms.groups.length > 0 ? [] : recogniseTargetGroups([recipients ?? '', ...terms.groupNames].join(' '));
  const documentIds = (read.requiredDocuments ?? []).flatMap((_, index) => idOf('document', String(index)));
  const words = wordsOnly(read);
  return {
    id,
    externalId: extra.externalId ?? (isUuid(given) ? null : given),
    slug: freeSlug(extra.slug ?? slugOf(isUuid(given) || /^\d+$/.test(given) ? read.name : given), taken),
    name: cleanLine(read.name),
    scope: block(read.description),
    summary: extra.summary ?? null,
    everydayNames: unique((read.alternateName ?? '').split(';').map(cleanLine)),
    keywords: unique(terms.keywords),
    recipients,
    targetGroups: [...new Set([...terms.groups, ...recognised])],
    areas: [...new Set(terms.areas)],
    minimumAge: read.minimumAge ?? null,
    maximumAge: read.maximumAge ?? null,
    qualification: {
      text: block(read.applicationProcess),
      documents: unique(documentIds.flatMap((ownId) => cleanLine(own(read.requiredDocuments, ownId)?.document ?? '').replaceAll(';', ','))),
    },
    requiredDocuments: others('requiredDocuments', read.requiredDocuments, ...documentIds),
    fee: readFee(read, extra, idOf('cost')),
    costOptions: others('costOptions', read.costOptions, idOf('cost')),
    provider: readProvider(read, extra.providerKind ?? null),
    limits: extra.limits ?? [],
    limitsText: extra.limitsText ?? null,
    capacity: extra.capacity ?? null,
    vacancy: extra.vacancy ? typedElsewhere(extra.vacancy) : null,
    capacities: others('capacities', read.capacities, idOf('capacity')),
    coverage: line(own(read.serviceAreas, idOf('service_area'))?.name),
    serviceAreas: others('serviceAreas', read.serviceAreas, idOf('service_area')),
    schedule: block(own(read.schedules, idOf('schedule'))?.description) ?? joined(words.map(({ description }) => block(description))),
    schedules: others(
      'schedules',
      (read.schedules ?? []).filter((schedule) => !words.includes(schedule)),
      idOf('schedule'),
    ),
    places: extra.places ?? readPlaces(read, id),
    contact: {
      phone: extra.contactPhone ?? line(own(read.phones, idOf('phone'))?.number) ?? (isOwn ? null : line(read.phones?.[0]?.number)),
      email: line(read.email),
      // Anything else, as a script, is no page that residents or other programs may be sent to.
      url: isWebAddress(read.url ?? '') ? line(read.url) : null,
    },
    phones: others('phones', read.phones, idOf('phone')),
    contacts: others('contacts', read.contacts),
    languages: others('languages', read.languages),
    modes: [...new Set(terms.modes)],
    program: read.program == null ? null : unnamed(read.program, idOf, ['program']),
    funding: others('funding', read.funding),
    additionalUrls: others('additionalUrls', read.additionalUrls, idOf('source')),
    attributes: others('attributes', terms.others),
    metadata: others('metadata', read.metadata),
    alert: block(read.alert),
    interpretation: block(read.interpretationServices),
    accreditations: block(read.accreditations),
    licenses: block(read.licenses),
    waitTime: block(read.waitTime),
    assurerEmail: line(read.assurerEmail),
    status: SERVICE_STATUSES.find((status) => HSDS_STATUS[status] === read.status) ?? 'active',
    validFrom: extra.validFrom ?? null,
    validTo: extra.validTo ?? null,
    source: extra.source ?? null,
    checkedOn: line(read.assuredDate),
    demo: extra.demo ?? false,
    translations: extra.translations ?? {},
  };
}

/** Schedules of others that only describe in words: the card's own text holds them. */
function wordsOnly(read: HsdsServiceRead) {
  if (read[EXTENSION] != null) return [];
  return (read.schedules ?? []).filter((schedule) => Object.keys(schedule).every((key) => key === 'id' || key === 'description'));
}

function readFee(read: HsdsServiceRead, extra: NonNullable<HsdsServiceRead[typeof EXTENSION]>, ownId: string): unknown {
  const text = block(read.feesDescription) ?? block(read.fees);
  const own = read.costOptions?.find(({ id }) => id === ownId);
  const price = own?.amount == null ? null : Math.round(own.amount * 100);
  const amounts = (read.costOptions ?? []).flatMap(({ amount }) => amount ?? []);
  const kind = extra.feeKind === undefined ? kindOfAmounts(amounts) : extra.feeKind;
  const per = [...LIMIT_UNITS, ...LIMIT_PERIODS].find((each) => each === own?.amountDescription) ?? null;
  return { kind, text, price: kind === 'free' ? null : price, per: extra.feePer === undefined ? per : extra.feePer };
}

function kindOfAmounts(amounts: readonly number[]): 'free' | 'other' | null {
  if (amounts.length === 0) return null;
  return amounts.every((amount) => amount === 0) ? 'free' : 'other';
}

function readProvider(read: HsdsServiceRead, kind: string | null): unknown {
  const name = line(read.organization?.name);
  if (name === null) return null;
  const provider = readCamelOrganization(read.organization);
  return { ...provider, name, kind: provider['kind'] ?? kind };
}

function readPlaces(read: HsdsServiceRead, serviceId: string): unknown[] {
  return (read.serviceAtLocations ?? []).flatMap(({ location, ...given }) => {
    const place = readCamelLocation(location ?? {});
    const name = cleanLine(String(place['name'] ?? ''));
    if (name === '') return [];
    const locationId = typeof location?.['id'] === 'string' ? location['id'] : '';
    const isOwn = given.id === derivedId('site', serviceId, locationId);
    const {
      serviceId: _,
      locationId: __,
      service: ___,
      id,
      ...said
    } = unnamed(given, (...words) => derivedId(given.id ?? '', ...words)) as Part;
    const site = { ...(!isOwn && typeof id === 'string' && isUuid(id) && { id }), ...said };
    return [{ ...place, name, ...(Object.keys(site).length > 0 && { site }) }];
  });
}

function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted;
  for (let count = 2; taken.has(slug); count += 1) slug = `${wanted}-${count}`;
  return slug;
}

function line(text: string | null | undefined): string | null {
  const clean = cleanLine(text ?? '');
  return clean === '' ? null : clean;
}

function block(text: string | null | undefined): string | null {
  const clean = cleanText(text ?? '');
  return clean === '' ? null : clean;
}

function joined(texts: readonly (string | null)[]): string | null {
  const present = texts.filter((text) => text !== null);
  return present.length === 0 ? null : present.join('\n');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}
