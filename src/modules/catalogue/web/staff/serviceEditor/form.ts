import { z } from 'zod';
import { TARGET_GROUPS } from '#shared/targetGroups.ts';
import { parseMoney } from '#shared/money.ts';
import { isPublicNumber } from '#shared/phone.ts';
import type { InheritedFields } from '#platform/module.ts';
import { FormFields, readForm, type FieldError, type FormResult } from '#platform/http/index.ts';
import { choice, choices, optionalChoice, optionalDay, optionalEmail, optionalText, text, uuids } from '#platform/http/fields.ts';
import { FEE_KINDS, LIMIT_UNITS, MODES, SERVICE_STATUSES } from '../../../domain/codes.ts';
import { kindOfPrice, type Fee } from '../../../domain/fee.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { OFFERED_LANGUAGES, type CardChange } from '../../../usecases/editService.ts';
import { hourNames, readHours, typedHours } from './hoursForm.ts';

const areaNumbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14'] as const;
const longestName = 200;
const mostNames = 50;

/** Short names, one a line. A semicolon would divide a name in exchange files, so it becomes a comma. */
export const lines = () =>
  z
    .string()
    .transform((typed) => [
      ...new Set(
        typed
          .split('\n')
          .map((line) => line.trim().replaceAll(';', ','))
          .filter((line) => line !== ''),
      ),
    ])
    .refine((names) => names.length <= mostNames, 'too-many-lines')
    .refine((names) => names.every((name) => name.length <= longestName), 'line-too-long');

/** Years, also with a part: 2,5. */
export const optionalAge = () =>
  z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^\d{1,3}([.,]\d{1,2})?$/.test(typed) && Number(typed.replace(',', '.')) <= 130), 'not-an-age')
    .transform((typed) => (typed === '' ? null : Number(typed.replace(',', '.'))));
/** Grosze; more than a million złote is a slip of the hand. */
const greatestPrice = 100_000_000;
/** Złote with grosze as people write them (`1 200 zł`), read into grosze. */
const optionalPrice = () =>
  z
    .string()
    .trim()
    .transform((typed, issue) => {
      if (typed === '') return null;
      const read = parseMoney(typed);
      const fault = !read.ok
        ? 'not-a-price'
        : read.value < 0
          ? 'negative-price'
          : read.value > greatestPrice
            ? 'price-too-great'
            : undefined;
      if (fault === undefined && read.ok) return Number(read.value);
      issue.addIssue({ code: 'custom', message: !read.ok && read.refusal === 'too-large' ? 'price-too-great' : (fault ?? 'not-a-price') });
      return z.NEVER;
    });
const optionalPostcode = () =>
  z
    .string()
    .trim()
    .refine((typed) => /^$|^\d{2}-?\d{3}$/.test(typed), 'not-a-postcode')
    .transform((typed) => (typed === '' ? null : typed.replace(/^(\d{2})-?/, '$1-')));

export const optionalUrl = () =>
  z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^https?:\/\//i.test(typed) && z.url().max(1000).safeParse(typed).success), 'not-a-url')
    .transform((typed) => (typed === '' ? null : typed));

export const optionalCapacity = () =>
  z
    .string()
    .trim()
    .refine((typed) => /^$|^[1-9]\d{0,5}$/.test(typed), 'not-a-number')
    .transform((typed) => (typed === '' ? null : Number(typed)));

export const pricePers = [...LIMIT_UNITS, 'week', 'year', 'programme', 'once'] as const;

/** In the order of the page. */
const schema = z.object({
  status: choice(SERVICE_STATUSES),
  name: text(300),
  summary: optionalText(500),
  scope: optionalText(10_000),
  alert: optionalText(2000),
  everydayNames: lines(),
  keywords: lines(),
  areas: choices(areaNumbers, 1),
  recipients: optionalText(4000),
  targetGroups: choices(TARGET_GROUPS),
  minimumAge: optionalAge(),
  maximumAge: optionalAge(),
  qualification: optionalText(4000),
  modes: choices(MODES),
  placeIds: uuids(),
  placeName: optionalText(300),
  placeStreet: optionalText(200),
  placePostcode: optionalPostcode(),
  placeTown: optionalText(200),
  coverage: optionalText(1000),
  serviceAreas: lines(),
  schedule: optionalText(2000),
  validFrom: optionalDay(),
  validTo: optionalDay(),
  feeKind: optionalChoice(FEE_KINDS),
  price: optionalPrice(),
  pricePer: optionalChoice(pricePers),
  feeText: optionalText(2000),
  limitsText: optionalText(2000),
  capacity: optionalCapacity(),
  waitTime: optionalText(2000),
  documents: lines(),
  provider: optionalText(300),
  program: optionalText(300),
  funding: lines(),
  phone: optionalText(40),
  email: optionalEmail(),
  url: optionalUrl(),
  languages: choices(OFFERED_LANGUAGES),
  interpretation: optionalText(2000),
  source: optionalText(1000),
  checkedOn: optionalDay(),
});
export type CardField = keyof typeof schema.shape;
export const cardFields = Object.keys(schema.shape) as readonly CardField[];

/** Where each field stands on the page; the week has its place before the schedule in words. */
const pageOrder: readonly string[] = cardFields.flatMap((name) => (name === 'schedule' ? [...hourNames, name] : [name]));

const feeSchema = schema.pick({ feeKind: true, price: true, pricePer: true });
/** Kind and price of a fee as they were typed on a page that keeps these alone. */
export function readFeeFields(fields: FormFields): FormResult<Pick<Fee, 'kind' | 'price' | 'per'>> {
  const read = readForm(feeSchema, fields);
  if (!read.ok) return read;
  const { feeKind, price, pricePer: per } = read.value;
  if (feeKind === 'free' && (price ?? 0) > 0) return { ok: false, errors: [{ field: 'price', code: 'free-with-price' }], typed: fields };
  if (feeKind === 'free') return { ok: true, value: { kind: 'free', price: null, per: null } };
  return { ok: true, value: { kind: feeKind ?? (price === null ? null : kindOfPrice(per)), price, per } };
}
export const typedFee = ({ kind, price, per }: Pick<Fee, 'kind' | 'price' | 'per'>): FormFields =>
  FormFields.from({ feeKind: kind, price: price === null ? '' : String(price / 100).replace('.', ','), pricePer: per });

/**
 * The card as the editor typed it, or everything that is wrong with it, in the order of the page.
 * @param known the card as it is: a telephone that it has already is not looked at again
 */
export function readCard(fields: FormFields, known?: CatalogueService): FormResult<CardChange> {
  const read = readForm(schema, fields);
  const hours = readHours(fields);
  const errors = [...(read.ok ? [] : read.errors), ...contradictions(fields, known), ...hours.errors];
  if (!read.ok || errors.length > 0) {
    const inOrder = errors.toSorted((one, other) => pageOrder.indexOf(one.field) - pageOrder.indexOf(other.field));
    return { ok: false, errors: inOrder, typed: fields };
  }
  const { qualification, provider, phone, email, url, areas, validFrom, validTo, checkedOn, ...plain } = read.value;
  const { placeName, placeStreet, placePostcode, placeTown, ...rest } = plain;
  const value: CardChange = {
    ...rest,
    qualificationText: qualification,
    providerName: provider,
    contact: { phone, email, url },
    areas: areas.map(Number),
    validFrom: validFrom?.toString() ?? null,
    validTo: validTo?.toString() ?? null,
    checkedOn: checkedOn?.toString() ?? null,
    newPlace: placeName === null ? null : { name: placeName, street: placeStreet, postcode: placePostcode, town: placeTown },
    hours: hours.value,
  };
  return { ok: true, value };
}

/** What contradicts itself among the fields that can be read; the others are told by themselves. */
function contradictions(fields: FormFields, known: CatalogueService | undefined): FieldError[] {
  const value = <Name extends 'validFrom' | 'validTo' | 'minimumAge' | 'maximumAge' | 'feeKind' | 'price'>(name: Name) =>
    schema.shape[name].safeParse(fields.get(name)).data as z.output<(typeof schema.shape)[Name]> | undefined;
  const [from, to] = [value('validFrom'), value('validTo')];
  const [youngest, oldest] = [value('minimumAge'), value('maximumAge')];
  const isTurned = from && to && Temporal.PlainDate.compare(from, to) > 0;
  const typed = (name: CardField) => fields.get(name).trim();
  const phone = typed('phone');
  return [
    ...(isTurned ? [{ field: 'validTo', code: 'date-order' }] : []),
    ...(youngest != null && oldest != null && youngest > oldest ? [{ field: 'maximumAge', code: 'age-order' }] : []),
    ...(value('feeKind') === 'free' && (value('price') ?? 0) > 0 ? [{ field: 'price', code: 'free-with-price' }] : []),
    ...(typed('placeName') === '' && typed('placeStreet') + typed('placeTown') !== '' ? [{ field: 'placeName', code: 'required' }] : []),
    ...(phone !== '' && phone !== known?.contact.phone && !isPublicNumber(phone) ? [{ field: 'phone', code: 'not-a-phone' }] : []),
  ];
}

/** A card as the form shows it. */
export function typedCard(service: CatalogueService): FormFields {
  const day = (iso: string | null) => iso?.split('-').toReversed().join('.') ?? '';
  const number = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  const typed: Record<CardField, string | readonly string[] | null> = {
    name: service.name,
    summary: service.summary,
    scope: service.scope,
    everydayNames: service.everydayNames.join('\n'),
    keywords: service.keywords.join('\n'),
    recipients: service.recipients,
    targetGroups: service.targetGroups,
    areas: service.areas.map(String),
    qualification: service.qualification.text,
    feeKind: service.fee.kind,
    feeText: service.fee.text,
    price: service.fee.price === null ? '' : number(service.fee.price / 100),
    pricePer: service.fee.per,
    minimumAge: number(service.minimumAge),
    maximumAge: number(service.maximumAge),
    modes: service.modes,
    languages: service.languages.flatMap(({ code }) => code ?? []),
    interpretation: service.interpretation,
    documents: service.qualification.documents.join('\n'),
    serviceAreas: service.serviceAreas.flatMap(({ name }) => name ?? []).join('\n'),
    placeIds: service.places.flatMap(({ id }) => id ?? []),
    placeName: null,
    placeStreet: null,
    placePostcode: null,
    placeTown: null,
    alert: service.alert,
    waitTime: service.waitTime,
    program: service.program?.name ?? null,
    funding: service.funding.flatMap(({ source }) => source ?? []).join('\n'),
    provider: service.provider?.name ?? null,
    limitsText: service.limitsText,
    capacity: number(service.capacity),
    coverage: service.coverage,
    schedule: service.schedule,
    phone: service.contact.phone,
    email: service.contact.email,
    url: service.contact.url,
    validFrom: day(service.validFrom),
    validTo: day(service.validTo),
    source: service.source,
    checkedOn: day(service.checkedOn),
    status: service.status,
  };
  return FormFields.from({ ...typed, ...typedHours(service.schedules) });
}

/** What was typed, with inherited fields as the card has them: nobody types over them, by whatever a form carries. */
export function withInherited(typed: FormFields, service: CatalogueService, inherited: InheritedFields | null): FormFields {
  if (inherited === null) return typed;
  const card = typedCard(service).toRecord();
  const own = Object.entries(typed.toRecord()).filter(([name]) => !inherited.names.includes(name));
  return FormFields.from({ ...Object.fromEntries(own), ...Object.fromEntries(inherited.names.map((name) => [name, card[name] ?? []])) });
}
