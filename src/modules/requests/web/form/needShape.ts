import { z } from 'zod';
import { parsePhone } from '#shared/phone.ts';
import { choice, optionalEmail, optionalText, text } from '#platform/http/fields.ts';
import type { FieldError } from '#platform/http/index.ts';
import { reporterKinds } from '#modules/cases/index.ts';
import type { ToldNeed } from '../../domain/toldPeople.ts';

/** Characters of a report's description. */
export const descriptionLimit = 5000;
/** An empty text is null; anything else is a phone number in its one writing. */
export const optionalPhone = () =>
  z
    .string()
    .trim()
    .transform((typed, issue) => {
      if (typed === '') return null;
      const phone = parsePhone(typed);
      if (phone.ok) return phone.value;
      issue.addIssue({ code: 'custom', message: 'not-a-phone' });
      return z.NEVER;
    });

/** What is asked about a need that somebody reports; the same on the portal and at the desk. */
export const needShape = z.object({
  reporter: choice(reporterKinds),
  description: text(descriptionLimit),
  urgent: choice(['no', 'yes']),
  personName: optionalText(200),
  whereabouts: optionalText(500),
  personPhone: optionalPhone(),
  anonymous: choice(['no', 'yes']),
  ownName: optionalText(200),
  ownPhone: optionalPhone(),
  ownEmail: optionalEmail(),
});
export type Need = z.output<typeof needShape>;

/** Whoever gives their details gives a way to reach them. */
export function checkNeed({ anonymous, ownPhone, ownEmail }: Need): FieldError[] {
  return anonymous === 'no' && !ownPhone && !ownEmail ? [{ field: 'ownPhone', code: 'contact-missing' }] : [];
}

export function toldOfNeed(need: Need): ToldNeed {
  return {
    person: { name: need.personName, contact: need.personPhone, whereabouts: need.whereabouts },
    reporter: { name: need.ownName, phone: need.ownPhone, email: need.ownEmail },
  };
}
