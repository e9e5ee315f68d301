import type { z } from 'zod';
import { HSDS_STATUS } from '#modules/catalogue/domain/hsdsExport.ts';
import { EXTENSION, GROUP_TAXONOMY, hsdsServiceShape, SILENT_TERMS, type HsdsServiceRead } from '#modules/catalogue/domain/hsdsShape.ts';
import {
  AREA_CODES,
  AREA_NAMES_PL,
  LIMIT_PERIODS,
  LIMIT_UNITS,
  recogniseTargetGroups,
  serviceRecordSchema,
  slugOf,
  SERVICE_STATUSES,
  TARGET_GROUPS,
  type ImportedServices,
  type ImportNote,
  type ImportProblem,
  type ServiceRecord,
  type TargetGroup,
} from '#modules/catalogue/domain/service.ts';
import { cleanLine, cleanText } from '#shared/plainText.ts';
import { derivedId, isUuid } from '#shared/uuid.ts';

/**
 * Reads a file of HSDS 3.1 services: one service object, an array, a page of the API (`contents`), or one object a line.
 * Terms that the catalogue does not use are passed over with a note. Ids that are no UUIDs are kept as `externalId`.
 */
export function importHsds(text: string): ImportedServices {
  const rows = readRows(text.replace(/^\ufeff/, ''));
  if (rows === undefined) return { services: [], problems: [{ row: 0, field: '', problem: 'the file is not JSON' }], notes: [] };
  if (rows.length === 0) return { services: [], problems: [{ row: 0, field: '', problem: 'the file holds no services' }], notes: [] };
  const services: ServiceRecord[] = [];
  const problems: ImportProblem[] = [];
  const notes: ImportNote[] = [];
  const unused = new Map<string, { row: number; count: number }>();
  const slugs = new Set<string>();
  const ids = new Set<string>();
  for (const [index, value] of rows.entries()) {
    const row = index + 1;
    const shape = hsdsServiceShape.safeParse(value);
    if (!shape.success) {
      problems.push(...problemsOf(row, shape.error));
      continue;
    }
    for (const term of Object.keys(shape.data)) {
      if (term in hsdsServiceShape.shape || SILENT_TERMS.has(term)) continue;
      const seen = unused.get(term);
      unused.set(term, { row: seen?.row ?? row, count: (seen?.count ?? 0) + 1 });
    }
    const record = serviceRecordSchema.safeParse(toRecord(shape.data, slugs));
    if (!record.success) problems.push(...problemsOf(row, record.error));
    else if (ids.has(record.data.id)) problems.push({ row, field: 'id', problem: `the id ${shape.data.id} appears twice in the file` });
    else {
      if (record.data.areas.length === 0) notes.push({ row, note: 'no statutory area was recognised' });
      ids.add(record.data.id);
      slugs.add(record.data.slug);
      services.push(record.data);
    }
  }
  for (const [term, { row, count }] of unused) notes.push({ row, note: `the term "${term}" is not used (${count} rows)` });
  return { services, problems, notes };
}

function readRows(text: string): readonly unknown[] | undefined {
  const whole = parseJson(text);
  if (whole === undefined) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const objects = lines.map(parseJson);
    return lines.length > 1 && !objects.includes(undefined) ? objects : undefined;
  }
  if (Array.isArray(whole)) return whole;
  const contents = typeof whole === 'object' && whole !== null && 'contents' in whole ? whole.contents : undefined;
  return Array.isArray(contents) ? contents : [whole];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemsOf(row: number, error: z.ZodError): ImportProblem[] {
  return error.issues.map(({ path, message }) => ({ row, field: path.join('.'), problem: message }));
}

function toRecord(read: HsdsServiceRead, taken: ReadonlySet<string>): unknown {
  const given = String(read.id);
  const extra = read[EXTENSION] ?? {};
  const isOwn = read[EXTENSION] != null;
  const terms = readTerms(read);
  const recipients = block(read.eligibility_description) ?? (terms.groupNames.length > 0 ? terms.groupNames.join(', ') : null);
  const recognised = isOwn ? [] : recogniseTargetGroups([recipients ?? '', ...terms.groupNames].join(' '));
  const provider = line(read.organization?.name);
  return {
    id: isUuid(given) ? given.toLowerCase() : derivedId('service', given),
    externalId: extra.externalId ?? (isUuid(given) ? null : given),
    slug: freeSlug(extra.slug ?? slugOf(isUuid(given) || /^\d+$/.test(given) ? read.name : given), taken),
    name: cleanLine(read.name),
    scope: block(read.description),
    summary: extra.summary ?? null,
    everydayNames: unique((read.alternate_name ?? '').split(';').map(cleanLine)),
    keywords: unique(terms.keywords),
    recipients,
    targetGroups: [...new Set([...terms.groups, ...recognised])],
    areas: [...new Set(terms.areas)],
    minimumAge: read.minimum_age ?? null,
    maximumAge: read.maximum_age ?? null,
    qualification: {
      text: block(read.application_process),
      documents: unique((read.required_documents ?? []).map(({ document }) => cleanLine(document ?? '').replaceAll(';', ','))),
    },
    fee: readFee(read, extra),
    provider: provider === null ? null : { name: provider, kind: extra.providerKind ?? null },
    limits: extra.limits ?? [],
    limitsText: extra.limitsText ?? null,
    capacity: extra.capacity ?? read.capacities?.find(({ maximum }) => Number.isInteger(maximum) && (maximum ?? 0) > 0)?.maximum ?? null,
    coverage: joined((read.service_areas ?? []).map(({ name }) => line(name))),
    schedule: joined((read.schedules ?? []).map(scheduleText)),
    places: extra.places ?? readPlaces(read),
    contact: { phone: line(read.phones?.[0]?.number), email: line(read.email), url: line(read.url) },
    status: SERVICE_STATUSES.find((status) => HSDS_STATUS[status] === read.status) ?? 'active',
    validFrom: extra.validFrom ?? null,
    validTo: extra.validTo ?? null,
    source: extra.source ?? null,
    checkedOn: line(read.assured_date),
    demo: extra.demo ?? false,
    translations: extra.translations ?? {},
  };
}

type Terms = { areas: number[]; groups: TargetGroup[]; groupNames: string[]; keywords: string[] };

/** Sorts the attributes into areas, target groups and, for any other taxonomy, key words. */
function readTerms(read: HsdsServiceRead): Terms {
  const terms: Terms = { areas: [], groups: [], groupNames: [], keywords: [] };
  for (const { taxonomy_term: term, label, value } of read.attributes ?? []) {
    const code = String(term?.code ?? '');
    const name = line(term?.name) ?? line(String(value ?? '')) ?? line(label) ?? '';
    const taxonomy = `${term?.taxonomy ?? ''} ${term?.taxonomy_detail?.name ?? ''} ${label ?? ''}`.toLowerCase();
    const area = areaOf(code, name, /obszar|area|statut/.test(taxonomy));
    const group = TARGET_GROUPS.find((each) => each === code);
    if (area !== undefined) terms.areas.push(area);
    else if (group !== undefined) terms.groups.push(group);
    else if (taxonomy.includes(GROUP_TAXONOMY.toLowerCase()) || /target|audience|odbior/.test(taxonomy)) terms.groupNames.push(name);
    else if (name !== '') terms.keywords.push(name.replaceAll(';', ','));
  }
  return terms;
}

function areaOf(code: string, name: string, mayBeNumber: boolean): number | undefined {
  const index = AREA_CODES.findIndex((each) => each === code);
  if (index >= 0) return index + 1;
  const named = AREA_NAMES_PL.indexOf(name.toLocaleLowerCase('pl'));
  if (named >= 0) return named + 1;
  const number = [code, name].map(Number).find((each) => Number.isInteger(each) && each >= 1 && each <= 14);
  return mayBeNumber ? number : undefined;
}

function readFee(read: HsdsServiceRead, extra: NonNullable<HsdsServiceRead[typeof EXTENSION]>): unknown {
  const text = block(read.fees_description) ?? block(read.fees);
  const cost = read.cost_options?.[0];
  const isPolish = (cost?.currency ?? 'PLN').toUpperCase() === 'PLN';
  const price = cost?.amount == null || !isPolish ? null : Math.round(cost.amount * 100);
  const per = [...LIMIT_UNITS, ...LIMIT_PERIODS].find((each) => each === cost?.amount_description) ?? null;
  const kind = extra.feeKind === undefined ? kindOfPrice(price) : extra.feeKind;
  return { kind, text, price: kind === 'free' ? null : price, per: extra.feePer === undefined ? per : extra.feePer };
}

function kindOfPrice(price: number | null): 'free' | 'other' | null {
  if (price === null) return null;
  return price === 0 ? 'free' : 'other';
}

function readPlaces(read: HsdsServiceRead): unknown[] {
  return (read.service_at_locations ?? []).flatMap(({ location }) => {
    const address = location?.addresses?.[0];
    const name = line(location?.name) ?? line(address?.address_1);
    if (name === null) return [];
    const postcode = line(address?.postal_code);
    const isPostcode = postcode !== null && /^\d{2}-\d{3}$/.test(postcode);
    return [{ name, street: line(address?.address_1), postcode: isPostcode ? postcode : null, town: line(address?.city) }];
  });
}

const DAYS: Readonly<Record<string, string>> = { MO: 'pn', TU: 'wt', WE: 'śr', TH: 'czw', FR: 'pt', SA: 'sob', SU: 'nd' };

function scheduleText(schedule: NonNullable<HsdsServiceRead['schedules']>[number]): string | null {
  const described = block(schedule.description);
  if (described !== null) return described;
  const days = (schedule.byday ?? '').split(',').flatMap((day) => DAYS[day.trim().slice(-2)] ?? []);
  const hours = [schedule.opens_at, schedule.closes_at].flatMap((hour) => hour?.slice(0, 5) ?? []).join('–');
  const text = [days.join(', '), hours].filter((part) => part !== '').join(' ');
  return text === '' ? null : text;
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
