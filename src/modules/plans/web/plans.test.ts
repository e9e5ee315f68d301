import { expect, it } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { anonymous } from '#shared/actor.ts';
import type { OpenedCase } from '#modules/cases/testing.ts';
import { newId } from '#shared/uuid.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA } from '#tests/support/centres.ts';
import { aCoordinatedCase, agreeAndApprove, aPlannedCase, begin, must } from '../testing.ts';
import { revisePlan } from '../usecases/writePlan.ts';
import { asRole, caseAppliedFor, qualifyAll } from '#modules/cases/testing.ts';

/** Does something beforehand, for good: pages see only what is committed. */
function before<T>({ world }: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> {
  return inCentre(world.database, centreA.id, (tx) =>
    work(makeScope({ world, tx, centre: centreA, actor: anonymous, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' })),
  );
}
/** A story of twenty pages, each checked for accessibility, on a slow machine. */
const longWalk = 90_000;
const addressOf = (app: TestApp, { caseId }: OpenedCase) => app.at(`/praca/sprawy/${caseId}`);

it(
  'leads the coordinator from the decision about coordination to a plan that is agreed',
  async () => {
    const app = await openApp();
    const opened = await before(app, async (scope) => {
      const made = await caseAppliedFor(scope, 'Usługi opiekuńcze');
      await qualifyAll(scope, made.caseId);
      return made;
    });
    const coordinator = app.as('planCoordinator');
    const file = await coordinator.get(addressOf(app, opened));
    const form = await file.follow('Zdecyduj o koordynacji');
    const checked = await form.submit({ od: '2.03.2026', do: '1.09.2026', plan: 'nie' }, { button: /Sprawdź/ });
    expect(checked.status).toBe(200);
    expect(checked.text).toContain('plan jest obowiązkowy');
    const refused = await checked.submit({});
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Przy koordynacji od 3 miesięcy plan jest obowiązkowy');
    const decided = await refused.submit({ plan: 'tak' });
    expect(decided.text).toContain('Koordynacja od 2 marca 2026 do 1 września 2026');
    const start = await decided.follow('Zacznij plan');
    const tooLong = await start.submit({ startsOn: '2.03.2026', endsOn: '2.03.2027' });
    expect(tooLong.status).toBe(422);
    expect(tooLong.text).toContain('najdłużej do 1 marca 2027');
    let plan = await tooLong.submit({ endsOn: '1.09.2026' });
    expect(plan.heading).toContain('Plan (IPUS), wersja 1');
    expect(plan.text).toContain('Zapisz co najmniej jedną potrzebę');
    expect(plan.text).toContain('Gotowy do: 1 kwietnia 2026 – zostało 30 dni');

    const needs = await (await plan.follow('Mocne strony i potrzeby')).submit({}, { button: 'Dodaj potrzebę' });
    const filled = await needs.submit(
      { 'needs.0.area': 'zdrowie', 'needs.0.description': 'Pomoc w kąpieli' },
      { button: 'Dodaj potrzebę' },
    );
    expect(filled.has('#f-needs-1-area')).toBe(true);
    const goals = await filled.submit({}, { button: 'Zapisz i przejdź dalej' });
    expect(goals.heading).toContain('Cele i działania');
    const oneGoal = await goals.submit({}, { button: 'Dodaj cel' });
    const needId = oneGoal.find('input[name="goals.0.needIds"]').getAttribute('value') ?? '';
    const services = await oneGoal.submit(
      {
        'goals.0.text': 'Bezpieczna kąpiel',
        'goals.0.needIds': needId,
        'goals.0.actions.0.what': 'Pomoc w kąpieli',
        'goals.0.actions.0.who': 'opiekunka',
      },
      { button: 'Zapisz i przejdź dalej' },
    );
    const wrong = await services.submit(
      { 'services.0.quantity': 'dużo', 'services.0.scope': 'Pomoc' },
      { button: 'Zapisz i przejdź dalej' },
    );
    expect(wrong.status).toBe(422);
    expect(wrong.find('input[name="services.0.quantity"]').getAttribute('value')).toBe('dużo');
    const support = await wrong.submit(
      { 'services.0.quantity': '20', 'services.0.place': 'w domu', 'services.0.provider': 'Spółdzielnia', 'services.0.fee': 'bezpłatnie' },
      { button: 'Zapisz i przejdź dalej' },
    );
    const duty = await support.submit({}, { button: 'Dodaj odpowiedzialność' });
    const monitoring = await duty.submit(
      { 'responsibilities.0.who': 'Pani Łucja', 'responsibilities.0.what': 'mówi, gdy coś jest nie tak' },
      { button: 'Zapisz i przejdź dalej' },
    );
    const check = await monitoring.submit({}, { button: 'Dodaj sprawdzenie' });
    plan = await check.submit({ 'monitoring.0.how': 'telefon', 'monitoring.0.who': 'koordynator' }, { button: 'Zapisz i wróć do planu' });
    expect(plan.text).toContain('Plan jest pełny');

    const agree = await plan.follow('Zapisz zgodę albo uwagi mieszkańca');
    const agreed = await agree.submit({ odpowiedz: 'zgoda', sposob: 'signature' });
    expect(agreed.text).toContain('uzgodniony, czeka na zatwierdzenie');

    const director = app.as('director');
    const list = await director.get(app.at('/praca/plany'));
    const decision = await list.follow('Przeczytaj i zatwierdź');
    const approved = await decision.submit({ decyzja: 'tak' });
    expect(approved.text).toContain('zatwierdzony');
    const pdf = await (await director.get(addressOf(app, opened))).follow(/Indywidualny plan usług społecznych, wersja 1/);
    expect(pdf.response.headers.get('content-type')).toBe('application/pdf');
  },
  longWalk,
);

it('names every gap with a link to its field', async () => {
  const app = await openApp();
  const opened = await before(app, (scope) => aCoordinatedCase(scope));
  const coordinator = app.as('planCoordinator');
  const plan = await (await coordinator.get(`${addressOf(app, opened)}/plan`)).submit({ startsOn: '2.03.2026', endsOn: '1.09.2026' });
  const links = plan.links().filter(([, href]) => href.includes('sprawdz=1'));
  expect(links.length).toBeGreaterThan(5);
  for (const [address, hrefs] of Map.groupBy(
    links.map(([, href]) => new URL(href, 'http://x')),
    (href) => href.pathname + href.search,
  )) {
    const target = await coordinator.get(address);
    for (const { hash } of hrefs) expect(target.has(`[id="${hash.slice(1)}"]`), hash).toBe(true);
  }
});

it('shows both texts to the second editor and keeps theirs', async () => {
  const app = await openApp();
  const opened = await before(app, (scope) => aPlannedCase(scope));
  const address = `${addressOf(app, opened)}/plan/edycja/potrzeby`;
  const [first, second] = [await app.as('planCoordinator').get(address), await app.as('planCoordinator').get(address)];
  await first.submit({ 'strengths.0.text': 'Lubi śpiewać' }, { button: 'Zapisz i wróć do planu' });
  const conflict = await second.submit({ 'strengths.0.text': 'Lubi tańczyć' }, { button: 'Zapisz i wróć do planu' });
  expect(conflict.status).toBe(409);
  expect(conflict.text).toContain('Lubi śpiewać');
  expect(conflict.find('[name="strengths.0.text"]').textContent).toContain('Lubi tańczyć');
  const saved = await conflict.submit({}, { button: 'Zapisz i wróć do planu' });
  expect(saved.text).toContain('Lubi tańczyć');
});

it('keeps text that was not saved, and gives it up when asked', async () => {
  const app = await openApp();
  const opened = await before(app, (scope) => aPlannedCase(scope));
  const coordinator = app.as('planCoordinator');
  const address = `${addressOf(app, opened)}/plan/edycja/potrzeby`;
  const id = (await coordinator.get(address)).find('input[name="strengths.0.id"]').getAttribute('value') ?? '';
  const typed = new URLSearchParams({ wersja: '1', rewizja: '2', 'strengths.0.id': id, 'strengths.0.text': 'Pisze wiersze' });
  expect((await coordinator.send(`${address}/szkic`, { method: 'POST', body: typed })).status).toBe(204);
  const restored = await coordinator.get(address);
  expect(restored.text).toContain('Wczytaliśmy tekst');
  expect(restored.find('[name="strengths.0.text"]').textContent).toContain('Pisze wiersze');
  expect((await app.as('planCoordinator', { userId: newId() }).get(address)).text).not.toContain('Pisze wiersze');
  const given = await restored.submit({}, { form: /szkic/ });
  expect(given.find('[name="strengths.0.text"]').textContent).not.toContain('Pisze wiersze');
});

it('lets the resident read the plan in plain words, ask for changes and agree', async () => {
  const app = await openApp();
  const opened = await before(app, (scope) => aPlannedCase(scope));
  const resident = app.as({ kind: 'caseHolder', caseId: opened.caseId });
  const mine = await resident.get(app.at('/moja-sprawa/przebieg'));
  const plan = await mine.follow('Przeczytaj plan i odpowiedz');
  expect(plan.text).toContain('20 godzin w miesiącu');
  const blank = await plan.submit({});
  expect(blank.status).toBe(422);
  expect(blank.text).toContain('Wybierz, czy zgadzasz się na plan.');
  const noWords = await blank.submit({ odpowiedz: 'nie' });
  expect(noWords.text).toContain('Napisz, co zmienić w planie.');
  const asked = await noWords.submit({ odpowiedz: 'nie', tresc: 'Wolę we wtorki <script>' });
  expect(asked.path).toBe(app.at('/moja-sprawa/przebieg'));
  const seen = await app.as('planCoordinator').get(`${addressOf(app, opened)}/plan`);
  expect(seen.text).toContain('Wolę we wtorki <script>');
  const again = await (await resident.get(app.at('/moja-sprawa/plan'))).submit({ odpowiedz: 'tak' });
  expect(again.text).toContain('Plan jest uzgodniony');
});

it('does not take an answer to words that have changed since', async () => {
  const app = await openApp();
  const opened = await before(app, (scope) => aPlannedCase(scope));
  const plan = await app.as({ kind: 'caseHolder', caseId: opened.caseId }).get(app.at('/moja-sprawa/plan'));
  const editor = await app.as('planCoordinator').get(`${addressOf(app, opened)}/plan/edycja/potrzeby`);
  await editor.submit({ 'strengths.0.text': 'Coś innego' }, { button: 'Zapisz i wróć do planu' });
  const late = await plan.submit({ odpowiedz: 'tak' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Twoja odpowiedź nie została zapisana');
  expect(late.text).toContain('Coś innego');
});

it('shows the difference of two versions in words', async () => {
  const app = await openApp();
  const opened = await before(app, async (scope) => {
    const made = await aPlannedCase(scope);
    await agreeAndApprove(scope, made.caseId);
    must(await revisePlan(asRole(scope, 'planCoordinator'), made.caseId, null, 'Zwolniło się miejsce'));
    return made;
  });
  const coordinator = app.as('planCoordinator');
  const editor = await coordinator.get(`${addressOf(app, opened)}/plan/edycja/potrzeby`);
  const plan = await editor.submit({ 'strengths.0.text': 'Lubi śpiewać' }, { button: 'Zapisz i wróć do planu' });
  const difference = await plan.follow('Porównaj wersję 2 z poprzednią');
  expect(difference.text).toContain('Zwolniło się miejsce');
  expect(
    difference
      .findAll('ins')
      .map((each) => each.textContent)
      .join(' '),
  ).toContain('Lubi śpiewać');
  expect(difference.has('del')).toBe(true);
  const dropped = await (await plan.follow('Odstąp od zmiany')).submit({});
  expect(dropped.heading).toContain('wersja 1');
});

it(
  'says what an ending brings before it is confirmed, then follows the case to its end',
  async () => {
    const app = await openApp();
    const opened = await before(app, async (scope) => {
      const made = await aPlannedCase(scope);
      await agreeAndApprove(scope, made.caseId);
      await begin(scope, made, newId(), newId());
      return made;
    });
    const coordinator = app.as('planCoordinator');
    const note = await (await coordinator.get(addressOf(app, opened))).follow('Zapisz notatkę');
    const noted = await note.submit({ sposob: 'phone', tresc: 'Wszystko dobrze', nastepnie: '2.04.2026' });
    expect(noted.text).toContain('Wszystko dobrze');
    const paused = await (await noted.follow('Wstrzymaj usługi')).submit({ powod: 'hospital' });
    expect(paused.text).toContain('pobyt w szpitalu');
    const resumed = await (await paused.follow('Wznów usługi')).submit({});
    const summary = await resumed.follow('Rozmowa podsumowująca');
    const noResult = await summary.submit({ miejsce: '', obecni: 'Łucja', przebieg: 'Dobrze' });
    expect(noResult.status).toBe(422);
    // Everything that is missing is told in one round.
    expect(noResult.text).toContain('Cel 1: Wybierz jedną z odpowiedzi');
    expect(noResult.findAll('.ok-error-summary a').length).toBeGreaterThan(1);
    const field = noResult.find('input[type="radio"][value="achieved"]').getAttribute('name') ?? '';
    const summed = await noResult.submit({ [field]: 'achieved', miejsce: 'w domu' });
    expect(summed.text).toContain('Opis przebiegu i rezultatów planu');
    const ending = await summed.follow('Zakończ sprawę');
    const foreseen = await ending.submit({ powod: 'withdrawn', dzien: '2.03.2026' });
    expect(foreseen.text).toContain('zwolnią się miejsca w usługach: Usługi opiekuńcze');
    expect(foreseen.text).toContain('opłaty ustaną z dniem 2 marca 2026');
    const unconfirmed = await foreseen.submit({}, { button: 'Zamknij sprawę' });
    expect(unconfirmed.status).toBe(422);
    const closed = await unconfirmed.submit({ wiem: true }, { button: 'Zamknij sprawę' });
    expect(closed.text).toContain('mieszkaniec zrezygnował');
  },
  longWalk,
);
