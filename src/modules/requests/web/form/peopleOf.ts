import type { PersonDetails } from '#modules/people/index.ts';
import type { Address, Applicant, Contact, DescribedPerson } from './shapes.ts';

/**
 * The people of a request from its answers. The contact belongs to the one who asks; the address to the one whom the
 * services are for.
 */
export function personOfRequest({
  person,
  applicant,
  address,
  contact,
}: {
  readonly person: DescribedPerson;
  readonly applicant: Applicant | null;
  readonly address: Pick<Address, 'addressLine' | 'postcode' | 'town'>;
  readonly contact: Pick<Contact, 'phone' | 'email' | 'language'> & { readonly preferredContact: Contact['preferredContact'] | null };
}): { person: PersonDetails; applicant: PersonDetails | null } {
  const reach = { phone: contact.phone, email: contact.email, preferredContact: contact.preferredContact };
  const document = person.documentKind && person.documentNumber ? { kind: person.documentKind, number: person.documentNumber } : null;
  const described: PersonDetails = {
    givenName: person.givenName,
    familyName: person.familyName,
    birthDate: person.birthDate ?? person.pesel?.birthDate ?? null,
    pesel: person.pesel,
    document,
    addressLine: address.addressLine,
    postcode: address.postcode,
    town: address.town,
    language: contact.language,
    ...(applicant ? { phone: null, email: null, preferredContact: null } : reach),
  };
  if (!applicant) return { person: described, applicant: null };
  return {
    person: described,
    applicant: {
      givenName: applicant.applicantGivenName,
      familyName: applicant.applicantFamilyName,
      birthDate: null,
      pesel: null,
      document: null,
      addressLine: null,
      postcode: null,
      town: null,
      language: contact.language,
      ...reach,
    },
  };
}
