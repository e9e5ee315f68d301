import type { ServiceRequest } from '#modules/requests/index.ts';
import type { PersonDetails } from '#modules/people/index.ts';

/** A request of a made-up person, a different one each round. */
export function aRequest(serviceId: string, round: number): ServiceRequest {
  const person: PersonDetails = {
    givenName: 'Imię',
    familyName: `Mierzona${round}`,
    birthDate: Temporal.PlainDate.from('1950-01-01').add({ days: round % 20_000 }),
    pesel: null,
    document: null,
    addressLine: 'ul. Pomiarowa 1',
    postcode: '00-000',
    town: 'Jodłowo',
    phone: '600100200',
    email: null,
    preferredContact: 'phone',
    language: 'pl',
  };
  return {
    applicantType: 'self',
    channel: 'online',
    receivedOn: Temporal.Now.plainDateISO('Europe/Warsaw'),
    serviceIds: [serviceId],
    person,
    knownPersonId: null,
    otherPersonReason: null,
    applicant: null,
    situation: 'Trudno mi chodzić po zakupy.',
    isUrgent: false,
    consentsToForwarding: false,
    need: null,
  };
}
