/**
 * What was told about people when a request came, as it is kept with the request. PESEL is left out: it lies with the
 * person alone.
 */
import { z } from 'zod';

const maybe = z.string().nullable();
const toldPersonSchema = z.object({
  givenName: z.string(),
  familyName: z.string(),
  birthDate: maybe,
  hasPesel: z.boolean(),
  document: z.object({ kind: z.string(), number: z.string() }).nullable(),
  addressLine: maybe,
  postcode: maybe,
  town: maybe,
  phone: maybe,
  email: maybe,
  preferredContact: maybe,
  language: z.string(),
});
export type ToldPerson = z.infer<typeof toldPersonSchema>;

/** Who reported a need, as far as they said; and where the person who needs help can be found. */
const toldNeedSchema = z.object({
  person: z.object({ name: maybe, contact: maybe, whereabouts: maybe }),
  reporter: z.object({ name: maybe, phone: maybe, email: maybe }),
});
export type ToldNeed = z.infer<typeof toldNeedSchema>;

export const toldSchema = z.union([
  z.object({ kind: z.literal('application'), person: toldPersonSchema, applicant: toldPersonSchema.nullable() }),
  z.object({ kind: z.literal('need') }).extend(toldNeedSchema.shape),
]);
export type Told = z.infer<typeof toldSchema>;
