import { isPublicNumber } from '#shared/phone.ts';
import type { Contact, Language, Phone } from '../../../domain/parts.ts';
import { listPlaced, putPlaced } from '../../../domain/placedParts.ts';
import type { ServiceRecord } from '../../../domain/service.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import { OFFERED_LANGUAGES } from '../../../usecases/editService.ts';
import { languageName } from '../languageName.ts';
import type { CardPage, PartList, RowFault } from './cardPage.ts';
import type { PartField, Values } from './fields.ts';
import { present, whereField } from './placed.ts';

const t = cardPartTexts.in('pl');
const PHONE_TYPES = ['voice', 'cell', 'text', 'fax', 'video', 'textphone', 'pager'] as const;

const languagesField: PartField = {
  name: 'languages',
  kind: 'many',
  label: t('contacts.languages'),
  rare: true,
  options: OFFERED_LANGUAGES.map((value) => ({ value, label: languageName(value) })),
};
const codesOf = (languages: readonly Language[] | undefined) => languages?.flatMap(({ code }) => code ?? []);
/** Chosen languages; those that the form does not offer stay. */
function languagesOf(codes: unknown, known: readonly Language[] | undefined): Language[] | undefined {
  const chosen = ((codes ?? []) as readonly string[]).map((code) => known?.find((each) => each.code === code) ?? { code });
  const others = (known ?? []).filter(({ code }) => !OFFERED_LANGUAGES.some((each) => each === code));
  return chosen.length + others.length === 0 ? undefined : [...chosen, ...others];
}

const phones = (card: ServiceRecord): PartList => ({
  kind: 'list',
  name: 'phones',
  title: t('contacts.phones'),
  fields: [
    { name: 'number', kind: 'line', label: t('contacts.number'), max: 100, required: true, width: 'medium' },
    { name: 'extension', kind: 'count', label: t('contacts.extension'), width: 'short', beside: true },
    { name: 'description', kind: 'line', label: t('contacts.phoneDescription'), width: 'full' },
    ...whereField(card),
    {
      name: 'type',
      kind: 'one',
      label: t('contacts.type'),
      empty: t('unknown'),
      options: PHONE_TYPES.map((value) => ({ value, label: t(`contacts.typeOf.${value}`) })),
      rare: true,
    },
    languagesField,
  ],
  check: ({ number }) => {
    const typed = String(number ?? '');
    return typed === '' || isPublicNumber(typed) || numbersOf(card).has(typed) ? [] : [{ field: 'number', code: 'not-a-phone' }];
  },
  item: (number) => t('contacts.phoneItem', { number }),
  add: t('contacts.addPhone'),
  most: 100,
  rows: (service) =>
    listPlaced(service, 'phones').map(({ where, part }, was) => ({
      values: { ...part, type: PHONE_TYPES.find((each) => each === part.type), languages: codesOf(part.languages), where },
      was,
    })),
  put: (rows, known) => {
    const all = listPlaced(known, 'phones');
    return putPlaced(
      known,
      'phones',
      rows.map(({ values, was }) => {
        const before = was === undefined ? undefined : all[was]?.part;
        const { number, extension, description } = values;
        // A kind of telephone that the form does not offer stays.
        const isOwnType = before?.type !== undefined && !PHONE_TYPES.some((each) => each === before.type);
        const type = values['type'] ?? (isOwnType ? before.type : undefined);
        const languages = languagesOf(values['languages'], before?.languages);
        const part = present({ id: before?.id, number, extension, type, description, languages }) as unknown as Phone;
        return { where: values['where'] as string | undefined, part };
      }),
    );
  },
});

/** `600 100 200 – po 12.00`: the number, and when to call. */
const asLine = ({ number, description }: Phone) => [number, description].filter((part) => part !== undefined).join(' – ');
function phoneOf(line: string, known: readonly Phone[]): Phone {
  const [number = '', ...rest] = line.split(/\s+[–—-]\s+/);
  const before = known.find((each) => each.number === number);
  return present({ ...before, number, description: rest.join(' – ') || undefined }) as Phone;
}
function checkContact(row: Values, known: ReadonlySet<string>): RowFault[] {
  const faults: RowFault[] = [];
  if (['name', 'jobTitle', 'department', 'email'].every((field) => row[field] === undefined)) faults.push({ field: 'name', code: 'who' });
  if (row['languages'] !== undefined && row['phones'] === undefined) faults.push({ field: 'phones', code: 'phone-needed' });
  const numbers = ((row['phones'] ?? []) as readonly string[]).map((line) => phoneOf(line, []).number);
  if (numbers.some((number) => number.length > 100)) faults.push({ field: 'phones', code: 'phones' });
  else if (numbers.some((number) => !isPublicNumber(number) && !known.has(number))) faults.push({ field: 'phones', code: 'not-a-phone' });
  return faults;
}
/** Numbers that a card has already: a file may have brought what nobody can call, and that is not in the way of other changes. */
const numbersOf = (card: ServiceRecord): ReadonlySet<string> =>
  new Set([
    ...listPlaced(card, 'phones').map(({ part }) => part.number),
    ...listPlaced(card, 'contacts').flatMap(({ part }) => part.phones?.map(({ number }) => number) ?? []),
  ]);

const contacts = (card: ServiceRecord): PartList => ({
  kind: 'list',
  name: 'contacts',
  title: t('contacts.contacts'),
  hint: t('contacts.contactsHint'),
  fields: [
    { name: 'name', kind: 'line', label: t('contacts.name'), max: 300 },
    { name: 'jobTitle', kind: 'line', label: t('contacts.jobTitle'), max: 300 },
    { name: 'department', kind: 'line', label: t('contacts.department'), max: 300 },
    { name: 'phones', kind: 'lines', label: t('contacts.contactPhones'), hint: t('contacts.contactPhonesHint'), rows: 2 },
    { name: 'email', kind: 'email', label: t('contacts.email') },
    ...whereField(card),
    languagesField,
  ],
  item: (number) => t('contacts.contactItem', { number }),
  add: t('contacts.addContact'),
  most: 100,
  check: (row) => checkContact(row, numbersOf(card)),
  rows: (service) =>
    listPlaced(service, 'contacts').map(({ where, part: { title, phones: own, ...part } }, was) => ({
      values: {
        ...part,
        jobTitle: title,
        phones: own?.map(asLine),
        languages: [...new Set(own?.flatMap(({ languages }) => codesOf(languages) ?? []))],
        where,
      },
      was,
    })),
  put: (rows, known) => {
    const all = listPlaced(known, 'contacts');
    return putPlaced(
      known,
      'contacts',
      rows.map(({ values, was }) => {
        const before = was === undefined ? undefined : all[was]?.part;
        const { name, jobTitle: title, department, email } = values;
        const lines = (values['phones'] ?? []) as readonly string[];
        const own = lines.map((line) => {
          const phone = phoneOf(line, before?.phones ?? []);
          return present({ ...phone, languages: languagesOf(values['languages'], phone.languages) }) as Phone;
        });
        const called = own.length === 0 ? undefined : own;
        const part = present({ id: before?.id, name, title, department, email, phones: called }) as unknown as Contact;
        return { where: values['where'] as string | undefined, part };
      }),
    );
  },
});

const additionalUrls: PartList = {
  kind: 'list',
  name: 'additionalUrls',
  title: t('contacts.additionalUrls'),
  fields: [
    { name: 'label', kind: 'line', label: t('contacts.label'), max: 200 },
    { name: 'url', kind: 'address', label: t('contacts.url'), required: true, width: 'full' },
  ],
  item: (number) => t('contacts.urlItem', { number }),
  add: t('contacts.addUrl'),
  most: 100,
  rows: (service) => service.additionalUrls.map((values, was) => ({ values, was })),
  put: (rows, known) => ({
    additionalUrls: rows.map(({ values: { label, url }, was }) =>
      present({ id: was === undefined ? undefined : known.additionalUrls[was]?.id, label, url }),
    ),
  }),
};

export const contactsPage: CardPage = {
  key: 'contacts',
  path: '/kontakt',
  title: t('contacts.title'),
  lead: t('contacts.lead'),
  touched: ['phones', 'contacts', 'additionalUrls', 'places'],
  sections: (service) => [phones(service), contacts(service), additionalUrls],
};
