import fc from 'fast-check';
import { TARGET_GROUPS } from '#shared/targetGroups.ts';
import { LIMIT_PERIODS, LIMIT_UNITS, SERVICE_STATUSES } from '#modules/catalogue/domain/codes.ts';
import { serviceRecordSchema, slugOf, type ServiceRecord } from '#modules/catalogue/domain/service.ts';
import { cleanLine, cleanText } from '#shared/plainText.ts';

const letters = fc.constantFrom(...'abcęłżÓŚ xyz09.,-–"\'<>&/()%'.split(''), '👵🏽', 'Привіт', ';', '\n', '=');
const lineText = (max: number) =>
  fc
    .string({ unit: letters, minLength: 1, maxLength: max })
    .map(cleanLine)
    .filter((text) => text !== '');
const blockText = (max: number) =>
  fc
    .string({ unit: letters, minLength: 1, maxLength: max })
    .map(cleanText)
    .filter((text) => text !== '');
const names = (max: number) =>
  fc.uniqueArray(
    lineText(30).filter((text) => !text.includes(';')),
    { maxLength: max },
  );
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const isoDates = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());
const translations = fc.record({ en: fc.record({ name: lineText(40), summary: orNull(lineText(60)) }) }, { requiredKeys: [] });

const limits = fc.record({
  amount: fc.integer({ min: 1, max: 500 }),
  unit: fc.constantFrom(...LIMIT_UNITS),
  per: fc.constantFrom(...LIMIT_PERIODS),
  of: fc.constantFrom('person', 'household', 'service'),
  note: orNull(lineText(30)),
});
const fees = fc
  .record({
    kind: orNull(fc.constantFrom('free', 'flat-per-unit', 'flat-per-period', 'by-income', 'other')),
    text: orNull(blockText(60)),
    price: orNull(fc.integer({ min: 0, max: 1_000_000 })),
    per: orNull(fc.constantFrom(...LIMIT_UNITS)),
  })
  .map((fee) => (fee.kind === 'free' ? { ...fee, price: null } : fee));
const places = fc.record({
  name: lineText(40),
  street: orNull(lineText(40)),
  postcode: orNull(fc.constantFrom('86-050', '96-300')),
  town: orNull(lineText(20)),
});

/** Any service that the catalogue may hold, for property tests of exchange formats. */
export const anyService: fc.Arbitrary<ServiceRecord> = fc
  .record({
    id: fc.uuid({ version: [4, 5, 7] }),
    externalId: orNull(fc.constantFrom('uslugi-opiekuncze', '17')),
    name: lineText(60),
    scope: orNull(blockText(200)),
    summary: orNull(lineText(80)),
    everydayNames: names(4),
    keywords: names(4),
    recipients: orNull(blockText(100)),
    targetGroups: fc.uniqueArray(fc.constantFrom(...TARGET_GROUPS), { maxLength: 4 }),
    areas: fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 4 }),
    minimumAge: orNull(fc.integer({ min: 0, max: 130 })),
    maximumAge: orNull(fc.integer({ min: 0, max: 130 })),
    qualification: fc.record({ text: orNull(blockText(100)), documents: names(3) }),
    fee: fees,
    provider: orNull(fc.record({ name: lineText(40), kind: orNull(fc.constantFrom('centre', 'ngo', 'company')) })),
    limits: fc.array(limits, { maxLength: 3 }),
    limitsText: orNull(blockText(60)),
    capacity: orNull(fc.integer({ min: 1, max: 1000 })),
    coverage: orNull(lineText(40)),
    schedule: orNull(lineText(60)),
    places: fc.array(places, { maxLength: 2 }),
    contact: fc.record({
      phone: orNull(fc.constantFrom('+48521234567', '52 123 45 67')),
      email: orNull(fc.constant('centrum@example.org')),
      url: orNull(fc.webUrl()),
    }),
    status: fc.constantFrom(...SERVICE_STATUSES),
    validFrom: orNull(isoDates),
    validTo: orNull(isoDates),
    source: orNull(fc.constantFrom('https://example.org/usługi', 'https://example.org/…', 'gazeta')),
    checkedOn: orNull(isoDates),
    demo: fc.boolean(),
    translations,
  })
  .map((service) => serviceRecordSchema.parse({ ...service, slug: slugOf(service.name) }));
