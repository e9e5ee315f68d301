import { z } from 'zod';
import { day, defineDocument, lawValue, letterheadSchema, sampleLetterhead, text } from '#platform/documents/index.ts';

/** Prośba o uzupełnienie zgłoszenia: what is missing, and how much time there is from the day on which the letter arrived. */
const summonsSchema = z.object({
  letterhead: letterheadSchema,
  addressee: z.object({ name: text, address: text.optional() }),
  filedOn: day,
  missing: z.array(text).min(1),
  deadlineDays: lawValue(z.int().positive()),
});

export const summons = defineDocument<z.infer<typeof summonsSchema>>({
  name: 'requests/summons',
  source: new URL('./summons.typ', import.meta.url),
  schema: summonsSchema,
  sample: {
    letterhead: sampleLetterhead,
    addressee: { name: 'Żaneta Ćwiklińska-Gżegżółka', address: 'ul. Źródlana 3/4, 00-000 Lipowo Zdrój' },
    filedOn: '2026-03-09',
    missing: ['zaświadczenie lekarza', 'numer PESEL'],
    deadlineDays: { value: 7, reference: 'art. 64 § 2 Kodeksu postępowania administracyjnego', verified: false },
  },
});
