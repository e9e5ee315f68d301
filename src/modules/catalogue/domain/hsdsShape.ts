/**
 * The part of the Human Services Data Specification 3.1 (HSDS) that the catalogue reads and writes: one `service` object
 * with its nested tables. https://docs.openreferral.org/ — extra properties are allowed there, so what HSDS has no term for
 * travels in one extra object, `okienko`.
 */
import { z } from 'zod';
import { limitSchema, serviceCardSchema } from '#modules/catalogue/domain/service.ts';

/** The key of the extra object. */
export const EXTENSION = 'okienko';

export const AREA_TAXONOMY = 'Obszary usług społecznych (ustawa z 19 lipca 2019 r.)';
export const GROUP_TAXONOMY = 'Grupy odbiorców';
export const KEYWORD_TAXONOMY = 'Słowa kluczowe';

const words = z.string().nullish();
const listOf = <T extends z.ZodType>(item: T) => z.array(item).nullish();

const termShape = z.looseObject({
  code: z.union([z.string(), z.number()]).nullish(),
  name: words,
  taxonomy: words,
  taxonomy_detail: z.looseObject({ name: words }).nullish(),
});
const attributeShape = z.looseObject({
  label: words,
  value: z.union([z.string(), z.number()]).nullish(),
  taxonomy_term: termShape.nullish(),
});
const scheduleShape = z.looseObject({ description: words, byday: words, opens_at: words, closes_at: words });
const addressShape = z.looseObject({ address_1: words, city: words, postal_code: words });
const locationShape = z.looseObject({ name: words, addresses: listOf(addressShape) });
const costShape = z.looseObject({ option: words, amount: z.number().nonnegative().nullish(), currency: words, amount_description: words });
const capacityShape = z.looseObject({ maximum: z.number().nullish() });

/** What has no term in HSDS. All parts optional: a file may come from a later or earlier release. */
export const extensionShape = z.looseObject({
  slug: serviceCardSchema.shape.slug.optional(),
  summary: serviceCardSchema.shape.summary.optional(),
  limits: z.array(limitSchema).optional(),
  limitsText: serviceCardSchema.shape.limitsText.optional(),
  capacity: serviceCardSchema.shape.capacity.optional(),
  feeKind: serviceCardSchema.shape.fee.shape.kind.optional(),
  feePer: serviceCardSchema.shape.fee.shape.per.optional(),
  providerKind: z.enum(['centre', 'gmina-unit', 'ngo', 'social-enterprise', 'company', 'person']).nullish(),
  places: serviceCardSchema.shape.places.optional(),
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
  alternate_name: words,
  description: words,
  url: words,
  email: words,
  application_process: words,
  fees_description: words,
  fees: words,
  eligibility_description: words,
  minimum_age: z.number().nullish(),
  maximum_age: z.number().nullish(),
  assured_date: words,
  phones: listOf(z.looseObject({ number: words })),
  schedules: listOf(scheduleShape),
  service_areas: listOf(z.looseObject({ name: words })),
  service_at_locations: listOf(z.looseObject({ location: locationShape.nullish() })),
  organization: z.looseObject({ name: words }).nullish(),
  cost_options: listOf(costShape),
  required_documents: listOf(z.looseObject({ document: words })),
  capacities: listOf(capacityShape),
  attributes: listOf(attributeShape),
  [EXTENSION]: extensionShape.nullish(),
});
export type HsdsServiceRead = z.infer<typeof hsdsServiceShape>;

/** Terms that belong to HSDS and say nothing that the card holds; they are passed over without a note. */
export const SILENT_TERMS: ReadonlySet<string> = new Set([
  'organization_id',
  'program_id',
  'last_modified',
  'metadata',
  'additional_urls',
  'languages',
]);
