import { z } from 'zod';
import { day, defineDocument, letterheadSchema, personSchema, sampleLetterhead, signatorySchema, text } from '#platform/documents/index.ts';

/**
 * Zlecenie usługi: what a provider needs in order to deliver, and nothing more about the person. There is deliberately
 * no place for a PESEL, a birth date, a diagnosis or the plan; `needToKnow` holds only what the work itself requires.
 */
const serviceOrderSchema = z.object({
  letterhead: letterheadSchema,
  orderNumber: text,
  provider: z.object({ name: text, address: text.optional() }),
  recipient: personSchema.pick({ name: true, address: true, phone: true }),
  /** Whom to call about the person, when it is not the person. */
  contactPerson: z.object({ name: text, phone: text.optional(), relation: text.optional() }).optional(),
  service: z.object({ name: text, scope: text }),
  from: day,
  to: day.optional(),
  /** For example `{ amount: 20, unit: 'godzin', per: 'w miesiącu' }`. */
  limit: z.object({ amount: z.number().positive(), unit: text, per: text }).optional(),
  place: text.optional(),
  schedule: text.optional(),
  needToKnow: z.array(text),
  /** How the person pays, if anything; for example "bezpłatnie". */
  fee: text.optional(),
  answer: z.object({ by: day, at: text.optional() }),
  orderedBy: signatorySchema,
});
export type ServiceOrderData = z.infer<typeof serviceOrderSchema>;

export const serviceOrder = defineDocument<ServiceOrderData>({
  name: 'orders/serviceOrder',
  source: new URL('./serviceOrder.typ', import.meta.url),
  schema: serviceOrderSchema,
  sample: {
    letterhead: sampleLetterhead,
    orderNumber: 'Z/41/2026',
    provider: { name: 'Spółdzielnia Socjalna „Pomocna Dłoń”', address: 'ul. Ogrodowa 5, 00-000 Lipowo Zdrój' },
    recipient: { name: 'Łucja Święcicka', address: 'ul. Źródlana 3 m. 8, 00-000 Lipowo Zdrój', phone: '00 111 11 11' },
    contactPerson: { name: 'Żaneta Ćwiklińska-Gżegżółka', relation: 'córka', phone: '00 222 22 22' },
    service: { name: 'Usługi opiekuńcze w miejscu zamieszkania', scope: 'Pomoc w kąpieli, zakupy, wspólny spacer.' },
    from: '2026-04-01',
    to: '2027-03-31',
    limit: { amount: 20, unit: 'godzin', per: 'w miesiącu' },
    place: 'w domu osoby',
    schedule: 'poniedziałki, środy i piątki, między 8.00 a 10.00',
    needToKnow: ['Trzecie piętro bez windy.', 'Osoba porusza się o kuli.', 'W mieszkaniu jest pies; jest łagodny.'],
    fee: 'bezpłatnie',
    answer: { by: '2026-03-28', at: 'okienko.example/zlecenie' },
    orderedBy: { name: 'Grażyna Jaśkiewicz', function: 'organizator usług społecznych' },
  },
});
