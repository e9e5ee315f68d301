import { z } from 'zod';
import {
  day,
  defineDocument,
  grosze,
  letterheadSchema,
  personSchema,
  sampleLetterhead,
  signatorySchema,
  text,
} from '#platform/documents/index.ts';

const feeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free') }),
  /** Money for one unit, for example 2500 grosze for "spotkanie". */
  z.object({ kind: z.literal('perUnit'), grosze, unit: text }),
  /** Not settled yet, or described in words. */
  z.object({ kind: z.literal('described'), text }),
]);

/** Indywidualny plan usług społecznych (IPUS), one version of it; amounts in grosze, days as `YYYY-MM-DD`. */
const individualPlanSchema = z.object({
  letterhead: letterheadSchema,
  version: z.int().positive(),
  status: z.enum(['draft', 'agreed', 'approved']),
  from: day,
  to: day,
  requestedOn: day,
  person: personSchema,
  representative: z.object({ name: text, capacity: text }).optional(),
  coordinator: z.object({ name: text, phone: text.optional(), email: text.optional() }),
  /** What the person can do, likes, and whom they can count on. */
  strengths: z.array(text),
  needs: z.array(z.object({ area: text, description: text })),
  goals: z.array(
    z.object({
      goal: text,
      /** By what it will be seen that the goal is reached. */
      measure: text.optional(),
      actions: z.array(z.object({ what: text, who: text, when: text.optional() })),
    }),
  ),
  services: z.array(
    z.object({ name: text, scope: text, from: day, to: day.optional(), place: text.optional(), provider: text.optional(), fee: feeSchema }),
  ),
  /** Działania wspierające: neighbours, volunteers, self-help. */
  supportingActions: z.array(z.object({ what: text, who: text, when: text.optional() })),
  responsibilities: z.array(z.object({ who: text, what: text })),
  monitoring: z.array(z.object({ how: text, when: text, who: text })),
  /** Statements that the person makes by signing. */
  consents: z.array(text),
  /** What differs from the version before. */
  changes: z.array(text),
  agreement: z.object({ name: text, on: day.optional() }),
  approval: signatorySchema,
});
export type IndividualPlanData = z.infer<typeof individualPlanSchema>;

/** A fictional plan with every part filled. */
const sample: IndividualPlanData = {
  letterhead: { ...sampleLetterhead, issuedOn: '2026-04-07' },
  version: 2,
  status: 'approved',
  from: '2026-04-01',
  to: '2027-03-31',
  requestedOn: '2026-03-09',
  person: { name: 'Łucja Święcicka', birthDate: '1944-05-17', address: 'ul. Źródlana 3 m. 8, 00-000 Lipowo Zdrój', phone: '00 111 11 11' },
  coordinator: { name: 'Jędrzej Wąsik', phone: '00 000 00 05', email: 'j.wasik@cus-lipowo.example' },
  strengths: [
    'Chce mieszkać u siebie i ma do tego dużo zapału.',
    'Córka przyjeżdża w każdy weekend.',
    'Lubi śpiewać; dawniej należała do chóru.',
  ],
  needs: [
    { area: 'Samodzielność w domu', description: 'Po złamaniu biodra potrzebuje pomocy w kąpieli i w zakupach.' },
    { area: 'Zdrowie', description: 'Ćwiczenia przywracające sprawność; dojazdy do poradni ortopedycznej.' },
    { area: 'Kontakty z ludźmi', description: 'Od wypadku prawie nie wychodzi i czuje się samotna.' },
  ],
  goals: [
    {
      goal: 'Bezpieczne i samodzielne życie we własnym mieszkaniu',
      measure: 'pani Łucja sama robi śniadanie i kąpie się z niewielką pomocą',
      actions: [
        { what: 'Pomoc w kąpieli i zakupach', who: 'opiekunka', when: 'trzy razy w tygodniu' },
        { what: 'Uchwyty w łazience', who: 'córka, z poradą fizjoterapeuty', when: 'do końca kwietnia' },
      ],
    },
    {
      goal: 'Wyjście z domu bez lęku',
      measure: 'spacer do parku z kulą, raz w tygodniu',
      actions: [
        { what: 'Ćwiczenia w domu', who: 'fizjoterapeuta i pani Łucja', when: '10 spotkań do końca czerwca' },
        { what: 'Próby chóru seniorów', who: 'wolontariuszka i pani Łucja', when: 'w czwartki od maja' },
      ],
    },
  ],
  services: [
    {
      name: 'Usługi opiekuńcze w miejscu zamieszkania',
      scope: 'do 20 godzin w miesiącu',
      from: '2026-04-01',
      to: '2027-03-31',
      place: 'w domu',
      provider: 'Spółdzielnia Socjalna „Pomocna Dłoń”',
      fee: { kind: 'free' },
    },
    {
      name: 'Rehabilitacja w domu',
      scope: '10 spotkań po 45 minut',
      from: '2026-04-07',
      to: '2026-06-30',
      place: 'w domu',
      provider: 'Gabinet „W Ruchu”',
      fee: { kind: 'perUnit', grosze: 2500, unit: 'spotkanie' },
    },
    {
      name: 'Transport „od drzwi do drzwi”',
      scope: '4 przejazdy w miesiącu',
      from: '2026-05-01',
      to: '2027-03-31',
      place: 'gmina i powiat',
      provider: 'Lipowski Zakład Komunalny',
      fee: { kind: 'described', text: 'według cennika programu' },
    },
  ],
  supportingActions: [{ what: 'Wspólne wyjścia na próby chóru', who: 'wolontariuszka Koła „Razem”', when: 'czwartki, godz. 17.00' }],
  responsibilities: [
    { who: 'Pani Łucja', what: 'ćwiczy w domu i mówi, gdy coś jest nie tak' },
    { who: 'Koordynator', what: 'pilnuje terminów, zmienia plan, gdy zmieniają się potrzeby' },
    { who: 'Wykonawcy usług', what: 'przychodzą na czas i zapisują wykonane usługi' },
  ],
  monitoring: [
    { how: 'Rozmowa telefoniczna', when: 'co miesiąc', who: 'koordynator' },
    { how: 'Wizyta w domu', when: 'co trzy miesiące', who: 'koordynator' },
  ],
  consents: [
    'Plan powstał wspólnie ze mną. Rozumiem go i zgadzam się na niego.',
    'Wiem, że mogę w każdej chwili poprosić o zmianę planu albo z niego zrezygnować.',
  ],
  changes: ['Dodano transport od 1 maja 2026 r. – zwolniło się miejsce.', 'Przesunięto pierwszą próbę chóru na maj.'],
  agreement: { name: 'Łucja Święcicka', on: '2026-04-06' },
  approval: { name: 'Wiesława Żółkiewska', function: 'Dyrektor Centrum Usług Społecznych', signedOn: '2026-04-07' },
};

export const individualPlan = defineDocument<IndividualPlanData>({
  name: 'plans/individualPlan',
  source: new URL('./individualPlan.typ', import.meta.url),
  schema: individualPlanSchema,
  sample,
});
