import { expect, test } from 'vitest';
import { getService, getServices, listChangesOf, listLocations, putService } from '#modules/catalogue/index.ts';
import { aService, aServiceRecord } from '#modules/catalogue/testing.ts';
import { openApp } from '#tests/support/app.ts';
import { inTestCentre } from '#tests/support/database.ts';

const save = { button: 'Zapisz miejsce' } as const;

test('a place is described once and shown on the card of its service', async () => {
  const app = await openApp();
  const organiser = app.as('serviceOrganiser');
  const form = await organiser.get(app.at('/praca/uslugi/nowa'));
  const service = await form.submit(
    { name: 'Klub przy parku', areas: ['4'], status: 'active', placeName: 'Dom przy parku', placeTown: 'Solec Kujawski' },
    { button: 'Zapisz kartę' },
  );
  const list = await (await organiser.get(app.at('/praca/uslugi'))).follow('Miejsca i ich dostępność');
  const place = await list.follow('Dom przy parku');
  const wrong = await place.submit({ latitude: '18,2249', longitude: '53,0852', postcode: '8605' }, save);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('pięć cyfr');
  const outside = await wrong.submit({ postcode: '86-050' }, save);
  expect(outside.text).toContain('poza Polską');
  const saved = await outside.submit(
    { latitude: '53,0852', longitude: '18,2249', features: ['wheelchair'], otherFeatures: 'wąskie schody na piętro' },
    save,
  );
  expect(saved.text).toContain('Zapisano miejsce.');
  const card = await service.follow('Zobacz kartę tak jak mieszkaniec');
  for (const words of ['dla osób na wózku', 'wąskie schody', 'Dom przy parku, 86-050 Solec Kujawski']) expect(card.text).toContain(words);
});

test('services share a place by its name and address; its change gives them a new revision and is told', () =>
  inTestCentre(async (scope) => {
    const places = [{ name: 'Wspólna sala', street: 'ul. Wzorowa 2', postcode: '86-050', town: 'Solec' }];
    const ids = [await aService(scope, 'Pierwsza w sali', { places }), await aService(scope, 'Druga w sali', { places })];
    const place = (await listLocations(scope, { limit: 100 })).find(({ name }) => name === 'Wspólna sala');
    const before = await getService(scope, ids[0] ?? '');
    expect([...(await getServices(scope, ids)).values()].map((service) => service.places[0]?.id)).toEqual([place?.id, place?.id]);
    const moved = { id: place?.id, ...places[0], street: 'ul. Nowa 5' };
    await putService(scope, aServiceRecord('Trzecia w sali', { places: [moved] }));
    const after = await getService(scope, ids[0] ?? '');
    expect([after.places[0]?.street, after.revision > before.revision, after.version]).toEqual(['ul. Nowa 5', true, before.version]);
    const changes = (await listChangesOf(scope, [place?.id ?? ''])).get(place?.id ?? '');
    expect(changes?.map(({ fieldName, previousValue, replacementValue }) => [fieldName, previousValue, replacementValue])).toEqual([
      ['street', 'ul. Wzorowa 2', 'ul. Nowa 5'],
    ]);
  }));

test('of two who describe one place the second sees both texts; unsent text comes back', async () => {
  const app = await openApp();
  const organiser = app.as('serviceOrganiser');
  const form = await organiser.get(app.at('/praca/uslugi/nowa'));
  await form.submit({ name: 'Klub nad stawem', areas: ['4'], placeName: 'Dom nad stawem' }, { button: 'Zapisz kartę' });
  const mine = await (await organiser.get(app.at('/praca/miejsca'))).follow('Dom nad stawem');
  const version = mine.find('input[name=_version]').getAttribute('value') ?? '';
  await organiser.post(
    `${mine.path}/szkic`,
    new URLSearchParams({ name: 'Dom nad stawem', transportation: 'Autobus 5', _version: version }),
  );
  const theirs = await app.as('centreAdministrator').get(mine.path);
  expect(theirs.body).not.toContain('Autobus 5');
  await theirs.submit({ transportation: 'Autobus 7' }, save);
  const conflict = await (await organiser.get(mine.path)).submit({ transportation: 'Autobus 5' }, save);
  expect([conflict.status, conflict.text.includes('Autobus 7')]).toEqual([409, true]);
  expect((await conflict.submit({}, save)).find('textarea[name=transportation]').textContent).toContain('Autobus 5');
});
