import { z } from 'zod';
import {
  day,
  defineDocument,
  lawText,
  letterheadSchema,
  personSchema,
  sampleLetterhead,
  signatorySchema,
  text,
} from '#platform/documents/index.ts';

/** Karta kwalifikacji: for which services a person qualifies, on what terms, or which place in the queue they hold. */
const qualificationCardSchema = z.object({
  letterhead: letterheadSchema,
  person: personSchema,
  /** The day of the qualification application. */
  appliedOn: day,
  programme: z.object({ name: text, resolution: text.optional() }),
  results: z
    .array(
      z.discriminatedUnion('outcome', [
        z.object({
          outcome: z.literal('qualified'),
          service: text,
          /** How much and how often, for example "do 20 godzin w miesiącu". */
          scope: text.optional(),
          from: day.optional(),
          to: day.optional(),
          fee: text.optional(),
        }),
        z.object({ outcome: z.literal('queued'), service: text, scope: text.optional(), position: z.int().positive() }),
      ]),
    )
    .min(1),
  /** Conditions of the programme that are met. */
  conditionsMet: z.array(text),
  justification: text.optional(),
  /** Set when services need coordination long enough for an individual plan. */
  planDueOn: day.optional(),
  /** Why this card is not an administrative decision. */
  noDecision: lawText,
  qualifiedBy: signatorySchema,
});
export type QualificationCardData = z.infer<typeof qualificationCardSchema>;

export const qualificationCard = defineDocument<QualificationCardData>({
  name: 'qualification/qualificationCard',
  source: new URL('./qualificationCard.typ', import.meta.url),
  schema: qualificationCardSchema,
  sample: {
    letterhead: { ...sampleLetterhead, issuedOn: '2026-03-20' },
    person: { name: 'Łucja Święcicka', birthDate: '1944-05-17', address: 'ul. Źródlana 3 m. 8, 00-000 Lipowo Zdrój' },
    appliedOn: '2026-03-09',
    programme: { name: 'Lipowo razem. Program usług społecznych na lata 2025–2028', resolution: 'uchwała nr XII/87/2025 Rady Miejskiej' },
    results: [
      {
        outcome: 'qualified',
        service: 'Usługi opiekuńcze w miejscu zamieszkania',
        scope: 'do 20 godzin w miesiącu',
        from: '2026-04-01',
        to: '2027-03-31',
        fee: 'bezpłatnie',
      },
      {
        outcome: 'qualified',
        service: 'Rehabilitacja w domu',
        scope: '10 spotkań po 45 minut',
        from: '2026-04-07',
        to: '2026-06-30',
        fee: '25,00 zł za spotkanie',
      },
      { outcome: 'queued', service: 'Transport „od drzwi do drzwi”', scope: '4 przejazdy w miesiącu', position: 3 },
    ],
    conditionsMet: ['Zamieszkanie w gminie', 'Wiek co najmniej 60 lat', 'Trudności w samodzielnym poruszaniu się'],
    justification: 'Po złamaniu biodra pani Łucja nie wychodzi sama z domu i potrzebuje pomocy w kąpieli oraz w powrocie do sprawności.',
    planDueOn: '2026-04-08',
    noDecision: {
      value: 'Zakwalifikowanie do usług następuje bez wydania decyzji administracyjnej.',
      reference: 'przepisy o kwalifikowaniu w ustawie o realizowaniu usług społecznych przez centrum usług społecznych',
      verified: false,
    },
    qualifiedBy: { name: 'Grażyna Jaśkiewicz', function: 'organizator usług społecznych', signedOn: '2026-03-20' },
  },
});
