import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { getCase } from '#modules/cases/index.ts';
import { act, asRole, caseAppliedFor, type OpenedCase } from '#modules/cases/testing.ts';
import { newId } from '#shared/uuid.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { centreA } from '#tests/support/database.ts';
import { proposeRefusal, recordRefusalDelivery, signRefusal } from '../../index.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');

const within = <T>(app: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(app.world.database, centreA.id, (tx) =>
    work(
      makeScope({
        world: app.world,
        tx,
        centre: centreA,
        actor: userWithRole('planCoordinator'),
        now,
        lang: 'pl',
        door: 'test',
        requestId: 't',
      }),
    ),
  );
async function assessed(app: TestApp, ...names: string[]): Promise<OpenedCase & { own: string }> {
  return within(app, async (scope) => {
    const filed = await caseAppliedFor(scope, ...names);
    await act(scope, filed.caseId, 'planCoordinator', { type: 'startAssessment', data: { place: 'centre', plannedOn: null } });
    await act(scope, filed.caseId, 'planCoordinator', {
      type: 'recordAssessment',
      data: { assessmentId: newId(), version: 1, heldOn: scope.today.toString() },
    });
    return { ...filed, own: app.at(`/praca/sprawy/${filed.caseId}/kwalifikacja/${filed.serviceIds[0]}`) };
  });
}

const reasons = [{ code: 'other', inOwnWords: 'Ta sama pomoc trwa od stycznia.' }] as const;
const about = ({ caseId, serviceIds }: OpenedCase) => ({ caseId, serviceId: serviceIds[0] ?? '', version: null });

/** A case refused by a signed decision of this number. */
async function refused(app: TestApp, number: string) {
  const filed = await assessed(app, 'Rehabilitacja');
  const texts = { number, factualReasons: 'Pomoc już trwa.', legalReasons: 'Program.' };
  await within(app, async (scope) => {
    await proposeRefusal(asRole(scope, 'serviceOrganiser'), { ...about(filed), reasons });
    const signed = await signRefusal(asRole(scope, 'director'), { ...about(filed), ...texts });
    if (!signed.ok) throw new Error(JSON.stringify(signed.refusal));
  });
  return { caseId: filed.caseId, number };
}

test('an organiser checks conditions, qualifies, and the resident finds the card', async () => {
  const app = await openApp({ clock: () => now });
  const { caseId, own } = await assessed(app, 'Opieka w domu');
  const organiser = app.as('serviceOrganiser');
  const file = await organiser.get(app.at(`/praca/sprawy/${caseId}`));
  const page = await file.follow(/^Rozstrzygnij/);
  expect(page.path).toBe(own);
  expect(page.text).toContain('Mieszka w naszej gminie');
  const done = await page.submit({}, { form: /zakwalifikuj$/ });
  expect(done.text).toContain('Karta kwalifikacji KK/1/2026');
  const again = await organiser.get(own);
  expect(again.text).toContain('Miejsce w tej usłudze przyznano w tej sprawie.');
  expect(again.text).not.toContain('w innej sprawie');
  const resident = app.as({ kind: 'caseHolder', caseId });
  const mine = await resident.get(app.at('/moja-sprawa/przebieg'));
  expect(mine.text).toContain('Możesz korzystać z tej usługi.');
  const card = await mine.follow(/^Karta kwalifikacji/);
  expect(card.response.headers.get('content-type')).toBe('application/pdf');
});

test('the front desk opens no card, and a refusal only until it is delivered', async () => {
  const app = await openApp({ clock: () => now });
  const { caseId, number } = await refused(app, 'CUS.7/2026');
  const fileAt = app.at(`/praca/sprawy/${caseId}`);
  const desk = app.as('frontDesk');
  const waiting = await desk.get(fileAt);
  const decision = await waiting.follow(new RegExp(`^Decyzja.*${number}`));
  expect(decision.response.headers.get('content-type')).toBe('application/pdf');
  await within(app, async (scope) => {
    const { state } = await getCase(scope, caseId);
    const serviceId = state.services[0]?.serviceId ?? '';
    const done = await recordRefusalDelivery(asRole(scope, 'frontDesk'), { caseId, serviceId, version: null, deliveredOn: scope.today });
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  });
  expect((await desk.get(decision.path)).status).toBe(403);
  expect((await desk.get(fileAt)).findAll('a[href*="/dokumenty/"]')).toHaveLength(0);
  expect((await app.as('planCoordinator').get(decision.path)).status).toBe(200);
});

test('with no place left the person waits in order, and gets the place that came free', async () => {
  const app = await openApp({ clock: () => now });
  const { own, serviceIds } = await assessed(app, 'Transport');
  const organiser = app.as('serviceOrganiser');
  const queueAt = app.at(`/praca/kolejki/${serviceIds[0]}`);
  const rules = await organiser.get(`${queueAt}/zasady`);
  expect((await rules.submit({ limit: 'dużo' })).status).toBe(422);
  const wrong = await rules.submit({ rule: 'mieszka w gmine' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Wiersz 1, znak 1: nie rozumiemy „mieszka w gmine”. Może: mieszka w gminie');
  const tried = await rules.submit({ rule: 'wiek: od 60 lat' }, { button: /^Sprawdź bez/ });
  expect(tried.text).toContain('Ile lat ma ta osoba?');
  const asked = await rules.submit({ limit: '0', rule: 'mieszka w gminie\npracownik sprawdza: Trudno jej samej wyjść z domu' });
  await asked.submit({ sure: ['no-places'] }, { button: 'Zapisz zasady' });
  const id = 'inWords-trudno-jej-samej-wyjsc-z-domu';
  const page = await organiser.get(own);
  expect(page.text).toContain('Nie wszystko wiadomo.');
  const unsaid = await page.submit({ [`c-${id}`]: 'met' });
  expect(unsaid.status).toBe(422);
  expect(unsaid.text).toContain('Napisz, skąd to wiadomo: „Trudno jej samej wyjść z domu”.');
  const settled = await unsaid.submit({ [`c-${id}`]: 'met', [`n-${id}`]: 'Z rozmowy' });
  const waiting = await settled.submit({}, { form: /lista$/ });
  expect(waiting.text).toContain('lista rezerwowa');
  const queue = await organiser.get(queueAt);
  expect(queue.text).toContain('Łucja Przykładowa');
  expect(queue.text).toContain('Teraz nie ma wolnego miejsca.');
  await (await organiser.get(`${queueAt}/zasady`)).submit({ limit: '1' });
  const offered = await (await organiser.get(queueAt)).submit({}, { form: /zaproponuj$/ });
  expect(offered.text).toContain('Nikt nie czeka');
  expect((await organiser.get(own)).text).toContain('Karta kwalifikacji KK/');
}, 60_000);

test('a refusal goes from an organiser to the director, back, and is signed as a decision', async () => {
  const app = await openApp({ clock: () => now });
  const { caseId, own, serviceIds } = await assessed(app, 'Rehabilitacja');
  const organiser = app.as('serviceOrganiser');
  const director = app.as('director');
  const page = await organiser.get(own);
  const noWords = await page.submit({ reasons: ['other'] });
  expect(noWords.status).toBe(422);
  expect(noWords.text).toContain('Opisz ten powód zwykłymi słowami.');
  await noWords.submit({ reasons: ['other'], 'words-other': 'Ta pomoc już trwa.' });
  const signAt = app.at(`/praca/decyzje/${caseId}/${serviceIds[0]}`);
  expect((await organiser.get(app.at('/praca/decyzje'))).status).toBe(403);
  const list = await director.get(app.at('/praca/decyzje'));
  const draft = await list.follow('Łucja Przykładowa');
  expect(draft.path).toBe(signAt);
  expect(draft.text).toContain('niezweryfikowane');
  expect((await director.send(`${signAt}/podglad`)).headers.get('content-type')).toBe('application/pdf');
  await draft.submit({ note: 'Opisz dokładniej.' });
  const returned = await organiser.get(own);
  expect(returned.text).toContain('Dyrekcja zwróciła projekt odmowy: Opisz dokładniej.');
  expect((await director.get(signAt)).status).toBe(404);
  await returned.submit({ reasons: ['other'], 'words-other': 'Ta sama pomoc trwa od stycznia.' });
  const again = await director.get(signAt);
  expect((await again.submit({ number: '' })).status).toBe(422);
  const signed = await again.submit({ number: 'DO/7/2026' });
  expect(signed.text).toContain('DO/7/2026');
});

test('a refusal because of a condition needs one found not to be met; what was found for one service is offered for the next', async () => {
  const app = await openApp({ clock: () => now });
  const { caseId, own, serviceIds } = await assessed(app, 'Transport', 'Rehabilitacja');
  const organiser = app.as('serviceOrganiser');
  for (const serviceId of serviceIds) {
    const rules = await organiser.get(app.at(`/praca/kolejki/${serviceId}/zasady`));
    await rules.submit({ rule: 'mieszka w gminie\npracownik sprawdza: Trudno jej wyjść' });
  }
  const wanted = { reasons: ['conditionsNotMet'], 'words-conditionsNotMet': 'Wychodzi sama.' };
  const page = await organiser.get(own);
  const refused = await page.submit(wanted, { form: /odmowa$/ });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Najpierw zapisz w części „Warunki”, który warunek jest niespełniony');
  const abroad = { reasons: ['notResident'], 'words-notResident': 'Mieszka gdzie indziej.' };
  expect((await page.submit(abroad, { form: /odmowa$/ })).status).toBe(422);
  const id = 'inWords-trudno-jej-wyjsc';
  await page.submit({ [`c-${id}`]: 'notMet', [`n-${id}`]: 'Z rozmowy z córką' }, { form: /ustalenia$/ });
  const other = await organiser.get(app.at(`/praca/sprawy/${caseId}/kwalifikacja/${serviceIds[1]}`));
  expect(other.text).toContain('W tej sprawie przy usłudze „Transport” zapisano już: niespełniony – Z rozmowy z córką');
  const taken = await other.submit({}, { form: /ustalenia$/ });
  expect(taken.text).not.toContain('zapisano już');
  expect((await taken.submit(wanted, { form: /odmowa$/ })).text).toContain('Odmowa czeka na podpis dyrekcji');
}, 60_000);

test('the proposed number of a decision follows the highest one signed in the year', async () => {
  const app = await openApp({ clock: () => now });
  await refused(app, 'DO/426/2026');
  await refused(app, 'inny wzór 999');
  const filed = await assessed(app, 'Rehabilitacja');
  await within(app, (scope) => proposeRefusal(asRole(scope, 'serviceOrganiser'), { ...about(filed), reasons }));
  const draft = await app.as('director').get(app.at(`/praca/decyzje/${filed.caseId}/${filed.serviceIds[0]}`));
  expect(draft.find('input[name=number]').getAttribute('value')).toBe('DO/427/2026');
});

test('a decision number is used once', async () => {
  const app = await openApp({ clock: () => now });
  const one = await refused(app, 'DO/8/2026');
  const other = await assessed(app, 'Rehabilitacja');
  await within(app, (scope) => proposeRefusal(asRole(scope, 'serviceOrganiser'), { ...about(other), reasons }));
  const draft = await app.as('director').get(app.at(`/praca/decyzje/${other.caseId}/${other.serviceIds[0]}`));
  const taken = await draft.submit({ number: one.number });
  expect(taken.status).toBe(422);
  expect(taken.text).toContain('Decyzja o tym numerze już jest.');
});

test('from the delivery of a refusal the time for an appeal runs, and the resident is told', async () => {
  const app = await openApp({ clock: () => now });
  const { caseId } = await refused(app, 'DO/9/2026');
  const resident = app.as({ kind: 'caseHolder', caseId });
  expect((await resident.get(app.at('/moja-sprawa/przebieg'))).text).toContain('Czas na odwołanie biegnie od dnia');
  // The end of the case does not spare the centre the delivery.
  await within(app, (scope) =>
    act(scope, caseId, 'frontDesk', { type: 'close', data: { ending: 'moved', occurredOn: scope.today.toString(), note: null } }),
  );
  const desk = app.as('frontDesk');
  expect((await desk.get(app.at('/praca'))).text).toContain('Doręcz odmowę');
  const delivery = await (await desk.get(app.at(`/praca/sprawy/${caseId}`))).follow('Zapisz doręczenie');
  expect((await delivery.submit({ deliveredOn: '10.03.2026' })).status).toBe(422);
  const before = await delivery.submit({ deliveredOn: '1.1.2020' });
  expect(before.status).toBe(422);
  expect(before.text).toContain('Najwcześniejszy możliwy dzień: 9 marca 2026');
  expect((await delivery.submit({ deliveredOn: '9.03.2026' })).text).toContain('Przebieg sprawy');
  const mine = await resident.get(app.at('/moja-sprawa/przebieg'));
  expect(mine.text).toContain('możesz się odwołać do 23 marca 2026');
  // Nobody waits for an appeal; the decision is one step away; what matters stands before the log.
  expect(mine.text).not.toMatch(/Czekamy na Ciebie|zweryfikowan/);
  const order = [
    'Możesz się odwołać',
    'Otwórz decyzję nr DO/9/2026',
    'Twoje dokumenty',
    'Kontakt',
    'Co się wydarzyło',
    'Kto oglądał moje dane',
  ];
  const places = order.map((words) => mine.text.indexOf(words));
  expect(places).toEqual(places.filter((place) => place >= 0).toSorted((a, b) => a - b));
  expect((await mine.follow('Otwórz decyzję nr DO/9/2026 (PDF)')).response.headers.get('content-type')).toBe('application/pdf');
  const again = await (await desk.get(app.at(`/praca/sprawy/${caseId}`))).follow('Popraw dzień doręczenia');
  expect(again.text).toContain('Zapisano, że doręczono 9 marca 2026');
  expect((await again.submit({ deliveredOn: '9.03.2026' })).text).toContain('Doręczenie jest już zapisane');
});

test('a request is passed on only with consent', async () => {
  const app = await openApp({ clock: () => now });
  const { own } = await assessed(app, 'Zasiłek', 'Opieka');
  const organiser = app.as('serviceOrganiser');
  const page = await organiser.get(own);
  const without = await page.submit({ recipient: 'otherTeam', recipientName: 'Zespół świadczeń' });
  expect(without.status).toBe(422);
  expect(without.find('input[name=recipientName]').getAttribute('value')).toBe('Zespół świadczeń');
  const done = await without.submit({ consentOn: '8.03.2026' });
  expect(done.text).toContain('przekazano dalej');
});

test('the case as it was a while ago decides nothing', async () => {
  const app = await openApp({ clock: () => now });
  const { own } = await assessed(app, 'Opieka');
  const organiser = app.as('serviceOrganiser');
  const [one, two] = [await organiser.get(own), await organiser.get(own)];
  await one.submit({}, { form: /zakwalifikuj$/ });
  const late = await two.submit({ reasons: ['other'], 'words-other': 'Powód' });
  expect(late.status).toBe(409);
});

test('of two who settle the same condition the second sees both findings and keeps theirs', async () => {
  const app = await openApp({ clock: () => now });
  const { own, serviceIds } = await assessed(app, 'Transport');
  const rules = await app.as('serviceOrganiser').get(app.at(`/praca/kolejki/${serviceIds[0]}/zasady`));
  await rules.submit({ rule: 'pracownik sprawdza: Trudno jej wyjść' });
  const id = 'inWords-trudno-jej-wyjsc';
  const first = await app.as('serviceOrganiser').get(own);
  const second = await app.as('planCoordinator').get(own);
  const finding = (isMet: string, note: string) => ({ [`c-${id}`]: isMet, [`n-${id}`]: note });
  expect((await first.submit(finding('met', 'Z rozmowy z córką'))).status).toBe(200);
  const empty = await second.submit(finding('notMet', ''));
  expect(empty.status).toBe(422);
  const both = await empty.submit(finding('notMet', 'Wychodzi na spacery'));
  expect(both.status).toBe(409);
  expect(both.text).toContain('Z rozmowy z córką');
  expect(both.text).toMatch(/Zapis: \S.*, .*\d:\d\d/);
  expect(both.text).toContain('Wychodzi na spacery');
  const kept = await both.submit(finding('notMet', 'Wychodzi na spacery'));
  expect(kept.status).toBe(200);
  expect(kept.text).toContain('Wychodzi na spacery');
}, 60_000);
