import { z } from 'zod';
import { ACCESSIBILITY_FEATURES } from './codes.ts';

/**
 * Parts of a record in the form of the Human Services Data Specification 3.1, with names in camelCase. What is unknown is
 * absent. A part keeps the `id` that it brought from a file; without one, exchange derives it from its record and place.
 */
const words = (max: number) => z.string().min(1).max(max).optional();
const id = { id: z.uuid().optional() };
const address = z.string().min(1).max(2000).optional();
const day = z.iso.date().optional();
const few = <Part extends z.ZodType>(part: Part, max = 50) => z.array(part).max(max).optional();

export const languageSchema = z.object({ ...id, name: words(200), code: words(20), note: words(2000) });
export type Language = z.infer<typeof languageSchema>;

export const phoneSchema = z.object({
  ...id,
  number: z.string().min(1).max(100),
  extension: z.number().optional(),
  type: words(50),
  description: words(2000),
  languages: few(languageSchema),
});
export type Phone = z.infer<typeof phoneSchema>;

export const contactSchema = z.object({
  ...id,
  name: words(300),
  title: words(300),
  department: words(300),
  email: words(254),
  phones: few(phoneSchema),
});
export type Contact = z.infer<typeof contactSchema>;

/**
 * When something is open or takes place, with the rule parts of iCalendar. Hours are local to Poland unless they say
 * otherwise (`08:00`, `08:00:00`, `08:00Z`, `08:00+02:00`).
 */
export const scheduleSchema = z.object({
  ...id,
  validFrom: day,
  validTo: day,
  dtstart: day,
  timezone: z.number().min(-14).max(14).optional(),
  until: day,
  count: z.int().positive().optional(),
  wkst: z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']).optional(),
  freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
  interval: z.int().positive().max(1000).optional(),
  byday: words(200),
  byweekno: words(300),
  bymonthday: words(200),
  byyearday: words(2000),
  description: words(2000),
  opensAt: words(20),
  closesAt: words(20),
  scheduleLink: address,
  attendingType: words(500),
  notes: words(2000),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** Either one of the known features, or a description in words. */
export const accessibilitySchema = z.object({
  ...id,
  feature: z.enum(ACCESSIBILITY_FEATURES).optional(),
  description: words(2000),
  details: words(2000),
  url: address,
});
export type Accessibility = z.infer<typeof accessibilitySchema>;

/** `extent` is a text in the format that `extentType` names, usually GeoJSON in WGS84. */
export const serviceAreaSchema = z.object({
  ...id,
  name: words(1000),
  description: words(4000),
  extent: words(200_000),
  extentType: words(50),
  uri: address,
});
export type ServiceArea = z.infer<typeof serviceAreaSchema>;

/** `amount` in the main unit of the currency. */
export const costOptionSchema = z.object({
  ...id,
  validFrom: day,
  validTo: day,
  option: words(500),
  currency: words(10),
  amount: z.number().nonnegative().max(1_000_000_000).optional(),
  amountDescription: words(500),
});
export type CostOption = z.infer<typeof costOptionSchema>;

export const requiredDocumentSchema = z.object({ ...id, document: words(2000), uri: address });
export const fundingSchema = z.object({ ...id, source: words(2000) });
export const programSchema = z.object({
  ...id,
  name: z.string().min(1).max(300),
  alternateName: words(300),
  description: words(10_000),
});
export const urlSchema = z.object({ ...id, label: words(200), url: z.string().min(1).max(2000) });

export const unitSchema = z.object({
  ...id,
  name: z.string().min(1).max(200),
  scheme: words(200),
  identifier: words(200),
  uri: address,
});
/** `updated` is the moment of the figures. */
export const capacitySchema = z.object({
  ...id,
  unit: unitSchema,
  available: z.number(),
  maximum: z.number().optional(),
  description: words(2000),
  updated: z.iso.datetime({ offset: true }),
});
export type Capacity = z.infer<typeof capacitySchema>;

const taxonomySchema = z.object({ ...id, name: words(300), description: words(4000), uri: address, version: words(100) });
const taxonomyTermSchema = z.object({
  ...id,
  code: words(200),
  name: words(500),
  description: words(4000),
  parentId: z.uuid().optional(),
  taxonomy: words(300),
  taxonomyDetail: taxonomySchema.optional(),
  language: words(20),
  termUri: address,
});
/** A term of a taxonomy other than the catalogue's own. */
export const attributeSchema = z.object({
  ...id,
  linkType: words(200),
  linkEntity: words(200),
  value: words(2000),
  label: words(500),
  taxonomyTerm: taxonomyTermSchema.optional(),
});
export type Attribute = z.infer<typeof attributeSchema>;

/** A change that the file of origin tells of; the catalogue's own changes are kept beside the record. */
export const metadataSchema = z.object({
  ...id,
  resourceId: z.uuid().optional(),
  resourceType: words(100),
  lastActionDate: z.string().min(1).max(40),
  lastActionType: z.string().min(1).max(40),
  fieldName: z.string().max(200),
  previousValue: z.string().max(20_000),
  replacementValue: z.string().max(20_000),
  updatedBy: z.string().max(300),
});
export type Metadata = z.infer<typeof metadataSchema>;

export const addressSchema = z.object({
  ...id,
  attention: words(300),
  address1: words(500),
  address2: words(500),
  city: words(200),
  region: words(200),
  stateProvince: words(200),
  postalCode: words(40),
  country: words(10),
  addressType: z.enum(['physical', 'postal', 'virtual']).optional(),
});
