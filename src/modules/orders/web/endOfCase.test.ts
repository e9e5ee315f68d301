import { beforeAll, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { formatShortDate } from '#shared/polishDate.ts';
import { getValue } from '#shared/result.ts';
import { getCase } from '#modules/cases/index.ts';
import { centreA } from '#tests/support/database.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { aDelivery, anOrderAccepted, asProvider, rowOf } from '../testing.ts';
import { recordDelivered } from '../usecases/deliveries.ts';
import { orderFactsOf } from '../usecases/orderFile.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});

const committed = <T>(work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(app.world.database, centreA.id, (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    return work(
      makeScope({ world: app.world, tx, centre: centreA, actor, now: app.world.clock(), lang: 'pl', door: 'test', requestId: 'test' }),
    );
  });

/** A case whose order runs: one visit was delivered today. */
const aServedCase = () =>
  committed(async (scope) => {
    const order = await anOrderAccepted(scope);
    getValue(await recordDelivered(asProvider(scope, order.providerId), order.orderId, aDelivery(scope)));
    return { ...order, today: scope.today, number: (await rowOf(scope, order.orderId)).number };
  });
const ownPage = (caseId: string) => app.as({ kind: 'caseHolder', caseId }).get(app.at('/moja-sprawa/przebieg'));
const openForm = (caseId: string) => app.as('planCoordinator').get(app.at(`/praca/sprawy/${caseId}/zakonczenie`));

test('whoever may not take orders back is told who must end them, before and instead of a promise', async () => {
  const served = await aServedCase();
  const form = await openForm(served.caseId);
  expect(form.text).toContain('najpierw trzeba zakończyć zlecenia');
  const checked = await form.submit({ powod: 'done', dzien: formatShortDate(served.today) }, { button: 'Sprawdź, co z tego wynika' });
  expect(checked.status).toBe(422);
  expect(checked.text).not.toContain('odwołane');
  expect(checked.text).toContain('Tak zakończyć teraz nie można');
  expect(checked.text).toContain('odwołuje organizator usług');
  expect(checked.findAll('main form button').map((each) => each.textContent)).not.toContain('Zamknij sprawę');
  const order = await checked.follow('Zlecenie: Opieka w domu');
  expect(order.text).toContain(served.number);
});

test('the case knows what was delivered of each service', async () => {
  const served = await aServedCase();
  const { delivered } = await committed((scope) => orderFactsOf(scope, served.caseId));
  expect(delivered).toMatchObject([{ serviceId: served.serviceId, quantity: 1 }]);
});

test('an ending that takes orders back promises it and does it', async () => {
  const served = await aServedCase();
  const typed = { powod: 'moved', dzien: formatShortDate(served.today) };
  const checked = await (await openForm(served.caseId)).submit(typed, { button: 'Sprawdź, co z tego wynika' });
  expect(checked.text).toContain('zostanie odwołane 1 otwarte zlecenie');
  expect((await checked.submit({ wiem: 'tak' }, { button: 'Zamknij sprawę' })).text).toContain('Sprawę zamknięto');
  expect((await committed((scope) => rowOf(scope, served.orderId))).status).toBe('cancelled');
  const mine = await ownPage(served.caseId);
  expect(mine.text).toContain('Sprawa jest zakończona, więc tej usługi już w niej nie ma');
  expect(mine.text).toContain('Sprawa jest zakończona. Jeśli pomoc znów będzie potrzebna');
  expect(mine.text).not.toMatch(/nie musisz nic robić|i obowiązuje|Możesz korzystać z tej usługi/);
});

test('a consent to one ending closes the case by no other, nor on another day', async () => {
  const served = await aServedCase();
  const typed = { powod: 'withdrawn', dzien: formatShortDate(served.today) };
  const checked = await (await openForm(served.caseId)).submit(typed, { button: 'Sprawdź, co z tego wynika' });
  const slip = await checked.submit({ powod: 'died', wiem: 'tak' }, { button: 'Zamknij sprawę' });
  expect(slip.status).toBe(422);
  expect(slip.text).toContain('Zmieniono powód albo dzień zakończenia');
  expect(slip.text).toContain('Co się stanie po zamknięciu: mieszkaniec zmarł');
  expect(slip.find('input[name="wiem"]').hasAttribute('checked')).toBe(false);
  const tomorrow = formatShortDate(served.today.add({ days: 1 }));
  expect((await slip.submit({ dzien: tomorrow, wiem: 'tak' }, { button: 'Zamknij sprawę' })).status).toBe(422);
  const unticked = await slip.submit({}, { button: 'Zamknij sprawę' });
  expect(unticked.status).toBe(422);
  expect((await committed((scope) => getCase(scope, served.caseId))).state.closing).toBeNull();
  expect((await slip.submit({ wiem: 'tak' }, { button: 'Zamknij sprawę' })).text).toContain('Sprawę zamknięto');
  expect((await committed((scope) => getCase(scope, served.caseId))).state.closing?.ending).toBe('died');
  // The family may still have the code: nothing speaks to the person, or of what they could use.
  const page = await ownPage(served.caseId);
  expect(page.text).toContain('wyrazy współczucia');
  expect(page.text).not.toMatch(/nie musisz|Możesz korzystać|zakwalifikowano|Moja sprawa|Twoj/);
});

test('a day before the request or before the last delivery is refused in words, and closes nothing', async () => {
  const served = await aServedCase();
  const form = await openForm(served.caseId);
  const checked = await form.submit({ powod: 'moved', dzien: '1.01.2020' }, { button: 'Sprawdź, co z tego wynika' });
  expect(checked.status).toBe(422);
  expect(checked.text).toContain('Sprawa nie może skończyć się przed zgłoszeniem');
  expect(checked.text).toContain('zapisano wykonaną usługę');
  expect(checked.text).not.toContain('opłaty ustaną');
  const mended = await checked.submit({ dzien: formatShortDate(served.today) }, { button: 'Sprawdź, co z tego wynika' });
  const forced = await mended.submit({ dzien: '1.01.2020', wiem: 'tak' }, { button: 'Zamknij sprawę' });
  expect(forced.status).toBe(422);
  expect((await committed((scope) => getCase(scope, served.caseId))).state.closing).toBeNull();
});
