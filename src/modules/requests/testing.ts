/** Stories of the portal's journey for tests: `await answerAll(visitor, app.at, { services })`, then look at the check page. */
import type { Visitor } from '#tests/support/app.ts';

const answers = {
  kto: { applicantType: 'self' },
  uslugi: {},
  osoba: { givenName: 'Łucja', familyName: 'Święcicka-Żółć', birthDate: '17 maja 1944' },
  zglaszajacy: {},
  adres: { addressLine: 'Źródlana 3', postcode: '00-000', town: 'Jodłowo' },
  kontakt: { phone: '600 100 200', preferredContact: 'phone', language: 'pl' },
  sytuacja: { urgent: 'no' },
  zgody: { seenConsents: 'yes' },
} as const;
export type Step = keyof typeof answers;

/** Sends the answers of every page without looking at the pages; `changes` adds to those of a step. */
export async function answerAll(
  visitor: Visitor,
  at: (path: string) => string,
  services: readonly string[],
  changes: Partial<Record<Step, Readonly<Record<string, string>>>> = {},
): Promise<void> {
  for (const [step, usual] of Object.entries(answers)) {
    if (step === 'zglaszajacy' && !changes.zglaszajacy) continue;
    const body = new URLSearchParams({ ...usual, ...changes[step as Step] });
    if (step === 'uslugi') for (const id of services) body.append('services', id);
    const answer = await visitor.send(at(`/zgloszenie/${step}`), { method: 'POST', body });
    if (answer.status !== 303) throw new Error(`${step} answered ${answer.status}`);
  }
}
