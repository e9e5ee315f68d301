import { z } from 'zod';
import { TARGET_GROUPS } from '#shared/targetGroups.ts';
import { derivedId } from '#shared/uuid.ts';
import { FEE_KINDS, LIMIT_PERIODS, LIMIT_UNITS, MODES, SERVICE_STATUSES } from './codes.ts';
import {
  attributeSchema,
  capacitySchema,
  contactSchema,
  costOptionSchema,
  fundingSchema,
  languageSchema,
  metadataSchema,
  phoneSchema,
  programSchema,
  requiredDocumentSchema,
  scheduleSchema,
  serviceAreaSchema,
  urlSchema,
} from './parts.ts';
import { placeSchema } from './place.ts';
import { providerSchema } from './provider.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const optionalText = (max: number) => text(max).nullable().default(null);
/** Lists of short names travel in one HSDS text, divided by semicolons. */
const shortName = text(200).refine((value) => !value.includes(';'), 'A name in a list may not hold a semicolon');
const isoDate = z.iso.date();
const many = <Part extends z.ZodType>(part: Part, max = 100) => z.array(part).max(max).default([]);

/**
 * How much of the service one person (or household, or the service as a whole) may use:
 * `{amount: 2, unit: 'ride', per: 'month', of: 'person'}` is two rides a month for each person.
 */
export const limitSchema = z.strictObject({
  amount: z.number().positive().max(1_000_000),
  unit: z.enum(LIMIT_UNITS),
  per: z.enum(LIMIT_PERIODS),
  of: z.enum(['person', 'household', 'service']).default('person'),
  note: optionalText(300),
});
export type ServiceLimit = z.infer<typeof limitSchema>;

/** `price` is grosze for one unit or one period; `kind` is null when the source does not say. */
export const feeSchema = z
  .strictObject({
    kind: z.enum(FEE_KINDS).nullable().default(null),
    text: optionalText(2000),
    price: z.int().nonnegative().max(100_000_000).nullable().default(null),
    per: z
      .enum([...LIMIT_UNITS, ...LIMIT_PERIODS])
      .nullable()
      .default(null),
  })
  .refine(({ kind, price }) => kind !== 'free' || price === null, 'A free service has no price');

/** `text` is the mode of qualification as the card states it; `documents` are what the person brings. */
export const qualificationSchema = z.strictObject({
  text: optionalText(4000),
  documents: z.array(shortName).max(30).default([]),
});

/**
 * Figures of a service's places: how many are free, how many wait, how long the wait may last, and when that was so.
 * `counted` stands where the centre keeps the places itself: how many there are and how many are taken. Figures without it were
 * typed by somebody.
 */
export const vacancySchema = z.strictObject({
  free: z.int().nonnegative().max(1_000_000),
  queue: z.int().nonnegative().max(1_000_000).nullable().default(null),
  waitDays: z.int().nonnegative().max(10_000).nullable().default(null),
  asOf: z.iso.datetime({ offset: true }),
  counted: z.strictObject({ limit: z.int().nonnegative(), taken: z.int().nonnegative() }).optional(),
});
export type Vacancy = z.infer<typeof vacancySchema>;

const translated = (max: number) => text(max).optional();
/** What one text was translated from: the version of the card, and a digest of the Polish text in it. */
const madeFromSchema = z.strictObject({ version: z.int().positive(), digest: z.uuid() });
/** The texts of a card in another language; those that nobody has translated are absent. Documents stand one a line. */
export const translationSchema = z.strictObject({
  name: text(300),
  summary: optionalText(1000),
  scope: translated(10_000),
  recipients: translated(4000),
  qualification: translated(4000),
  documents: translated(8000),
  fee: translated(2000),
  limits: translated(2000),
  coverage: translated(1000),
  schedule: translated(2000),
  waitTime: translated(2000),
  interpretation: translated(2000),
  alert: translated(2000),
  /** By the name of the text; absent where a file brought the translation. */
  madeFrom: z.record(z.string().max(20), madeFromSchema).optional(),
});
export type Translation = z.infer<typeof translationSchema>;

/**
 * The card of a service: what centres publish about it. Unknown is null, never an empty text.
 * Texts are plain (no markup); everything is in Polish except `translations`.
 */
export const serviceCardSchema = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(120),
  name: text(300),
  /** What the service consists of. */
  scope: optionalText(10_000),
  /** One sentence for lists. */
  summary: optionalText(500),
  everydayNames: z.array(shortName).max(50).default([]),
  keywords: z.array(shortName).max(50).default([]),
  /** Who it is for, as the card states it. */
  recipients: optionalText(4000),
  targetGroups: z.array(z.enum(TARGET_GROUPS)).max(TARGET_GROUPS.length).default([]),
  /** Statutory areas 1–14, the leading one first; empty while nobody has filed an imported service under one. */
  areas: z.array(z.int().min(1).max(14)).max(14),
  minimumAge: z.number().min(0).max(130).nullable().default(null),
  maximumAge: z.number().min(0).max(130).nullable().default(null),
  qualification: qualificationSchema,
  fee: feeSchema,
  provider: providerSchema.nullable().default(null),
  limits: z.array(limitSchema).max(20).default([]),
  /** Limits as the card states them, where they cannot be counted. */
  limitsText: optionalText(2000),
  /** How many people may use it at once. */
  capacity: z.int().positive().max(1_000_000).nullable().default(null),
  coverage: optionalText(1000),
  schedule: optionalText(2000),
  places: z.array(placeSchema).max(50).default([]),
  contact: z
    .strictObject({
      phone: z.string().max(40).nullable().default(null),
      email: z.email().max(254).nullable().default(null),
      url: z.url().max(1000).nullable().default(null),
    })
    .default({ phone: null, email: null, url: null }),
  status: z.enum(SERVICE_STATUSES).default('active'),
  validFrom: isoDate.nullable().default(null),
  validTo: isoDate.nullable().default(null),
  /** The public page from which the card was taken. */
  source: optionalText(1000),
  checkedOn: isoDate.nullable().default(null),
  /** Made up for demonstration. */
  demo: z.boolean().default(false),
  modes: z.array(z.enum(MODES)).max(MODES.length).default([]),
  languages: many(languageSchema),
  schedules: many(scheduleSchema),
  costOptions: many(costOptionSchema),
  /** What to bring, where the standard says more of it than a short name. */
  requiredDocuments: many(requiredDocumentSchema),
  serviceAreas: many(serviceAreaSchema),
  /** Telephones beside `contact.phone`. */
  phones: many(phoneSchema),
  contacts: many(contactSchema),
  program: programSchema.nullable().default(null),
  funding: many(fundingSchema),
  /** Figures in other units than places. */
  capacities: many(capacitySchema),
  additionalUrls: many(urlSchema),
  attributes: many(attributeSchema, 200),
  metadata: many(metadataSchema, 500),
  /** A notice for a short time. */
  alert: optionalText(2000),
  interpretation: optionalText(2000),
  accreditations: optionalText(4000),
  licenses: optionalText(4000),
  waitTime: optionalText(2000),
  assurerEmail: z.email().max(254).nullable().default(null),
  translations: z.strictObject({ en: translationSchema.optional(), uk: translationSchema.optional() }).default({}),
});
export type ServiceCard = z.infer<typeof serviceCardSchema>;

/** A service of a centre: its card with an identity. `externalId` is the id that it has in the file it came from, when that is no UUID. */
export const serviceRecordSchema = serviceCardSchema.extend({
  id: z.uuid(),
  externalId: z.string().min(1).max(300).nullable().default(null),
  /** Reported more often than the card is edited. */
  vacancy: vacancySchema.nullable().default(null),
});
export type ServiceRecord = z.infer<typeof serviceRecordSchema>;

/**
 * One problem of an imported row; `row` counts from 1. `problem` is in English, for whoever runs the import in a terminal;
 * pages word it by its `code`, with the `value` that is wrong.
 */
export type ImportProblem = {
  readonly row: number;
  readonly field: string;
  readonly problem: string;
  readonly code?: string;
  readonly value?: string;
  /** What its words name beside the value: the greatest that may be, or the row that came first. */
  readonly detail?: string;
  /** The service that an earlier row of the file brings already. */
  readonly serviceId?: string;
  /** What the row calls its service, where that is known. */
  readonly name?: string;
};
export type ImportNote = { readonly row: number; readonly note: string };

/** A service as a row of a file would have it; `row` is the row's number in the file. */
export type Candidate = { readonly row: number; readonly service: ServiceRecord };

/** What an import read: good rows become services even when others have problems; the caller decides whether to go on. */
export type ImportedServices = {
  readonly services: readonly ServiceRecord[];
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportNote[];
};

/** What a service is called in a language, or in Polish where nobody has translated it. */
export const nameIn = ({ name, translations }: Pick<ServiceCard, 'name' | 'translations'>, lang: 'pl' | 'en' | 'uk'): string =>
  lang === 'pl' ? name : (translations[lang]?.name ?? name);

/** The language of that name where it is not the reader's. */
export const languageOfName = ({ translations }: Pick<ServiceCard, 'translations'>, lang: 'pl' | 'en' | 'uk'): 'pl' | undefined =>
  lang === 'pl' || translations[lang]?.name !== undefined ? undefined : 'pl';

/** A public address from a name: `Złota rączka` gives `zlota-raczka`; never empty. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'usluga' : slug;
}

/** The source as an address that can be followed; undefined when it is shortened (with an ellipsis) or no address. */
export function linkOf(source: string): string | undefined {
  return /^https?:\/\/\S+$/.test(source) && !source.includes('…') && URL.canParse(source) ? source : undefined;
}

/** The record of a card that ships with the product: its id follows from the centre and the card's address, so loading twice changes nothing. */
export function recordOfCard(centreSlug: string, card: ServiceCard): ServiceRecord {
  return { ...card, id: derivedId('service', centreSlug, card.slug), externalId: null, vacancy: null };
}

/** A record with what is given and nothing else known. @throws ZodError for what no record may hold */
export const newRecord = (known: z.input<typeof serviceRecordSchema>): ServiceRecord => serviceRecordSchema.parse(known);
