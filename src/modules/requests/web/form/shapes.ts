import { z } from 'zod';
import { parsePhone } from '#shared/phone.ts';
import { Pesel } from '#shared/pesel.ts';
import { parsePostcode } from '#shared/postcode.ts';
import { choice, day, optionalChoice, optionalDay, optionalEmail, optionalText, text, tick, uuids } from '#platform/http/fields.ts';
import type { FieldError, FormFields, FormResult } from '#platform/http/index.ts';
import { readForm } from '#platform/http/index.ts';
import { applicantTypes } from '#modules/cases/index.ts';

// What is asked about a request, once: the short pages of the portal and the long page of the front desk are made of these.

const optionalParsed = <Value>(code: string, parse: (typed: string) => { ok: true; value: Value } | { ok: false }) =>
  z
    .string()
    .trim()
    .transform((typed, issue) => {
      if (typed === '') return null;
      const parsed = parse(typed);
      if (parsed.ok) return parsed.value;
      issue.addIssue({ code: 'custom', message: code });
      return z.NEVER;
    });
const optionalPesel = () => optionalParsed('not-a-pesel', (typed) => Pesel.parse(typed));
const optionalPhone = () => optionalParsed('not-a-phone', (typed) => parsePhone(typed));
const optionalPostcode = () => optionalParsed('not-a-postcode', (typed) => parsePostcode(typed));

export const documentKinds = ['passport', 'residenceCard', 'identityCard', 'birthCertificate', 'other'] as const;
export const contactWays = ['phone', 'email', 'post', 'visit'] as const;
/** Characters of the resident's own words. */
export const situationLimit = 5000;

/** A name as people write it, in any alphabet: a sign or a dash alone is none. */
const name = () => text(100).regex(/\p{L}/u, 'no-letter');
const names = { givenName: name(), familyName: name() };
const identity = { pesel: optionalPesel(), documentKind: optionalChoice(documentKinds), documentNumber: optionalText(60) };

export const whoShape = z.object({ applicantType: choice(applicantTypes) });
export const servicesShape = z.object({ services: uuids(1) });
export const personShape = z.object({ ...names, birthDate: day(), ...identity });
/** At the desk a birth date may still be unknown. */
export const deskPersonShape = z.object({ ...names, birthDate: optionalDay(), ...identity });
export const applicantShape = z.object({ applicantGivenName: name(), applicantFamilyName: name() });
export const addressShape = z.object({
  addressLine: optionalText(200),
  postcode: optionalPostcode(),
  town: optionalText(100),
  noAddress: tick(),
});
export const contactShape = z.object({
  phone: optionalPhone(),
  email: optionalEmail(),
  preferredContact: choice(contactWays),
  language: choice(['pl', 'en', 'uk']),
});
export const situationShape = z.object({ situation: optionalText(situationLimit), urgent: choice(['no', 'yes']) });
export const consentsShape = z.object({ forwarding: tick() });

export type Who = z.output<typeof whoShape>;
export type ChosenServices = z.output<typeof servicesShape>;
export type DescribedPerson = z.output<typeof deskPersonShape>;
export type Applicant = z.output<typeof applicantShape>;
export type Address = z.output<typeof addressShape>;
export type Contact = z.output<typeof contactShape>;
export type Situation = z.output<typeof situationShape>;
export type Consents = z.output<typeof consentsShape>;

/** Nobody alive was born earlier. */
const earliestBirth = Temporal.PlainDate.from('1900-01-01');
const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;

/** What single fields cannot tell: a birth date that is to come or differs from the PESEL, half of a document. */
export function checkPerson({ birthDate, pesel, documentKind, documentNumber }: DescribedPerson, today: Temporal.PlainDate): FieldError[] {
  const errors: FieldError[] = [];
  if (birthDate && isBefore(today, birthDate)) errors.push({ field: 'birthDate', code: 'date-in-future' });
  else if (birthDate && isBefore(birthDate, earliestBirth)) errors.push({ field: 'birthDate', code: 'date-too-early' });
  else if (birthDate && pesel && !pesel.birthDate.equals(birthDate)) errors.push({ field: 'birthDate', code: 'other-than-pesel' });
  else if (pesel && isBefore(today, pesel.birthDate)) errors.push({ field: 'pesel', code: 'not-a-pesel' });
  if (documentKind && !documentNumber) errors.push({ field: 'documentNumber', code: 'required' });
  if (documentNumber && !documentKind) errors.push({ field: 'documentKind', code: 'required' });
  return errors;
}

export function checkAddress({ addressLine, town, noAddress }: Address): FieldError[] {
  if (noAddress) return [];
  return [...(addressLine ? [] : [{ field: 'addressLine', code: 'required' }]), ...(town ? [] : [{ field: 'town', code: 'required' }])];
}

/** The chosen way of contact needs its number or address. */
export function checkContact({ phone, email, preferredContact }: Contact, hasAddress: boolean): FieldError[] {
  if (preferredContact === 'phone' && !phone) return [{ field: 'phone', code: 'required' }];
  if (preferredContact === 'email' && !email) return [{ field: 'email', code: 'required' }];
  if (preferredContact === 'post' && !hasAddress) return [{ field: 'preferredContact', code: 'no-address' }];
  return [];
}

/** Reads a shape and then checks what its fields tell together. */
export function readChecked<Shape extends z.ZodObject>(
  shape: Shape,
  typed: FormFields,
  check: (value: z.output<Shape>) => readonly FieldError[] = () => [],
): FormResult<z.output<Shape>> {
  const read = readForm(shape, typed);
  if (!read.ok) return read;
  const errors = check(read.value);
  return errors.length === 0 ? read : { ok: false, errors, typed };
}
