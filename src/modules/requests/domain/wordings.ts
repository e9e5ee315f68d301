import { z } from 'zod';
import shipped from '../../../../data/consents.json' with { type: 'json' };

/** What a statement is about: the clause on personal data that is shown, or the consent to passing a request on. */
export const purposes = ['information', 'forwarding'] as const;
export type Purpose = (typeof purposes)[number];

const texts = z.array(z.string().min(1)).min(1);
const wordingSchema = z.object({
  purpose: z.enum(purposes),
  version: z.string().min(1),
  validFrom: z.iso.date(),
  source: z.string().nullable(),
  verified: z.boolean(),
  note: z.string(),
  paragraphs: z.object({ pl: texts, en: texts, uk: texts }),
});
/** A dated wording. Rows that refer to it keep its version, so a wording is never changed, only followed by another. */
export type Wording = z.infer<typeof wordingSchema>;

const wordings = z.array(wordingSchema).parse(shipped);

/** The wording in force on a day: the one that began last. @throws Error when there is none: nothing may be filed then. */
export function getWording(purpose: Purpose, on: Temporal.PlainDate): Wording {
  const day = on.toString();
  const found = wordings
    .filter((each) => each.purpose === purpose && each.validFrom <= day)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  if (!found) throw new Error(`no wording for ${purpose} in force on ${day}`);
  return found;
}

/** The wording with this version, also one that is no longer in use; undefined when it never shipped. */
export function findWording(purpose: Purpose, version: string): Wording | undefined {
  return wordings.find((each) => each.purpose === purpose && each.version === version);
}

/** The paragraphs of a wording in a language, for one centre. */
export function paragraphsOf(wording: Wording, lang: 'pl' | 'en' | 'uk', centreName: string): readonly string[] {
  return wording.paragraphs[lang].map((paragraph) => paragraph.replaceAll('{{centre}}', centreName));
}
