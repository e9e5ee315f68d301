import { z } from 'zod';
import { PROVIDER_KINDS } from './codes.ts';
import { attributeSchema, contactSchema, fundingSchema, metadataSchema, phoneSchema, programSchema, urlSchema } from './parts.ts';

const words = (max: number) => z.string().min(1).max(max).optional();
const few = <Part extends z.ZodType>(part: Part) => z.array(part).max(50).optional();

/** What shows that a body is a social enterprise: the number of the decision, who gave it on what basis, and for how long. */
export const proofSchema = z.object({
  number: words(200),
  basis: words(1000),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
});

/** What is known of a provider beside its name and kind; absent is unknown. Numbers are digits alone, checked where they are typed. */
export const providerDetailsSchema = z.object({
  alternateName: words(300),
  description: words(10_000),
  /** For residents; the address for orders is kept apart. */
  publicEmail: words(254),
  publicPhones: few(phoneSchema),
  website: words(2000),
  additionalWebsites: few(urlSchema),
  yearIncorporated: z.int().min(1000).max(2200).optional(),
  legalStatus: words(300),
  logo: words(2000),
  uri: words(2000),
  parentOrganizationId: z.uuid().optional(),
  nip: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  regon: z
    .string()
    .regex(/^(\d{9}|\d{14})$/)
    .optional(),
  krs: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  /** Numbers in other registers. */
  identifiers: few(
    z.object({
      id: z.uuid().optional(),
      identifierScheme: words(100),
      identifierType: z.string().min(1).max(200),
      identifier: z.string().min(1).max(200),
    }),
  ),
  proof: proofSchema.optional(),
  contacts: few(contactSchema),
  funding: few(fundingSchema),
  programs: few(programSchema),
  attributes: few(attributeSchema),
  metadata: z.array(metadataSchema).max(500).optional(),
});
export type ProviderDetails = z.infer<typeof providerDetailsSchema>;

/**
 * Who delivers a service. A card that only names its provider has no `id`; with one, the provider's row takes over
 * everything that is said here.
 */
export const providerSchema = providerDetailsSchema.extend({
  id: z.uuid().optional(),
  name: z.string().trim().min(1).max(300),
  kind: z.enum(PROVIDER_KINDS).nullable().default(null),
});
export type ProviderRecord = z.infer<typeof providerSchema>;
