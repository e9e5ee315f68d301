/**
 * The part of a service object of the Human Services Data Specification 3.1 (HSDS) that decides how its parts are read.
 * https://docs.openreferral.org/ — extra properties are allowed there, so what HSDS has no term for travels in one extra
 * object, `okienko`. Names are in camelCase here.
 */
import { z } from 'zod';
import { limitSchema, serviceCardSchema, vacancySchema } from '../service.ts';
import { EXTENSION } from './keys.ts';

const words = z.string().nullish();
const listOf = <T extends z.ZodType>(item: T) => z.array(item).nullish();

const termShape = z.looseObject({
  code: z.union([z.string(), z.number()]).nullish(),
  name: words,
  taxonomy: words,
  taxonomyDetail: z.looseObject({ name: words }).nullish(),
});
export const attributeShape = z.looseObject({
  id: words,
  label: words,
  value: z.union([z.string(), z.number()]).nullish(),
  taxonomyTerm: termShape.nullish(),
});
const partShape = z.looseObject({ id: words });

/** What has no term in HSDS. All parts optional: a file may come from a later or earlier release. */
export const extensionShape = z.looseObject({
  slug: serviceCardSchema.shape.slug.optional(),
  summary: serviceCardSchema.shape.summary.optional(),
  limits: z.array(limitSchema).optional(),
  limitsText: serviceCardSchema.shape.limitsText.optional(),
  capacity: serviceCardSchema.shape.capacity.optional(),
  vacancy: vacancySchema.nullish(),
  contactPhone: words,
  feeKind: serviceCardSchema.shape.fee.shape.kind.optional(),
  feePer: serviceCardSchema.shape.fee.shape.per.optional(),
  /** Earlier releases wrote the provider's kind and the places here. */
  providerKind: serviceCardSchema.shape.provider.unwrap().unwrap().shape.kind.nullish(),
  places: serviceCardSchema.shape.places.unwrap().optional(),
  validFrom: serviceCardSchema.shape.validFrom.optional(),
  validTo: serviceCardSchema.shape.validTo.optional(),
  source: serviceCardSchema.shape.source.optional(),
  demo: z.boolean().optional(),
  translations: serviceCardSchema.shape.translations.optional(),
  externalId: z.string().nullish(),
});

/** A service object as files bring it. Terms that the catalogue does not use are let through and reported. */
export const hsdsServiceShape = z.looseObject({
  id: z.union([z.string().min(1).max(300), z.number()]),
  name: z.string().trim().min(1),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']).nullish(),
  alternateName: words,
  description: words,
  url: words,
  email: words,
  interpretationServices: words,
  applicationProcess: words,
  feesDescription: words,
  fees: words,
  waitTime: words,
  accreditations: words,
  licenses: words,
  eligibilityDescription: words,
  minimumAge: z.number().nullish(),
  maximumAge: z.number().nullish(),
  assuredDate: words,
  assurerEmail: words,
  alert: words,
  phones: listOf(z.looseObject({ id: words, number: words })),
  schedules: listOf(z.looseObject({ id: words, description: words })),
  serviceAreas: listOf(z.looseObject({ id: words, name: words })),
  serviceAtLocations: listOf(z.looseObject({ id: words, location: z.looseObject({}).nullish() })),
  languages: listOf(partShape),
  organization: z.looseObject({ name: words }).nullish(),
  funding: listOf(partShape),
  costOptions: listOf(z.looseObject({ id: words, amount: z.number().nonnegative().nullish(), currency: words, amountDescription: words })),
  program: z.looseObject({ name: words }).nullish(),
  requiredDocuments: listOf(z.looseObject({ id: words, document: words })),
  contacts: listOf(partShape),
  capacities: listOf(z.looseObject({ id: words, available: z.number().nullish(), maximum: z.number().nullish() })),
  attributes: listOf(attributeShape),
  additionalUrls: listOf(partShape),
  metadata: listOf(partShape),
  [EXTENSION]: extensionShape.nullish(),
});
export type HsdsServiceRead = z.infer<typeof hsdsServiceShape>;

/** Terms that belong to HSDS and say nothing that the record does not hold elsewhere; they are passed over without a note. */
export const SILENT_TERMS: ReadonlySet<string> = new Set(['organizationId', 'programId', 'lastModified']);
