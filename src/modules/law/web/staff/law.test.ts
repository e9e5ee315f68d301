import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { centreA, centreB } from '#tests/support/database.ts';
import { openApp } from '#tests/support/app.ts';
import { lawOn } from '../../index.ts';

const planDueDays = (world: World, centre: Centre, day: string) =>
  inCentre(world.database, centre.id, async (tx) => {
    const scope = makeScope({
      world,
      tx,
      centre,
      actor: { kind: 'system', task: 'test' },
      now: world.clock(),
      lang: 'pl',
      door: 'test',
      requestId: 'test',
    });
    return (await lawOn(scope, Temporal.PlainDate.from(day))).values.planDueDays;
  });

test('the administrator changes a deadline from a day on, in this centre only', async () => {
  const app = await openApp();
  const admin = app.as('centreAdministrator');
  const list = await admin.get(app.at('/praca/prawo'));
  expect(list.text).toContain('niezweryfikowane');
  const entry = await admin.get(app.at('/praca/prawo/planDueDays'));
  const wrong = await entry.submit({ value: 'dużo', validFrom: '31 lutego 2026', source: '' });
  expect(wrong.status).toBe(422);
  expect(wrong.find('[name=value]').getAttribute('value')).toBe('dużo');
  const done = await wrong.submit({ value: '21', validFrom: '1 kwietnia 2026', source: 'Uchwała rady gminy' });
  expect(done.status).toBe(200);
  expect(done.text).toContain('Osoba Testowa (centreAdministrator) zmienia na 21 dni');
  expect(await planDueDays(app.world, centreA, '2026-03-31')).toBe(30);
  expect(await planDueDays(app.world, centreA, '2026-04-01')).toBe(21);
  expect(await planDueDays(app.world, centreB, '2026-04-01')).toBe(30);
});

test('a confirmation takes the tag away', async () => {
  const app = await openApp();
  const admin = app.as('centreAdministrator');
  const entry = await admin.get(app.at('/praca/prawo/planContents'));
  expect(entry.text).toContain('niezweryfikowane');
  const done = await entry.submit({ confirmSource: 'Dz.U. 2019 poz. 1818' });
  expect(done.text).not.toContain('niezweryfikowane');
});

test('others may look or not even that', async () => {
  const app = await openApp();
  const seen = await app.as('director').get(app.at('/praca/prawo/planDueDays'));
  expect(seen.has('form[action$="/zmien"]')).toBe(false);
  const forced = await app
    .as('director')
    .send(app.at('/praca/prawo/planDueDays/zmien'), { method: 'POST', body: new URLSearchParams({ value: '1' }) });
  expect(forced.status).toBe(403);
  expect((await app.as('providerManager').get(app.at('/praca/prawo'))).status).toBe(403);
  expect((await app.as('centreAdministrator').get(app.at('/praca/prawo/nie-ma'))).status).toBe(404);
});
