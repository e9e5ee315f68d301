import { z } from 'zod';

/** Text written by a person or taken from configuration; printed as it is, never read as markup. */
export const text = z.string().trim().min(1);
/** A day, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** A wall-clock moment in the centre, `YYYY-MM-DDTHH:MM`, with no zone: what a resident's clock showed. */
export const localMoment = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/u);
/** Polish money in grosze. */
export const grosze = z.int();

/** The head of every document: whose it is, which case, when and where it was issued. */
export const letterheadSchema = z.object({
  /** Display name of the centre. */
  centreName: text,
  /** Street, postal code and town in one line. */
  addressLine: text,
  /** Town in the place-and-date line. */
  place: text,
  issuedOn: day,
  caseNumber: text,
  /** Prints "DEMONSTRACJA – dane fikcyjne" on every page. */
  isDemonstration: z.boolean(),
  /** Language of the document (BCP 47), told to screen readers. */
  language: z.enum(['pl', 'en', 'uk']),
  contact: z.object({ phone: text.optional(), email: text.optional(), hours: text.optional() }),
});
export type Letterhead = z.infer<typeof letterheadSchema>;

/** A value that comes from the law: printed with a footnote "Niezweryfikowane" until somebody confirms it. */
export function lawValue<Value extends z.ZodType>(value: Value) {
  return z.object({
    value,
    /** Article and act, for example "art. 129 § 2 Kodeksu postępowania administracyjnego". */
    reference: text,
    verified: z.boolean(),
  });
}
/** A whole sentence or provision from the law. */
export const lawText = lawValue(text);

/** The person whose case it is; leave out what the document does not need. */
export const personSchema = z.object({
  name: text,
  birthDate: day.optional(),
  address: text.optional(),
  phone: text.optional(),
});

/** Who signs, in what function, and when, if already signed. */
export const signatorySchema = z.object({ name: text, function: text, signedOn: day.optional() });

/** The head used by samples and tests: a fictional centre. */
export const sampleLetterhead: Letterhead = {
  centreName: 'Centrum Usług Społecznych w Lipowie Zdroju',
  addressLine: 'ul. Łąkowa 12, 00-000 Lipowo Zdrój',
  place: 'Lipowo Zdrój',
  issuedOn: '2026-03-09',
  caseNumber: 'CUS.5120.17.2026',
  isDemonstration: true,
  language: 'pl',
  contact: { phone: '00 000 00 00', email: 'kontakt@cus-lipowo.example', hours: 'poniedziałek–piątek 7.30–15.30' },
};
