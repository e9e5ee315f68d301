import { z } from 'zod';
import { day, defineDocument, letterheadSchema, personSchema, sampleLetterhead, text } from '#platform/documents/index.ts';

/** Opis przebiegu i rezultatów: how each goal of the plan went, written after the summary talk. */
const closingSummarySchema = z.object({
  letterhead: letterheadSchema,
  person: personSchema.pick({ name: true, birthDate: true }),
  planVersion: z.int().positive(),
  from: day,
  to: day,
  /** The summary talk; left out when it could not take place. */
  talk: z.object({ on: day, place: text, present: z.array(text) }).optional(),
  /** Why the plan ends. */
  reason: text,
  goals: z.array(
    z.object({
      goal: text,
      result: z.enum(['achieved', 'partlyAchieved', 'notAchieved', 'givenUp']),
      course: text,
      /** By what the result is seen. */
      evidence: text.optional(),
    }),
  ),
  /** Amounts as they are to be read, for example "231 z 240 godzin". */
  services: z.array(z.object({ name: text, provider: text.optional(), delivered: text })),
  supportingActions: z.array(text),
  /** The person's own opinion. */
  personsView: text.optional(),
  furtherSteps: z.array(text),
  coordinator: z.object({ name: text }),
  approvedBy: z.object({ name: text, function: text, signedOn: day.optional() }).optional(),
});
export type ClosingSummaryData = z.infer<typeof closingSummarySchema>;

export const closingSummary = defineDocument<ClosingSummaryData>({
  name: 'plans/closingSummary',
  source: new URL('./closingSummary.typ', import.meta.url),
  schema: closingSummarySchema,
  sample: {
    letterhead: { ...sampleLetterhead, issuedOn: '2027-03-30' },
    person: { name: 'Łucja Święcicka', birthDate: '1944-05-17' },
    planVersion: 2,
    from: '2026-04-01',
    to: '2027-03-31',
    talk: {
      on: '2027-03-24',
      place: 'w domu pani Łucji',
      present: ['Łucja Święcicka', 'Żaneta Ćwiklińska-Gżegżółka (córka)', 'Jędrzej Wąsik (koordynator)'],
    },
    reason: 'Minął czas, na który plan był ułożony; cele w większości osiągnięte.',
    goals: [
      {
        goal: 'Bezpieczne i samodzielne życie we własnym mieszkaniu',
        result: 'achieved',
        course: 'Opiekunka przychodziła trzy razy w tygodniu. Od jesieni wystarczały dwie wizyty. W łazience są uchwyty i mata.',
        evidence: 'pani Łucja sama robi śniadanie i kąpie się z niewielką pomocą',
      },
      {
        goal: 'Wyjście z domu bez lęku',
        result: 'partlyAchieved',
        course: 'Odbyło się 10 z 10 spotkań z fizjoterapeutą. Zimą spacery ustały; wróciły w marcu.',
        evidence: 'spacery do parku dwa razy w miesiącu, próby chóru od maja',
      },
    ],
    services: [
      { name: 'Usługi opiekuńcze w miejscu zamieszkania', provider: 'Spółdzielnia Socjalna „Pomocna Dłoń”', delivered: '231 z 240 godzin' },
      { name: 'Rehabilitacja w domu', provider: 'Gabinet „W Ruchu”', delivered: '10 z 10 spotkań' },
    ],
    supportingActions: ['Wolontariuszka Koła „Razem” towarzyszyła w drodze na próby chóru.'],
    personsView: 'Najbardziej pomogły ćwiczenia i chór. Chciałabym dalej jeździć na próby.',
    furtherSteps: ['Nowy wniosek o usługi opiekuńcze: jedna wizyta w tygodniu.', 'Transport na próby chóru pozostaje bez zmian.'],
    coordinator: { name: 'Jędrzej Wąsik' },
    approvedBy: { name: 'Wiesława Żółkiewska', function: 'Dyrektor Centrum Usług Społecznych', signedOn: '2027-03-30' },
  },
});
