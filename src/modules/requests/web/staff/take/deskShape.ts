import { z } from 'zod';
import { choice, day, optionalChoice, optionalText, tick, uuids } from '#platform/http/fields.ts';
import type { FieldError } from '#platform/http/index.ts';
import { applicantTypes, type channels } from '#modules/cases/index.ts';
import {
  addressShape,
  type Applicant,
  checkPerson,
  contactShape,
  contactWays,
  deskPersonShape,
  situationLimit,
} from '../../form/shapes.ts';

/** Ways in which a request reaches the desk; what comes online needs no writing down. */
export const deskChannels = [
  'phone',
  'inPerson',
  'visit',
  'post',
  'email',
  'epuap',
] as const satisfies readonly (typeof channels)[number][];
export const arrivalShape = z.object({ channel: choice(deskChannels), receivedOn: day() });

/** One long page at the desk: the same questions as on the portal, but little is obligatory. */
export const deskShape = z.object({
  ...arrivalShape.shape,
  applicantType: choice(applicantTypes),
  ...deskPersonShape.shape,
  applicantGivenName: optionalText(100),
  applicantFamilyName: optionalText(100),
  addressLine: addressShape.shape.addressLine,
  postcode: addressShape.shape.postcode,
  town: addressShape.shape.town,
  phone: contactShape.shape.phone,
  email: contactShape.shape.email,
  preferredContact: optionalChoice(contactWays),
  language: contactShape.shape.language,
  services: uuids(1),
  situation: optionalText(situationLimit),
  urgent: tick(),
  forwarding: tick(),
  /** The known person whom staff recognised, `other`, or empty before the question was asked. */
  samePerson: z.string().max(36),
  otherReason: optionalText(500),
});
export type DeskRequest = z.output<typeof deskShape>;
export type Arrival = z.output<typeof arrivalShape>;

/** Paper may lie in a drawer for long, but not for longer than this; an older day is a slip of the pen. */
const longestOnTheWay = { years: 1 };
export function checkArrival({ receivedOn }: Arrival, today: Temporal.PlainDate): FieldError[] {
  if (Temporal.PlainDate.compare(receivedOn, today) > 0) return [{ field: 'receivedOn', code: 'date-in-future' }];
  const isSlip = Temporal.PlainDate.compare(receivedOn, today.subtract(longestOnTheWay)) < 0;
  return isSlip ? [{ field: 'receivedOn', code: 'too-long-ago' }] : [];
}
export function checkDesk(request: DeskRequest, today: Temporal.PlainDate): FieldError[] {
  const needsApplicant = request.applicantType !== 'self';
  return [
    ...checkArrival(request, today),
    ...checkPerson(request, today),
    ...(needsApplicant && !request.applicantGivenName ? [{ field: 'applicantGivenName', code: 'required' }] : []),
    ...(needsApplicant && !request.applicantFamilyName ? [{ field: 'applicantFamilyName', code: 'required' }] : []),
  ];
}
/** Whoever asks for another person, when both names are there. */
export function applicantOf({ applicantType, applicantGivenName, applicantFamilyName }: DeskRequest): Applicant | null {
  if (applicantType === 'self' || !applicantGivenName || !applicantFamilyName) return null;
  return { applicantGivenName, applicantFamilyName };
}
