import { z } from 'zod';
import { formatMoney, grosze } from '#shared/money.ts';
import { formatShortDate } from '#shared/polishDate.ts';
import { asHeading, getArea, getTargetGroup } from '../domain/classification.ts';
import { TRANSLATED_TEXTS } from '../domain/translation.ts';
import type { CatalogueService } from '../store/assembleServices.ts';
import { cardPartTexts } from '../texts/cardParts.ts';
import { catalogueTexts } from '../texts/index.ts';
import { countInWords } from '../texts/words.ts';
import { catalogueStaffTexts } from '../texts/staff.ts';
import { stewardTexts } from '../texts/stewardship.ts';
import { scheduleInWords } from './scheduleWords.ts';

const editor = catalogueStaffTexts.in('pl');
const steward = stewardTexts.in('pl');
const card = catalogueTexts.in('pl');
const parts = cardPartTexts.in('pl');

/** One field of a card for the staff: plain text, lists one a line, empty when nothing is known. */
export interface FieldInWords {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** Everything a card says, field by field in the order of the editor, so that two versions can be compared by eye. */
export function cardInWords(service: CatalogueService): readonly FieldInWords[] {
  const told: [string, string | readonly string[] | number | null | undefined][] = [
    ['status', editor(`status.${service.status}`)],
    ['name', service.name],
    ['summary', service.summary],
    ['scope', service.scope],
    ['alert', service.alert],
    ['everydayNames', service.everydayNames],
    ['keywords', service.keywords],
    ['areas', service.areas.map((number) => asHeading(getArea(number).name, 'pl'))],
    ['recipients', service.recipients],
    ['targetGroups', service.targetGroups.map((code) => asHeading(getTargetGroup(code).name, 'pl'))],
    ['minimumAge', service.minimumAge],
    ['maximumAge', service.maximumAge],
    ['qualification', service.qualification.text],
    ['documents', [...service.qualification.documents, ...service.requiredDocuments.map(({ document }) => document ?? '')]],
    ['modes', service.modes.map((mode) => card(`card.modeName.${mode}`))],
    ['places', service.places.map(placeInWords)],
    ['coverage', service.coverage],
    ['serviceAreas', service.serviceAreas.map(({ name, description }) => name ?? description ?? '')],
    ['hours', service.schedules.map((schedule) => scheduleInWords(schedule, 'pl') ?? generic(schedule))],
    ['schedule', service.schedule],
    ['validFrom', day(service.validFrom)],
    ['validTo', day(service.validTo)],
    ['feeKind', service.fee.kind && editor(`editor.fee.${service.fee.kind}`)],
    ['price', priceInWords(service)],
    ['feeText', service.fee.text],
    ['costOptions', service.costOptions.map(costInWords)],
    ['limits', service.limits.map(limitInWords)],
    ['limitsText', service.limitsText],
    ['capacity', service.capacity],
    ['waitTime', service.waitTime],
    ['provider', service.provider?.name],
    ['program', service.program?.name],
    ['funding', service.funding.map(({ source }) => source ?? '')],
    ['phone', service.contact.phone],
    ['phones', service.phones.map(({ number, description }) => [number, description].filter(Boolean).join(' – '))],
    ['email', service.contact.email],
    ['url', service.contact.url],
    ['contacts', service.contacts.map(contactInWords)],
    ['languages', service.languages.map(languageInWords)],
    ['interpretation', service.interpretation],
    ['translations', Object.entries(service.translations).flatMap(([lang, words]) => translationInWords(lang, words))],
    ['source', service.source],
    ['checkedOn', day(service.checkedOn)],
    ['other', otherParts(service)],
  ];
  return told.map(([key, value]) => ({
    key,
    label: labelOf(key),
    text: Array.isArray(value) ? value.filter((line) => line !== '').join('\n') : String(value ?? ''),
  }));
}

/** Fields in which two states of a card differ, with both texts. */
export function differencesInWords(
  before: CatalogueService,
  after: CatalogueService,
): readonly { readonly key: string; readonly label: string; readonly before: string; readonly after: string }[] {
  const earlier = new Map(cardInWords(before).map(({ key, text }) => [key, text]));
  return cardInWords(after).flatMap(({ key, label, text }) => {
    const was = earlier.get(key) ?? '';
    return was === text ? [] : [{ key, label, before: was, after: text }];
  });
}

const ownLabels = ['hours', 'costOptions', 'limits', 'contacts', 'phones', 'translations', 'qualification', 'places', 'other'] as const;
/** The name of a field as the staff see it. */
export function labelOf(key: string): string {
  const own = ownLabels.find((each) => each === key);
  return own ? steward(`field.${own}`) : editor(`editor.${key as 'name'}`);
}

const day = (iso: string | null) => iso && formatShortDate(Temporal.PlainDate.from(iso));
const languageNames = new Intl.DisplayNames(['pl'], { type: 'language' });
const languageInWords = ({ code, name }: { code?: string | undefined; name?: string | undefined }) =>
  code !== undefined && /^[a-z]{2,3}$/.test(code) ? (languageNames.of(code) ?? code) : (name ?? code ?? '');

function placeInWords({ name, street, postcode, town, site }: CatalogueService['places'][number]): string {
  const address = [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [name, address, site?.description].filter(Boolean).join(', ');
}
function priceInWords({ fee }: CatalogueService): string {
  if (fee.price === null) return '';
  return [formatMoney(grosze(fee.price)), fee.per && card(`priceFor.${fee.per}`)].filter(Boolean).join(' / ');
}
function otherParts(service: CatalogueService): string[] {
  const { attributes, capacities, additionalUrls, accreditations, licenses, assurerEmail } = service;
  return [attributes, capacities, additionalUrls, accreditations, licenses, assurerEmail].flatMap((part) =>
    Array.isArray(part) ? part.map(generic) : (part ?? []),
  );
}
type Cost = CatalogueService['costOptions'][number];
function costInWords({ option, amount, currency = 'PLN', amountDescription, validFrom, validTo }: Cost): string {
  const isZloty = currency.toUpperCase() === 'PLN';
  const price = amount === undefined ? undefined : isZloty ? formatMoney(grosze(Math.round(amount * 100))) : `${amount} ${currency}`;
  const said = [option, [price, amountDescription].filter(Boolean).join(' ')].filter(Boolean).join(': ');
  const [from, to] = [day(validFrom ?? null), day(validTo ?? null)];
  const days =
    from && to
      ? card('card.validFromTo', { from, to })
      : from
        ? card('card.validFrom', { from })
        : to
          ? card('card.validTo', { to })
          : null;
  return [said, days && `(${days})`].filter(Boolean).join(' ');
}
function limitInWords({ amount, unit, per, of, note }: CatalogueService['limits'][number]): string {
  const count = countInWords(amount, unit, 'pl');
  return [count, card(`per.${per}`), card(`of.${of}`), note && `(${note})`].filter(Boolean).join(' ');
}
function contactInWords({ name, title, department, email, phones }: CatalogueService['contacts'][number]): string {
  const numbers = phones?.map(({ number, extension }) => (extension === undefined ? number : `${number} wew. ${extension}`));
  return [name, title, department, email, ...(numbers ?? [])].filter(Boolean).join(', ');
}
/** Each text of a translation by its name; of what it was made is the program's own business. */
function translationInWords(lang: string, translation: object | undefined): string[] {
  const language = languageNames.of(lang) ?? lang;
  return Object.entries(translation ?? {}).flatMap(([key, words]) => {
    const text = TRANSLATED_TEXTS.find((each) => each === key);
    return text && typeof words === 'string' && words !== '' ? [`${language}, ${parts(`translation.text.${text}`)}: ${words}`] : [];
  });
}
/** A part that the editor does not show, told by its values alone. */
function generic(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(generic).filter(Boolean).join(', ');
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value)) return isoInWords(value);
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([key]) => !/^id$|Id$/.test(key))
    .map(([, each]) => generic(each))
    .filter(Boolean)
    .join(', ');
}
/** A day of a file as people write it, without the hour to which it is of no use. */
function isoInWords(iso: string): string {
  const found = isoDay.safeParse(iso.slice(0, 10));
  return found.success ? formatShortDate(Temporal.PlainDate.from(found.data)) : iso;
}
const isoDay = z.iso.date();
