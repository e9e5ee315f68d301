import { expect, test } from 'vitest';
import { newId } from '#shared/uuid.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { listLetters } from '#platform/mail/letterStore.ts';
import type { World } from '#platform/world.ts';
import { openApp, type Page, type Visitor } from '#tests/support/app.ts';
import { centreA } from '#tests/support/database.ts';
import { aCaseToOrder, anOrderAccepted, anOrderPlaced, aProvider } from '../testing.ts';

/** Long stories: each page is read by axe, which takes its time on a busy machine. */
const patience = 120_000;
const prepare = <T>(world: World, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(world.database, centreA.id, (tx) =>
    work(
      makeScope({
        world,
        tx,
        centre: centreA,
        actor: { kind: 'system', task: 'test' },
        now: world.clock(),
        lang: 'pl',
        door: 'test',
        requestId: 'test',
      }),
    ),
  );
const compared = (page: Page) => page.findAll('.ok-conflict-text').map((each) => (each.textContent ?? '').trim());

/** Types without sending, as the page does after a pause, and comes back. */
async function keptAndBack(visitor: Visitor, page: Page, action: string, typed: Readonly<Record<string, string>>): Promise<Page> {
  expect(page.findAll('ok-autosave').map((each) => each.getAttribute('address'))).toContain(`${action}/szkic`);
  const kept = await visitor.send(`${action}/szkic`, {
    method: 'POST',
    body: new URLSearchParams({ ...typed, _key: newId(), _version: '1' }),
  });
  expect(kept.status).toBe(204);
  const back = await visitor.get(page.path);
  expect(back.text).toContain('Wczytaliśmy tekst z');
  return back;
}

test(
  'of two who answer an order at once the second is shown both answers and loses no word',
  async () => {
    const app = await openApp();
    const opened = await prepare(app.world, (scope) => anOrderPlaced(scope));
    const as = (userId: string) => app.as('providerManager', { providerId: opened.providerId, userId });
    const address = app.at(`/wykonawca/zlecenia/${opened.orderId}`);
    const [first, second] = [await as(newId()).get(address), await as(newId()).get(address)];
    const accepted = await first.submit({}, { form: '[aria-label="Przyjmujemy"]' });
    const late = await second.submit({ rejectReason: 'other', rejectWords: 'Nie mamy nikogo we wtorki' }, { button: 'Odrzuć zlecenie' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('przyjęte');
    expect(compared(late).join(' ')).toContain('Nie mamy nikogo we wtorki');
    const given = await accepted.submit({ to: 'cancelled', stateWords: 'Koniec umowy' }, { button: 'Zmień stan' });
    expect(given.status).toBe(200);
    // The order is out of sight for this provider: the state and one's own words are all that is told.
    const gone = await late.submit({ to: 'on-hold', stateWords: 'Szpital do końca miesiąca' }, { button: 'Zmień stan' });
    expect(gone.status).toBe(409);
    expect(compared(gone).join(' ')).toContain('Szpital do końca miesiąca');
  },
  patience,
);

test(
  'of two who correct one delivery the second reads both corrections and may still put their own in place',
  async () => {
    const app = await openApp();
    const opened = await prepare(app.world, (scope) => anOrderAccepted(scope, { unit: 'hour' }));
    const address = app.at(`/wykonawca/zlecenia/${opened.orderId}`);
    const as = () => app.as('providerManager', { providerId: opened.providerId, userId: newId() });
    const orderPage = await as().get(address);
    const recorded = await orderPage.submit({ on: '2.03.2026', hours: '2', worker: 'Ewa Próbna' }, { button: 'Zapisz wykonanie' });
    expect(recorded.status).toBe(200);
    const entry = (await recorded.follow(/^Potwierdź/)).path;
    const [first, second, third] = [await as().get(entry), await as().get(entry), await as().get(entry)];
    const button = 'Zapisz poprawkę';
    expect((await first.submit({ why: 'Była krócej', hours: '1' }, { button })).text).toContain('Poprawiono');
    const late = await second.submit({ why: 'Była dłużej', hours: '3', note: 'Czekała na lekarza' }, { button });
    expect(late.status).toBe(409);
    expect(compared(late).join(' ')).toContain('Była krócej');
    expect(compared(late).join(' ')).toContain('Czekała na lekarza');
    expect(late.find('textarea[name=note]').textContent).toContain('Czekała na lekarza');
    const replaced = await late.submit({}, { button });
    expect(replaced.status).toBe(200);
    expect(replaced.text).toContain('3 godz.');

    // Nothing stands any more: what was typed may become a new entry.
    const newest = await replaced.follow(/^Potwierdź|^Popraw/);
    const slow = await as().get(newest.path);
    expect((await newest.submit({ why: 'Pomyłka', kind: 'remove' }, { button })).status).toBe(200);
    const gone = await slow.submit({ why: 'Inna osoba', worker: 'Jan Próbny' }, { button });
    expect(gone.status).toBe(409);
    expect(compared(gone).join(' ')).toContain('Pomyłka');
    expect((await gone.submit({}, { button: 'Zapisz wykonanie' })).text).toContain('Jan Próbny');

    const confirming = await third.submit({ by: 'family', confirmedOn: '2.03.2026' }, { form: '[aria-label="Potwierdź"]' });
    expect(confirming.status).toBe(409);
  },
  patience,
);

test(
  'an organiser who takes back what the provider just gave back reads both reasons',
  async () => {
    const app = await openApp();
    const opened = await prepare(app.world, (scope) => anOrderPlaced(scope));
    const provider = await app
      .as('providerManager', { providerId: opened.providerId })
      .get(app.at(`/wykonawca/zlecenia/${opened.orderId}`));
    const organiser = await app.as('serviceOrganiser').get(app.at(`/praca/zlecenia/${opened.orderId}`));
    await provider.submit({ rejectReason: 'other', rejectWords: 'Samochód w naprawie' }, { button: 'Odrzuć zlecenie' });
    const late = await organiser.submit({ cancelReason: 'other', cancelWords: 'Rodzina pomoże sama' }, { button: 'Odwołaj zlecenie' });
    expect(late.status).toBe(409);
    expect(compared(late)).toContain('Samochód w naprawie');
    expect(compared(late).join(' ')).toContain('Rodzina pomoże');
  },
  patience,
);

test(
  'the second of two organisers reads the order placed meanwhile beside their own, and may still send it',
  async () => {
    const app = await openApp();
    const { opened, providerId } = await prepare(app.world, async (scope) => ({
      opened: await aCaseToOrder(scope, 'Usługi opiekuńcze'),
      providerId: await aProvider(scope, 'Spółdzielnia Pomocna'),
    }));
    const choose = app.at(`/praca/sprawy/${opened.caseId}/zlec`);
    const form = (userId: string) =>
      app
        .as('serviceOrganiser', { userId })
        .get(choose)
        .then((page) => page.follow('Usługi opiekuńcze'));
    const [first, second] = [await form(newId()), await form(newId())];
    const typed = { providerId, unit: 'hour', from: '2.03.2026' };
    expect((await first.submit({ ...typed, scope: 'Zakupy i gotowanie' })).status).toBe(200);
    const late = await second.submit({ ...typed, scope: 'Spacery' });
    expect(late.status).toBe(409);
    expect(compared(late)).toContain('Zakupy i gotowanie');
    expect(late.find('textarea[name=scope]').textContent).toContain('Spacery');
    expect((await late.submit({})).text).toContain('Zlecenie wysłane');
  },
  patience,
);

test(
  'what providers and organisers write and do not send yet is there when they come back',
  async () => {
    const app = await openApp();
    const { placed, accepted } = await prepare(app.world, async (scope) => ({
      placed: await anOrderPlaced(scope),
      accepted: await anOrderAccepted(scope),
    }));
    const manager = app.as('providerManager', { providerId: placed.providerId });
    const own = app.at(`/wykonawca/zlecenia/${placed.orderId}`);
    const answer = await keptAndBack(manager, await manager.get(own), `${own}/odpowiedz`, {
      rejectReason: 'other',
      rejectWords: 'Brak auta',
    });
    expect(answer.find('textarea[name=rejectWords]').textContent).toContain('Brak auta');
    const blank = await answer.submit({}, { form: /szkic/ });
    expect(blank.find('textarea[name=rejectWords]').textContent).not.toContain('Brak auta');

    const letters = await prepare(app.world, (scope) => listLetters(scope.tx, { limit: 9 }));
    const link = letters.map((letter) => /https?:\/\/\S+/.exec(letter.body)?.[0] ?? '').find((each) => each.includes('/odpowiedz'));
    const worker = app.as('anonymous');
    const byLink = await worker.get(link ?? '');
    const withoutAccount = await keptAndBack(worker, byLink, app.at('/odpowiedz/zlecenie/stan'), { stateWords: 'Szpital' });
    expect(withoutAccount.body).toContain('Szpital');

    const organiser = app.as('serviceOrganiser');
    const cancelling = app.at(`/praca/zlecenia/${accepted.orderId}`);
    const back = await keptAndBack(organiser, await organiser.get(cancelling), `${cancelling}/odwolaj`, {
      cancelWords: 'Jeszcze sprawdzam',
    });
    expect(back.find('textarea[name=cancelWords]').textContent).toContain('Jeszcze sprawdzam');
    const sent = await back.submit({ cancelReason: 'other' }, { button: 'Odwołaj zlecenie' });
    expect(sent.text).toContain('Zlecenie odwołane');
    expect(sent.text).not.toContain('Wczytaliśmy');
  },
  patience,
);
