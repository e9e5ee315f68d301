import { z } from 'zod';
import {
  accessibilitySchema,
  addressSchema,
  attributeSchema,
  contactSchema,
  languageSchema,
  metadataSchema,
  phoneSchema,
  scheduleSchema,
  serviceAreaSchema,
} from './parts.ts';

const words = (max: number) => z.string().min(1).max(max).optional();
const optionalText = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);
const few = <Part extends z.ZodType>(part: Part) => z.array(part).max(50).optional();

/** What is known of a location beside its name and Polish address; absent is unknown. */
export const placeDetailsSchema = z.object({
  type: z.enum(['physical', 'postal', 'virtual']).optional(),
  url: words(2000),
  organizationId: z.uuid().optional(),
  alternateName: words(300),
  description: words(4000),
  transportation: words(2000),
  /** Degrees of WGS84 as the file gave them; `coordinatesOf` tells those that exist. */
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  externalIdentifier: words(300),
  externalIdentifierType: words(100),
  voivodeship: words(100),
  languages: few(languageSchema),
  /** Addresses that do not fit the Polish form. */
  addresses: few(addressSchema),
  contacts: few(contactSchema),
  accessibility: few(accessibilitySchema),
  phones: few(phoneSchema),
  schedules: few(scheduleSchema),
  attributes: few(attributeSchema),
  metadata: z.array(metadataSchema).max(500).optional(),
});
export type PlaceDetails = z.infer<typeof placeDetailsSchema>;

/** What holds for one service at one location. */
export const siteSchema = z.object({
  id: z.uuid().optional(),
  description: words(4000),
  serviceAreas: few(serviceAreaSchema),
  contacts: few(contactSchema),
  phones: few(phoneSchema),
  schedules: few(scheduleSchema),
  attributes: few(attributeSchema),
  metadata: z.array(metadataSchema).max(500).optional(),
});
export type Site = z.infer<typeof siteSchema>;

/** A location that services share. */
export const locationSchema = placeDetailsSchema.extend({
  id: z.uuid().optional(),
  name: z.string().trim().min(1).max(300),
  street: optionalText(500),
  postcode: z
    .string()
    .regex(/^\d{2}-\d{3}$/)
    .nullable()
    .default(null),
  town: optionalText(200),
});
export type LocationRecord = z.infer<typeof locationSchema>;

/** Where a service is offered. Without an `id` the place is known by its name and address, and shared by all that name it so. */
export const placeSchema = locationSchema.extend({ site: siteSchema.optional() });
export type Place = z.infer<typeof placeSchema>;

/** By what a place without an id is known. */
export function keyOfPlace({ name, street, postcode, town }: Pick<LocationRecord, 'name' | 'street' | 'postcode' | 'town'>): string {
  return [name, street ?? '', postcode ?? '', town ?? ''].join('|');
}

/** Degrees of WGS84, or undefined where they are not known or not on Earth. */
export function coordinatesOf({
  latitude,
  longitude,
}: Pick<PlaceDetails, 'latitude' | 'longitude'>): { readonly latitude: number; readonly longitude: number } | undefined {
  if (latitude === undefined || longitude === undefined) return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
