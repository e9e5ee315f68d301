import { z } from 'zod';
import {
  day,
  defineDocument,
  lawText,
  lawValue,
  letterheadSchema,
  sampleLetterhead,
  signatorySchema,
  text,
} from '#platform/documents/index.ts';

/**
 * Decyzja administracyjna o odmowie zakwalifikowania, with the parts that a decision must have: authority, date, party,
 * legal basis, ruling, reasons in fact and in law, instruction on the appeal, signature with name and office. Deadline,
 * body and provisions are law parameters in force on the day of the decision; an unverified one carries a footnote.
 */
const refusalDecisionSchema = z.object({
  letterhead: letterheadSchema,
  decisionNumber: text,
  /** The deciding authority as it is to be printed, with "z upoważnienia …" where it applies. */
  authority: text,
  party: z.object({
    name: text,
    address: text.optional(),
    /** Who acts for the party: "przedstawiciel ustawowy: …". */
    representedBy: text.optional(),
  }),
  appliedOn: day,
  legalBasis: z.array(lawText).min(1),
  /** Services refused by this decision. */
  services: z.array(text).min(1),
  factualReasons: text,
  legalReasons: text,
  appeal: z.object({
    /** Days from delivery. */
    deadlineDays: lawValue(z.int().positive()),
    /** The body that hears the appeal, in the nominative. */
    body: lawText,
    /** The authority through which the appeal is filed, in the nominative, with its address. */
    through: text,
    /** Further instructions: waiving the appeal, fees, form. */
    instructions: z.array(lawText),
  }),
  recipients: z.array(text),
  signedBy: signatorySchema,
});
export type RefusalDecisionData = z.infer<typeof refusalDecisionSchema>;

const code = 'Kodeksu postępowania administracyjnego';

export const refusalDecision = defineDocument<RefusalDecisionData>({
  name: 'qualification/refusalDecision',
  source: new URL('./refusalDecision.typ', import.meta.url),
  schema: refusalDecisionSchema,
  sample: {
    letterhead: sampleLetterhead,
    decisionNumber: 'CUS.5120.17.2026.D1',
    authority: 'Dyrektor Centrum Usług Społecznych w Lipowie Zdroju, działający z upoważnienia Burmistrza Lipowa Zdroju',
    party: { name: 'Zdzisław Gęśla', address: 'ul. Dębowa 1, 00-000 Lipowo Zdrój' },
    appliedOn: '2026-02-12',
    legalBasis: [
      {
        value: 'art. 104 i art. 107 ustawy z dnia 14 czerwca 1960 r. – Kodeks postępowania administracyjnego',
        reference: `art. 104 i 107 ${code}`,
        verified: false,
      },
      {
        value: 'uchwała nr XII/87/2025 Rady Miejskiej w Lipowie Zdroju w sprawie programu usług społecznych, § 6 ust. 2',
        reference: 'uchwała nr XII/87/2025, § 6 ust. 2',
        verified: true,
      },
    ],
    services: ['Transport „od drzwi do drzwi”'],
    factualReasons:
      'Wniosek dotyczy transportu dla osób, które mają trudności w samodzielnym poruszaniu się.\n' +
      'Podczas rozmowy 24 lutego 2026 r. ustaliliśmy, że wnioskodawca porusza się samodzielnie i na co dzień prowadzi samochód. Przyjęliśmy te ustalenia na podstawie rozmowy i oświadczenia wnioskodawcy; żadnemu z dowodów nie odmówiliśmy wiarygodności.',
    legalReasons:
      'Zgodnie z § 6 ust. 2 programu z transportu mogą korzystać osoby, które mają trudności w samodzielnym poruszaniu się. Ten warunek nie jest spełniony, dlatego nie możemy zakwalifikować wnioskodawcy do tej usługi.',
    appeal: {
      deadlineDays: { value: 14, reference: `art. 129 § 2 ${code}`, verified: false },
      body: { value: 'Samorządowe Kolegium Odwoławcze w Lipowie Wielkim', reference: `art. 127 § 2 ${code}`, verified: false },
      through: 'Centrum Usług Społecznych w Lipowie Zdroju, ul. Łąkowa 12, 00-000 Lipowo Zdrój',
      instructions: [
        {
          value: 'Odwołanie nie wymaga szczegółowego uzasadnienia. Wystarczy napisać, że ta decyzja budzi niezadowolenie.',
          reference: `art. 128 ${code}`,
          verified: false,
        },
        {
          value:
            'W tym samym czasie można zrzec się prawa do odwołania. Decyzja staje się wtedy ostateczna i prawomocna z dniem, w którym oświadczenie dotrze do Centrum.',
          reference: `art. 127a ${code}`,
          verified: false,
        },
      ],
    },
    recipients: ['Zdzisław Gęśla', 'aa'],
    signedBy: { name: 'Wiesława Żółkiewska', function: 'Dyrektor Centrum Usług Społecznych' },
  },
});
