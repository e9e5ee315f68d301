import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { caseAppliedFor } from '#modules/cases/testing.ts';
import { readRule, ruleWords } from '#modules/eligibility/index.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { centreA } from '#tests/support/database.ts';
import { getOfferRule, setOfferRule } from '../../../index.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');

/** A service with this rule. */
function serviceWith(app: TestApp, text: string): Promise<string> {
  return inCentre(app.world.database, centreA.id, async (tx) => {
    const actor = userWithRole('serviceOrganiser');
    const scope = makeScope({ world: app.world, tx, centre: centreA, actor, now, lang: 'pl', door: 'test', requestId: 't' });
    const [serviceId = ''] = (await caseAppliedFor(scope, 'Teleopieka')).serviceIds;
    const { conditions } = readRule(text, ruleWords);
    await setOfferRule(scope, { ...(await getOfferRule(scope, serviceId)), conditions });
    return serviceId;
  });
}
const RULE = `mieszka w gminie
jedno z:
  wiek: od 75 lat
  stopień niepełnosprawności: znaczny
dochód na osobę: do 150% kryterium
dokument: zaświadczenie od lekarza`;

test('a resident learns whether they may use a service, why, and what is missing, and nothing is stored', async () => {
  const app = await openApp({ clock: () => now });
  const serviceId = await serviceWith(app, RULE);
  const visitor = app.as('anonymous');
  const card = await visitor.get(app.at(`/uslugi/${serviceId}`));
  const questions = await card.follow('Sprawdź, czy możesz skorzystać');
  expect(questions.text).toContain('Czy ta osoba mieszka samotnie?');

  const wrong = await questions.submit({ age: 'sporo', income: 'dużo' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Wpisz liczbę');
  const tooOld = await wrong.submit({ age: '200', income: '' });
  expect(tooOld.text).toContain('Wpisz liczbę nie większą niż 130.');
  expect(tooOld.text).not.toContain('{{');

  const some = await wrong.submit({ age: '80', income: '' });
  expect(some.text).toContain('Jeszcze nie wiemy');
  expect(some.text).not.toContain('stopień niepełnosprawności ma ta osoba? Ile wynosi');

  const fits = await some.submit({ residesInArea: 'yes', age: '80', livesAlone: 'yes', income: '1500' });
  expect(fits.text).toContain('Prawdopodobnie tak');
  expect(fits.text).toContain('Dochód mieści się w granicy.');
  expect(fits.text).toContain('Tej kwoty nikt jeszcze u nas nie potwierdził.');

  const not = await fits.submit({ age: '40', disability: 'light' });
  expect(not.text).toContain('Ta usługa raczej nie jest dla tej osoby');
  expect(not.text).toContain('Żadna z tych rzeczy się nie zgadza.');
  expect(not.text).toContain('Poproś o tę usługę');
}, 60_000);

test('a rule with an exception is told condition by condition, and a question about violence comes with a way out', async () => {
  const app = await openApp({ clock: () => now });
  const rule = 'mieszka w gminie\nwiek: od 60 lat\nwyjątek:\n  sytuacja: doznaje przemocy';
  const asked = await app.as('anonymous').get(app.at(`/uslugi/${await serviceWith(app, rule)}/czy-moge`));
  const numbers = [...asked.document.querySelectorAll('a[href^="tel:"]')].map((link) => link.textContent);
  expect(numbers.slice(0, 2)).toEqual(['112', '800 120 002']);
  expect(asked.find('.ok-quick-exit').textContent).toContain('opuść');
  const answered = await asked.submit({ residesInArea: 'yes', age: '45' });
  for (const words of ['Wiek: 45. To za mało.', 'Adres jest w naszej gminie.', 'Wyjątek: Sytuacja: doznaje przemocy'])
    expect(answered.text).toContain(words);
}, 60_000);

test.each(['en', 'uk'])(
  'the questions and the answer are complete in %s',
  async (lang) => {
    const app = await openApp({ clock: () => now });
    const at = app.at(`/uslugi/${await serviceWith(app, RULE)}/czy-moge`);
    const visitor = app.as('anonymous');
    const headers = { 'accept-language': lang, accept: 'text/html' };
    const asked = await (await visitor.send(at, { headers })).text();
    const body = new URLSearchParams({ residesInArea: 'no', income: '100' });
    const answered = await (await visitor.send(at, { method: 'POST', headers, body })).text();
    for (const html of [asked, answered])
      expect(html.replace(/<span lang="pl">.*?<\/span>/g, '')).not.toMatch(/mieszka|wiek:|nie zgadza|Sprawdź/i);
    expect(answered).toContain(lang === 'en' ? 'Condition by condition' : 'Умова за умовою');
  },
  60_000,
);
