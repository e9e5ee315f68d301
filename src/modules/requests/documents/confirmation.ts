import { z } from 'zod';
import { day, defineDocument, letterheadSchema, localMoment, sampleLetterhead, text } from '#platform/documents/index.ts';

/** Potwierdzenie złożenia zgłoszenia: what was asked, under which code, and what happens next and when. */
const confirmationSchema = z.object({
  letterhead: letterheadSchema,
  /** The code by which the resident follows the case, grouped for dictating over the phone. */
  caseCode: text,
  /** False while the birth date is missing, which the code needs beside it. */
  isOpenedByCode: z.boolean(),
  /** The moment for a request sent by the portal; only the day for one that staff wrote down. */
  filedAt: z.union([localMoment, day]),
  channel: z.enum(['online', 'inPerson', 'phone', 'email', 'post', 'epuap', 'visit']),
  applicant: z.object({ name: text, capacity: z.enum(['self', 'representative', 'carer']) }),
  /** Whom the request is for. */
  person: z.object({ name: text }),
  services: z.array(z.object({ name: text, note: text.optional() })).min(1),
  /** The resident's own words. */
  description: text.optional(),
  attachments: z.array(text),
  /** In order; `who` acts, `dueOn` at the latest. */
  nextSteps: z.array(z.object({ what: text, who: text.optional(), dueOn: day.optional() })),
  /** Address of the page where the case is followed. */
  followAt: text.optional(),
});
export type ConfirmationData = z.infer<typeof confirmationSchema>;

export const confirmation = defineDocument<ConfirmationData>({
  name: 'requests/confirmation',
  source: new URL('./confirmation.typ', import.meta.url),
  schema: confirmationSchema,
  sample: {
    letterhead: sampleLetterhead,
    caseCode: 'K7MF-2QPD-9XWT',
    isOpenedByCode: true,
    filedAt: '2026-03-09T10:05',
    channel: 'online',
    applicant: { name: 'Żaneta Ćwiklińska-Gżegżółka', capacity: 'carer' },
    person: { name: 'Łucja Święcicka' },
    services: [
      { name: 'Usługi opiekuńcze w miejscu zamieszkania', note: 'trzy razy w tygodniu, najlepiej rano' },
      { name: 'Transport „od drzwi do drzwi”' },
    ],
    description:
      'Mama mieszka sama na trzecim piętrze bez windy. Po złamaniu biodra nie schodzi sama po schodach.\n' +
      'Potrzebuje pomocy w kąpieli i w drodze do poradni.',
    attachments: ['Karta informacyjna leczenia szpitalnego'],
    nextSteps: [
      {
        what: 'Zadzwoni do Państwa koordynator i umówi rozmowę o potrzebach.',
        who: 'Koordynator indywidualnych planów',
        dueOn: '2026-03-16',
      },
      { what: 'Rozmowa odbędzie się w domu pani Łucji albo w naszym Centrum – jak będzie wygodniej.', who: 'Koordynator i Państwo' },
      { what: 'Jeśli usługi trzeba będzie łączyć przez co najmniej trzy miesiące, powstanie indywidualny plan.', dueOn: '2026-04-08' },
    ],
    followAt: 'okienko.example/lipowo/sprawa',
  },
});
