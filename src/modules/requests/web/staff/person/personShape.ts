import { z } from 'zod';
import { formatShortDate } from '#shared/polishDate.ts';
import { optionalChoice, optionalText, tick } from '#platform/http/fields.ts';
import { FormFields, type FieldError } from '#platform/http/index.ts';
import type { Person, PersonDetails } from '#modules/people/index.ts';
import { addressShape, checkContact, checkPerson, contactShape, contactWays, deskPersonShape } from '../../form/shapes.ts';

/** The record of a person as staff correct it. A kept PESEL is never sent to the page: an empty field leaves it as it is. */
export const personShape = z.object({
  ...deskPersonShape.shape,
  removePesel: tick(),
  addressLine: addressShape.shape.addressLine,
  postcode: addressShape.shape.postcode,
  town: addressShape.shape.town,
  phone: contactShape.shape.phone,
  email: contactShape.shape.email,
  preferredContact: optionalChoice(contactWays),
  language: contactShape.shape.language,
  reason: optionalText(500),
});
type Typed = z.output<typeof personShape>;

const peselOf = ({ pesel, removePesel }: Typed, person: Person) => pesel ?? (removePesel ? null : person.pesel);

export function checkCorrection(typed: Typed, person: Person, today: Temporal.PlainDate): FieldError[] {
  const { preferredContact } = typed;
  return [
    ...checkPerson({ ...typed, pesel: peselOf(typed, person) }, today),
    ...(typed.pesel && typed.removePesel ? [{ field: 'removePesel', code: 'pesel-both' }] : []),
    ...(preferredContact ? checkContact({ ...typed, preferredContact }, Boolean(typed.addressLine && typed.town)) : []),
  ];
}

export function detailsOf(typed: Typed, person: Person): PersonDetails {
  const { documentKind, documentNumber } = typed;
  const pesel = peselOf(typed, person);
  return {
    givenName: typed.givenName,
    familyName: typed.familyName,
    birthDate: typed.birthDate ?? pesel?.birthDate ?? null,
    pesel,
    document: documentKind && documentNumber ? { kind: documentKind, number: documentNumber } : null,
    addressLine: typed.addressLine,
    postcode: typed.postcode,
    town: typed.town,
    phone: typed.phone,
    email: typed.email,
    preferredContact: typed.preferredContact,
    language: typed.language,
  };
}

/** The record as the form shows it before anything was typed. */
export function typedPerson(person: Person): FormFields {
  const { givenName, familyName, birthDate, document, addressLine, postcode, town, phone, email, preferredContact, language } = person;
  return FormFields.from({
    givenName,
    familyName,
    birthDate: birthDate ? formatShortDate(birthDate) : '',
    documentKind: document?.kind ?? '',
    documentNumber: document?.number ?? '',
    addressLine: addressLine ?? '',
    postcode: postcode ?? '',
    town: town ?? '',
    phone: phone ?? '',
    email: email ?? '',
    preferredContact: preferredContact ?? '',
    language,
  });
}
