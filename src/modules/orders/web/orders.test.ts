import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { centreA, centreB } from '#tests/support/database.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { listLetters } from '#platform/mail/letterStore.ts';
import { aCaseToOrder, anOrderAccepted, anOrderPlaced, aProvider } from '../testing.ts';

/** Long stories: each page is read by axe, which takes its time on a busy machine. */
const patience = 120_000;

/** Something done and kept, before the doors are tried. */
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
async function newestLink(app: TestApp): Promise<string> {
  const letters = await prepare(app.world, (scope) => listLetters(scope.tx, { limit: 1 }));
  return /https?:\/\/\S+/.exec(letters[0]?.body ?? '')?.[0] ?? '';
}

test(
  'an organiser orders a service, and its provider reads what it needs',
  async () => {
    const app = await openApp();
    const { opened, providerId } = await prepare(app.world, async (scope) => ({
      opened: await aCaseToOrder(scope, 'Usługi opiekuńcze'),
      providerId: await aProvider(scope, 'Spółdzielnia Pomocna', 'pomocna@przyklad.example'),
      otherId: await aProvider(scope, 'Fundacja Inna', 'inna@przyklad.example'),
    }));
    const organiser = app.as('serviceOrganiser');
    const casePage = await organiser.get(app.at(`/praca/sprawy/${opened.caseId}`));
    const form = await (await casePage.follow('Zleć usługę')).follow('Usługi opiekuńcze');
    const wrong = await form.submit({ scope: 'Zakupy', amount: 'dużo', from: '2.02.2026', to: '1.01.2020', contactPhone: '600100200' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Wybierz wykonawcę');
    expect(wrong.text).toContain('Wpisz liczbę, na przykład 20 albo 7,5');
    expect(wrong.text).toContain('Koniec nie może być przed początkiem');
    expect(wrong.find('[name=amount]').getAttribute('value')).toBe('dużo');
    // A letter to another firm would open the person's data to it.
    const elsewhere = await wrong.submit({
      providerId,
      providerEmail: 'Inna@przyklad.example',
      unit: 'hour',
      amount: '7,5',
      per: 'week',
      from: '1 lutego 2026',
      to: '31.12.2026',
      contactPhone: '',
    });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.text).toContain('To adres innego wykonawcy z rejestru');
    const asked = await elsewhere.submit({ providerEmail: '' });
    expect(asked.text).toContain('Zgłoszenie jest z');
    const sent = await asked.submit({
      early: 'tak',
      providerEmail: '',
      unit: 'hour',
      amount: '7,5',
      per: 'week',
      from: '1 lutego 2026',
      to: '31.12.2026',
      contactName: 'Żaneta Ćwiklińska',
      notes: 'Trzecie piętro.\nPies jest łagodny.',
    });
    expect(sent.text).toContain('Zlecenie wysłane.');
    expect(sent.text).toContain('Spółdzielnia Pomocna');
    const [letter] = await prepare(app.world, (scope) => listLetters(scope.tx, { limit: 1 }));
    expect(letter?.toAddress).toBe('pomocna@przyklad.example');
    expect((await organiser.get(app.at('/praca/zlecenia'))).text).toContain('Spółdzielnia Pomocna');
    const order = await (await app.as('providerManager', { providerId }).get(app.at('/wykonawca'))).follow(/^Z\//);
    expect(order.text).toContain('Pies jest łagodny.');
    expect(order.text).not.toContain('1944');
  },
  patience,
);

test(
  'a provider answers and delivers in its portal, and the person reads of it',
  async () => {
    const app = await openApp();
    const opened = await prepare(app.world, (scope) => anOrderPlaced(scope, { unit: 'hour', limit: { amount: 7.5, per: 'week' } }));
    const manager = app.as('providerManager', { providerId: opened.providerId });
    const list = await manager.get(app.at('/wykonawca'));
    expect(list.text).toContain('Łucja Przykładowa');
    const order = await list.follow(/^Z\//);
    const refused = await order.submit({ rejectReason: 'other' }, { button: 'Odrzuć zlecenie' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Napisz, jaki to powód.');
    const accepted = await order.submit({}, { form: '[aria-label="Przyjmujemy"]' });
    expect(accepted.text).toContain('Zlecenie przyjęte');
    const tooMuch = await accepted.submit({ on: '2 marca 2026', hours: '8', minutes: '0' }, { button: 'Zapisz wykonanie' });
    expect(tooMuch.status).toBe(422);
    expect(tooMuch.text).toContain('limit: 7 godz. 30 min w tygodniu, wykorzystano: 0 godz., zostało: 7 godz. 30 min, a wpisano: 8 godz.');
    const recorded = await tooMuch.submit({ hours: '2', minutes: '30', confirmedBy: 'person' }, { button: 'Zapisz wykonanie' });
    expect(recorded.text).toContain('Zapisano: 2 godz. 30 min, 2 marca 2026');
    const entry = await recorded.follow(/^Popraw/);
    const corrected = await entry.submit({ why: 'Było krócej', hours: '2', minutes: '0' }, { button: 'Zapisz poprawkę' });
    expect(corrected.text).toContain('korekta: Było krócej');
    const month = await manager.get(app.at('/wykonawca/miesiac'));
    expect(month.text).toContain('Razem: 2 godz.');

    const mine = await app.as({ kind: 'caseHolder', caseId: opened.caseId }).get(app.at('/moja-sprawa/przebieg'));
    expect(mine.text).toContain('Kto i kiedy świadczy usługi');
    expect(mine.text).toContain('W tym miesiącu: 2 godz.');
  },
  patience,
);

test(
  'a provider answers by a link without an account, once, and the link ends with the order',
  async () => {
    const app = await openApp();
    await prepare(app.world, (scope) => anOrderPlaced(scope));
    const link = await newestLink(app);
    const worker = app.as('anonymous');
    const order = await worker.get(link);
    expect(order.path).toBe(app.at('/odpowiedz/zlecenie'));
    expect(order.text).toContain('Łucja Przykładowa');
    const slow = await worker.get(link);
    await order.submit({}, { form: '[aria-label="Przyjmujemy"]' });
    const late = await slow.submit({ rejectReason: 'noCapacity' }, { button: 'Odrzuć zlecenie' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('przyjęte');
    const delivered = await (
      await worker.get(app.at('/odpowiedz/zlecenie'))
    ).submit({ on: '2.03.2026', worker: 'Ewa' }, { button: 'Zapisz wykonanie' });
    expect(delivered.text).toContain('Zapisano: 1 wizyta');
  },
  patience,
);

test(
  'an old link says so and leads on',
  async () => {
    const clock = { now: Temporal.Instant.from('2026-03-02T09:00:00Z') };
    const app = await openApp({ clock: () => clock.now });
    const [waiting, running] = await prepare(app.world, async (scope) => [await anOrderPlaced(scope), await anOrderAccepted(scope)]);
    const links = (await prepare(app.world, (scope) => listLetters(scope.tx, { limit: 2 }))).map(
      (letter) => /https?:\/\/\S+/.exec(letter.body)?.[0] ?? '',
    );
    expect(waiting && running).toBeTruthy();
    const visitor = app.as('anonymous');
    await visitor.get(links[0] ?? '');
    clock.now = clock.now.add({ hours: 24 * 9 });
    const over = await app.as('anonymous').get(links[1] ?? '');
    expect(over.status).toBe(410);
    expect(over.text).not.toContain('Łucja');
    const old = await visitor.get(app.at('/odpowiedz/zlecenie'));
    expect(old.status).toBe(410);
    expect(old.text).not.toContain('Łucja');
    const renewed = await old.submit({}, { button: 'Wyślij nowy link' });
    expect(renewed.heading).toBe('Sprawdź pocztę');
    expect((await app.as('anonymous').get(await newestLink(app))).text).toContain('Łucja Przykładowa');
    const mistyped = await app.as('anonymous').get(app.at('/odpowiedz/nie-ma-takiego-linku'));
    expect(mistyped.status).toBe(404);
    expect(mistyped.text).toContain('poproś centrum o nowy link');
  },
  patience,
);

test(
  'nobody reaches orders of others',
  async () => {
    const app = await openApp();
    const order = await prepare(app.world, (scope) => anOrderPlaced(scope));
    const stranger = app.as('providerManager', { providerId: crypto.randomUUID() });
    const below = ['', '/zlecenie.pdf', `/wykonanie/${crypto.randomUUID()}`];
    for (const path of below) expect((await stranger.get(app.at(`/wykonawca/zlecenia/${order.orderId}${path}`))).status).toBe(404);
    expect((await stranger.get(app.at('/wykonawca'))).text).not.toContain('Łucja');
    for (const path of ['odpowiedz', 'stan', 'wykonanie']) {
      const body = new URLSearchParams({
        _key: crypto.randomUUID(),
        _version: '1',
        answer: 'accepted',
        to: 'accepted',
        on: '2.03.2026',
        quantity: '1',
        worker: 'X',
      });
      const answer = await stranger.send(app.at(`/wykonawca/zlecenia/${order.orderId}/${path}`), { method: 'POST', body });
      expect(answer.status).toBe(404);
    }
    const own = { providerId: order.providerId };
    expect((await app.as('providerManager', { ...own, centre: centreB }).get(app.at(`/wykonawca/zlecenia/${order.orderId}`))).status).toBe(
      403,
    );
    expect((await app.as('providerWorker', own).get(app.at(`/praca/zlecenia/${order.orderId}`))).status).toBe(403);
    const forged = app.as({ kind: 'orderLink', orderId: order.orderId, linkId: crypto.randomUUID() });
    expect((await forged.get(app.at('/odpowiedz/zlecenie'))).status).toBe(410);
  },
  patience,
);

test(
  'the organiser takes an order back, opens months again, and sends links anew',
  async () => {
    const app = await openApp();
    const order = await prepare(app.world, (scope) => anOrderAccepted(scope));
    const organiser = app.as('serviceOrganiser');
    const orderPage = await organiser.get(app.at(`/praca/zlecenia/${order.orderId}`));
    expect((await orderPage.submit({}, { form: '[aria-label="Wyślij link jeszcze raz"]' })).text).toContain('Wysłano nowy link');
    const noReason = await orderPage.submit({}, { form: '[aria-label="Odwołaj zlecenie"]' });
    expect(noReason.status).toBe(422);
    expect(noReason.text).toContain('Wybierz powód.');
    const cancelled = await noReason.submit({ cancelReason: 'planChanged' }, { button: 'Odwołaj zlecenie' });
    expect(cancelled.text).toContain('Zlecenie odwołane.');
    expect((await app.as('providerManager', order).get(app.at(`/wykonawca/zlecenia/${order.orderId}`))).status).toBe(404);
    const months = await organiser.get(app.at('/praca/zlecenia/miesiace'));
    expect(months.text).toContain('Nikt jeszcze nie zamknął miesiąca');
  },
  patience,
);
