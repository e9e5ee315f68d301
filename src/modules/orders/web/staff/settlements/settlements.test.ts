import { beforeAll, expect, test } from 'vitest';
import { getValue } from '#shared/result.ts';
import { testPerson } from '#modules/cases/testing.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { prepare } from '#tests/support/prepare.ts';
import { aDelivery, anOrderAccepted, asProvider, type PlacedOrder } from '../../../testing.ts';
import { recordDelivered } from '../../../usecases/deliveries.ts';

let app: TestApp;
let order: PlacedOrder;
beforeAll(async () => {
  app = await openApp();
  order = await prepare(app.world, { kind: 'system', task: 'test' }, async (scope) => {
    const placed = await anOrderAccepted(scope, { provider: 'Fundacja Ławka' });
    const on = scope.today.subtract({ months: 1 });
    getValue(await recordDelivered(asProvider(scope, placed.providerId), placed.orderId, aDelivery(scope, { on, quantity: 2 })));
    return placed;
  });
});

test('the accountant comes from the month to the provider and takes the figures along, and nobody is named', async () => {
  const accountant = app.as('accountant');
  const month = await accountant.get(app.at('/praca/rozliczenia'));
  expect(month.text).toContain('luty 2026');
  expect(month.text).toContain('2 wizyty');
  expect(month.text).toContain('jeszcze nie zamknięty');
  const provider = await month.follow('Fundacja Ławka');
  expect(provider.text).toMatch(/Z\/\d+\/2026/);
  const sheet = await (await accountant.send(app.at('/praca/rozliczenia.csv?miesiac=2026-02'))).text();
  expect(sheet).toMatch(/2026-02;Fundacja Ławka;Z\/\d+\/2026;Opieka w domu;wizyta;2;0;1;0;/);
  for (const text of [month.text, provider.text, sheet]) {
    expect(text).not.toContain(testPerson.familyName);
  }
});

test('an empty month, an unknown provider and a month that is none', async () => {
  const accountant = app.as('accountant');
  expect((await accountant.get(app.at('/praca/rozliczenia?miesiac=2020-01'))).text).toContain('nikt nic nie wpisał');
  expect((await accountant.get(app.at('/praca/rozliczenia?miesiac=2026-13'))).text).toContain('luty 2026');
  expect((await accountant.get(app.at('/praca/rozliczenia/nic'))).status).toBe(404);
  expect((await accountant.get(app.at(`/praca/rozliczenia/${crypto.randomUUID()}`))).status).toBe(404);
  expect((await accountant.get(app.at(`/praca/rozliczenia/${order.providerId}?po=zle`))).status).toBe(400);
});
