import { expect, test } from 'vitest';
import { newId } from '#shared/uuid.ts';
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
  for (const value of ['0', '99999']) {
    const odd = await wrong.submit({ value, validFrom: '1 kwietnia 2026', source: 'Uchwała rady gminy' });
    expect(odd.status).toBe(422);
    expect(odd.text).toContain('Wpisz liczbę całkowitą od 1 do 3650');
  }
  const early = await wrong.submit({ value: '21', validFrom: '1.01.1990', source: 'Uchwała rady gminy' });
  expect(early.text).toContain('najwcześniej od 1 stycznia 2020');
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

test('of two administrators the second sees what was entered meanwhile, loses no word and may still go on', async () => {
  const app = await openApp();
  const address = app.at('/praca/prawo/referralLinkDays');
  const open = (userId: string) => app.as('centreAdministrator', { userId }).get(address);
  const [first, second, third] = [await open(newId()), await open(newId()), await open(newId())];
  const since = { validFrom: '1 maja 2026' };
  expect((await first.submit({ ...since, value: '5', source: 'Zarządzenie 7' })).status).toBe(200);
  const late = await second.submit({ ...since, value: '6', source: 'Zarządzenie 8', note: 'Po rozmowie' });
  expect(late.status).toBe(409);
  expect(late.findAll('.ok-conflict').map((each) => each.textContent)).toEqual(
    expect.arrayContaining([expect.stringContaining('Zarządzenie 7'), expect.stringContaining('Po rozmowie')]),
  );
  expect(late.find('form[action$="/zmien"] [name=note]').getAttribute('value')).toBe('Po rozmowie');
  // Whoever checked the old figure does not vouch for the new one.
  const unaware = await third.submit({ confirmSource: 'Statut centrum' }, { form: '[action$="/potwierdz"]' });
  expect(unaware.status).toBe(409);
  expect(unaware.find('[name=confirmSource]').getAttribute('value')).toBe('Statut centrum');
  expect((await late.submit({}, { form: '[action$="/zmien"]' })).text).toContain('Zmiana zapisana');
});

test('a change that was typed and not sent is there when its author comes back', async () => {
  const app = await openApp();
  const admin = app.as('centreAdministrator', { userId: newId() });
  const address = app.at('/praca/prawo/planContents');
  const kept = await admin.send(`${address}/zmien/szkic`, {
    method: 'POST',
    body: new URLSearchParams({ value: 'Cele\nDziałania\nPodpisy', _key: newId(), _version: '0' }),
  });
  expect(kept.status).toBe(204);
  expect((await admin.get(address)).find('textarea[name=value]').textContent).toContain('Podpisy');
});
