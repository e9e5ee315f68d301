import { cleanLine, cleanText } from '#shared/plainText.ts';
import { isPublicNumber } from '#shared/phone.ts';
import { parsePostcode } from '#shared/postcode.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { derivedId, isUuid } from '#shared/uuid.ts';
import type { Schedule } from '../parts.ts';
import { keyOfPlace, type Place } from '../place.ts';
import { isWebAddress } from '../webAddress.ts';
import { problemsOfIssues } from '../problemsOfIssues.ts';
import { recogniseTargetGroups } from '../recogniseTargetGroups.ts';
import { serviceRecordSchema, slugOf, type ImportProblem, type ServiceRecord } from '../service.ts';
import { divide, readAreas, readFee, unescapeFormula } from '../zyrardowCsv.ts';
import { listOf, readDay, readDays, readLanguages, readModes, readNumber, readStatus, readTime, readWhole } from './cells.ts';
import type { ColumnMapping, TableField } from './fields.ts';
import { readProviderCells, type KnownProviders } from './providerCells.ts';

/** One row of a table, its cells by our fields. */
export interface TableRow {
  /** The row's number as a spreadsheet shows it. */
  readonly row: number;
  readonly cells: ReadonlyMap<TableField, string>;
}
/** A cell of a mapped column; a column that is not mapped has none. */
export function tableRow(row: number, values: readonly string[], mapping: ColumnMapping): TableRow {
  const cells = (Object.entries(mapping) as [TableField, number][]).map(
    ([field, column]) => [field, unescapeFormula(cleanText(values[column] ?? ''))] as const,
  );
  return { row, cells: new Map(cells) };
}

/** The name that a row gives its service; empty when it gives none. */
export function nameOfRow({ cells }: TableRow): string {
  const name = cleanLine(cells.get('name') ?? '');
  return name === '' ? divide(cells.get('nameAndScope') ?? '').name : name;
}
/** By what a row without an identifier is known, so that the same file again finds the same services. */
export const idOfName = (name: string): string => derivedId('csv', slugOf(name));
/** What the row calls its service: our id, or one of the file's own. */
export function idOfRow({ cells }: TableRow): { readonly id: string; readonly externalId: string | null } | undefined {
  const given = cleanLine(cells.get('id') ?? '');
  if (given === '') return undefined;
  return isUuid(given) ? { id: given.toLowerCase(), externalId: null } : { id: derivedId('service', given), externalId: given };
}

export interface RowReading {
  readonly service?: ServiceRecord;
  readonly problems: readonly ImportProblem[];
}
export interface RowSurroundings {
  /** The service that the row means, as it is; what the row does not say of it stays. */
  readonly known: ServiceRecord | undefined;
  /** The identity of a service that is not there yet. */
  readonly identity: { readonly id: string; readonly externalId: string | null };
  readonly providers: KnownProviders;
  /** Whether an empty cell of a mapped column empties the field. */
  readonly clearsEmpty: boolean;
  /** Services made up for a demonstration are marked. */
  readonly isDemo: boolean;
  /** Nothing was checked after this day. */
  readonly today: Temporal.PlainDate;
}

/** The service that a row describes, or everything that is wrong with the row. */
export function readTableRow(given: TableRow, { known, identity, providers, clearsEmpty, isDemo, today }: RowSurroundings): RowReading {
  const { row, cells } = given;
  const problems: ImportProblem[] = [];
  const tell = (field: TableField, code: string, value: string) =>
    void problems.push({ row, field, problem: code === 'required' ? 'is missing' : `${code.replaceAll('-', ' ')}: ${value}`, code, value });
  const text = (field: TableField) => cells.get(field) ?? '';
  /** What a field becomes: read from its cell, emptied by an empty one where that is wanted, otherwise as it was. */
  function field<T>(name: TableField, was: T, empty: T, read: (value: string) => T | Result<T, string>): T {
    const value = cells.get(name);
    if (value === undefined) return was;
    if (value === '') return clearsEmpty ? empty : was;
    const done = read(value);
    if (typeof done !== 'object' || done === null || !('ok' in done)) return done;
    if (done.ok) return done.value;
    tell(name, done.refusal, value);
    return was;
  }
  const line = (name: TableField, was: string | null) => field<string | null>(name, was, null, cleanLine);
  const block = (name: TableField, was: string | null) => field<string | null>(name, was, null, (value) => value);
  const list = (name: TableField, was: readonly string[]) => field<readonly string[]>(name, was, [], listOf);
  const base =
    known ?? serviceRecordSchema.parse({ ...identity, slug: 'nowa', name: '–', areas: [], qualification: {}, fee: {}, demo: isDemo });

  const name = nameOfRow(given);
  if (name === '') tell(cells.has('name') ? 'name' : 'nameAndScope', 'required', '');
  const divided = text('nameAndScope') === '' ? null : divide(text('nameAndScope')).scope;
  const recipients = block('recipients', base.recipients);
  const price = field<number | null>('price', base.fee.price, null, readPrice);
  const feeText = block('feeText', base.fee.text);
  const record = {
    ...base,
    slug: known?.slug ?? slugOf(name),
    name: name === '' ? base.name : name,
    summary: line('summary', base.summary),
    scope: block('scope', divided ?? base.scope),
    areas: field<readonly number[]>('areas', base.areas, [], (value) => {
      const areas = readAreas(value);
      return areas.length === 0 ? { ok: false, refusal: 'unknown-area' } : areas;
    }),
    everydayNames: list('everydayNames', base.everydayNames),
    keywords: list('keywords', base.keywords),
    status: field('status', base.status, base.status, readStatus),
    recipients,
    targetGroups: field<ServiceRecord['targetGroups']>(
      'targetGroups',
      known ? base.targetGroups : recogniseTargetGroups(recipients ?? ''),
      [],
      (value) => recogniseTargetGroups(value),
    ),
    minimumAge: field<number | null>('minimumAge', base.minimumAge, null, readNumber),
    maximumAge: field<number | null>('maximumAge', base.maximumAge, null, readNumber),
    qualification: { text: block('qualification', base.qualification.text), documents: list('documents', base.qualification.documents) },
    modes: field('modes', base.modes, [], readModes),
    fee: { ...base.fee, ...feeOf(base.fee, { text: feeText, price }, text('feeText') !== '', text('price') !== '') },
    limitsText: block('limitsText', base.limitsText),
    capacity: field<number | null>('capacity', base.capacity, null, (value) => readWhole(value, 1_000_000)),
    waitTime: block('waitTime', base.waitTime),
    provider: readProviderCells(cells, base.provider, providers, clearsEmpty, tell),
    contact: {
      phone: field<string | null>('phone', base.contact.phone, null, readCallable),
      email: line('email', base.contact.email),
      url: field<string | null>('url', base.contact.url, null, readWebAddress),
    },
    coverage: line('coverage', base.coverage),
    serviceAreas: field('serviceAreas', base.serviceAreas, [], (value) =>
      listOf(value).map((area) => base.serviceAreas.find((each) => each.name === area) ?? { name: area }),
    ),
    places: readPlaces(cells, base.places, tell),
    schedule: block('schedule', base.schedule),
    schedules: readSchedules(cells, base.schedules, tell),
    languages: field<ServiceRecord['languages']>('languages', base.languages, [], readLanguages),
    validFrom: field<string | null>('validFrom', base.validFrom, null, readDay),
    validTo: field<string | null>('validTo', base.validTo, null, readDay),
    source: line('source', base.source),
    checkedOn: field<string | null>('checkedOn', base.checkedOn, null, readDay),
  };
  // What the card had before is no fault of the row.
  const says = (...fields: TableField[]) => fields.some((each) => text(each) !== '');
  const typed = (...fields: TableField[]) => fields.flatMap((each) => text(each) || []).join(' – ');
  if (says('minimumAge', 'maximumAge') && record.minimumAge !== null && record.maximumAge !== null && record.minimumAge > record.maximumAge)
    tell('maximumAge', 'age-order', typed('minimumAge', 'maximumAge'));
  if (says('checkedOn') && record.checkedOn !== null && record.checkedOn > today.toString())
    tell('checkedOn', 'date-in-future', typed('checkedOn'));
  if (says('validFrom', 'validTo') && record.validFrom !== null && record.validTo !== null && record.validFrom > record.validTo)
    tell('validTo', 'date-order', typed('validFrom', 'validTo'));
  const checked = serviceRecordSchema.safeParse(record);
  if (checked.success && problems.length === 0) return { service: checked.data, problems };
  // A cell that could not be read is told once.
  const told = new Set(problems.map((problem) => problem.field));
  const further = checked.success ? [] : problemsOfIssues(row, checked.error, record, fieldOfPath).filter((each) => !told.has(each.field));
  // People look for what they typed, not for what was made of it.
  const asTyped = further.map((each) => ({ ...each, value: cells.get(each.field as TableField) || (each.value ?? '') }));
  return { problems: [...problems, ...asTyped] };
}

/** Złotys. */
const greatestPrice = 1_000_000;
/** Grosze; 0 where the words say that nothing is paid. */
function readPrice(value: string): Result<number, string> {
  if (/^(usługa )?((bezpłatn|nieodpłatn)\p{L}*|za darmo|gratis|brak opłaty?)\.?$/iu.test(value.trim())) return ok(0);
  const read = readNumber(value);
  if (!read.ok) return read;
  if (read.value < 0) return refuse('negative-price');
  return read.value > greatestPrice ? refuse('price-too-big') : ok(Math.round(read.value * 100));
}
/** What a fee is, by its words and its price, where the row gives them. */
function feeOf(
  was: ServiceRecord['fee'],
  { text, price }: Pick<ServiceRecord['fee'], 'text' | 'price'>,
  saysText: boolean,
  saysPrice: boolean,
) {
  if (saysPrice && price !== null && price > 0)
    return { text, price, kind: was.kind === 'free' || was.kind === null ? ('other' as const) : was.kind };
  if ((saysText && readFee(text ?? '').kind === 'free') || (saysPrice && price === 0)) return { text, price: null, kind: 'free' as const };
  if (saysText && was.kind === 'free') return { text, price, kind: null };
  return { text, price: was.kind === 'free' ? null : price, kind: was.kind };
}

/** What residents call: one number or several, as the card's own form takes them. */
function readCallable(value: string): Result<string, 'not-a-phone'> {
  const typed = cleanLine(value);
  return isPublicNumber(typed) ? ok(typed) : refuse('not-a-phone');
}
function readWebAddress(value: string): Result<string, 'not-a-url'> {
  const address = /^[a-z][a-z+.-]*:/i.test(value) ? value : `https://${value}`;
  return isWebAddress(address) ? ok(address) : refuse('not-a-url');
}

type Tell = (field: TableField, code: string, value: string) => void;
type Cells = TableRow['cells'];

/** The columns of a place give one place; one that the card has already keeps all that is known of it. */
function readPlaces(cells: Cells, known: readonly Place[], tell: Tell): readonly Place[] {
  const text = (field: TableField) => cleanLine(cells.get(field) ?? '');
  const [street, town] = [text('street'), text('town')];
  const typed = text('postcode');
  const postcode = typed === '' ? null : parsePostcode(typed);
  if (postcode?.ok === false) tell('postcode', 'not-a-postcode', typed);
  const name = text('placeName') || street || town || (postcode?.ok ? postcode.value : '');
  // Degrees alone say where, but nobody could be told what is there.
  for (const field of ['latitude', 'longitude'] as const)
    if (name === '' && text(field) !== '') tell(field, 'place-without-name', text(field));
  if (name === '') return known;
  const degrees = (['latitude', 'longitude'] as const).map((field) => {
    const value = text(field);
    if (value === '') return undefined;
    const read = readNumber(value);
    if (read.ok) return read.value;
    tell(field, 'not-a-number', value);
    return undefined;
  });
  const [latitude, longitude] = degrees;
  const place: Place = {
    name,
    street: street === '' ? null : street,
    postcode: postcode?.ok ? postcode.value : null,
    town: town === '' ? null : town,
    ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
  };
  return known.some((each) => keyOfPlace(each) === keyOfPlace(place)) ? known : [place];
}

/** The columns of days and hours give one schedule instead of those that the card has. */
function readSchedules(cells: Cells, known: readonly Schedule[], tell: Tell): readonly Schedule[] {
  function read<T>(field: TableField, reader: (value: string) => Result<T, string>): T | undefined {
    const value = cells.get(field) ?? '';
    if (value === '') return undefined;
    const done = reader(value);
    if (done.ok) return done.value;
    tell(field, done.refusal, value);
    return undefined;
  }
  const days = read('scheduleDays', readDays);
  const opensAt = read('opensAt', readTime);
  const closesAt = read('closesAt', readTime);
  const from = read('scheduleFrom', readDay);
  const to = read('scheduleTo', readDay);
  if (from !== undefined && to !== undefined && from > to)
    tell('scheduleTo', 'date-order', `${cells.get('scheduleFrom')} – ${cells.get('scheduleTo')}`);
  if ((cells.get('scheduleDays') ?? '') === '' && from === undefined)
    for (const field of ['opensAt', 'closesAt'] as const) {
      const hours = cells.get(field) ?? '';
      if (hours !== '') tell(field, 'hours-without-days', hours);
    }
  if (days === undefined && from === undefined) return known;
  const schedule: Schedule = {
    ...(days ? { freq: 'WEEKLY' as const, byday: days.join(',') } : {}),
    ...(from !== undefined && { dtstart: from }),
    ...(to !== undefined && { until: to }),
    ...(opensAt !== undefined && { opensAt }),
    ...(closesAt !== undefined && { closesAt }),
  };
  return [schedule];
}

const fieldsOfRecord: Readonly<Record<string, TableField>> = {
  'contact.email': 'email',
  'contact.phone': 'phone',
  'contact.url': 'url',
  'qualification.text': 'qualification',
  'qualification.documents': 'documents',
  'fee.text': 'feeText',
  'fee.price': 'price',
  fee: 'price',
  'provider.name': 'provider',
  places: 'placeName',
  schedules: 'scheduleDays',
};
/** The field whose cell made a part of the record. */
function fieldOfPath(path: readonly PropertyKey[]): string {
  const words = path.map(String);
  return fieldsOfRecord[words.slice(0, 2).join('.')] ?? fieldsOfRecord[words[0] ?? ''] ?? words[0] ?? '';
}
