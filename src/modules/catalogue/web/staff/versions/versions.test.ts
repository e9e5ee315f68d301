import { expect, test } from 'vitest';
import { addService, changeService, type CardChange } from '../../../usecases/editService.ts';
import { getService, putServices } from '../../../usecases/services.ts';
import { listServiceVersions, restoreVersion } from '../../../usecases/serviceVersions.ts';
import { readCard } from '../serviceEditor/form.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp } from '#tests/support/app.ts';
import { asOwner, centreA, inTestCentre } from '#tests/support/database.ts';
import { FormFields, type CentreScope } from '#platform/http/index.ts';
import { newId } from '#shared/uuid.ts';

const organiser = { actor: userWithRole('serviceOrganiser') };
const cardOf = (typed: Record<string, string | string[]>): CardChange => {
  const read = readCard(FormFields.from({ areas: ['4'], status: 'active', ...typed }));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
};
const versionsOf = async (scope: CentreScope, id: string) => (await listServiceVersions(scope, id, { limit: 10 })).versions;
const save = { button: 'Zapisz kartę' } as const;

test('each write leaves a version: who, by what, and what it said', () =>
  inTestCentre(async (scope) => {
    const { id } = await addService(scope, cardOf({ name: 'Klub', scope: 'Pierwszy opis' }));
    await changeService(scope, id, 1, cardOf({ name: 'Klub', scope: 'Drugi opis' }));
    const current = await getService(scope, id);
    await putServices(scope, [aServiceRecord('Klub', { id, slug: current.slug, scope: 'Z pliku' })]);
    const versions = await versionsOf(scope, id);
    expect(versions.map(({ number, way, authorName, service }) => [number, way, authorName, service.scope])).toEqual([
      [3, 'import', 'Osoba Testowa (serviceOrganiser)', 'Z pliku'],
      [2, 'editor', 'Osoba Testowa (serviceOrganiser)', 'Drugi opis'],
      [1, 'editor', 'Osoba Testowa (serviceOrganiser)', 'Pierwszy opis'],
    ]);
    // The same file again is no write.
    await putServices(scope, [aServiceRecord('Klub', { id, slug: current.slug, scope: 'Z pliku' })]);
    expect(await versionsOf(scope, id)).toHaveLength(3);
  }, organiser));

test('ticks know no order: the leading area stays first, and nothing else seems changed', () =>
  inTestCentre(async (scope) => {
    const id = newId();
    await putServices(scope, [aServiceRecord('Warsztaty', { id, areas: [11, 4], targetGroups: ['SENIORS', 'ADULTS'] })]);
    await changeService(scope, id, 1, cardOf({ name: 'Warsztaty', areas: ['4', '11', '5'], targetGroups: ['ADULTS', 'SENIORS'] }));
    expect(await getService(scope, id)).toMatchObject({ areas: [11, 4, 5], targetGroups: ['SENIORS', 'ADULTS'] });
  }, organiser));

test('a restored version is a new one; whoever decided on an older card is told', () =>
  inTestCentre(async (scope) => {
    const { id } = await addService(scope, cardOf({ name: 'Świetlica', phone: '52 000 00 00', placeName: 'Sala', placeTown: 'Solec' }));
    const first = await getService(scope, id);
    await changeService(scope, id, 1, cardOf({ name: 'Świetlica nowa', provider: 'Fundacja Wzór' }));
    expect(await restoreVersion(scope, id, 1, 1)).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile' } });
    expect(await restoreVersion(scope, id, 1, 2)).toMatchObject({ ok: true });
    const restored = await getService(scope, id);
    expect([restored.name, restored.version, restored.provider, restored.contact.phone]).toEqual(['Świetlica', 3, null, '52 000 00 00']);
    expect(restored.places).toEqual(first.places);
    expect((await versionsOf(scope, id))[0]).toMatchObject({ number: 3, way: 'restore', restored: 1 });
    expect(await restoreVersion(scope, id, 1, 3)).toMatchObject({ ok: false, refusal: { code: 'same-as-now' } });
    await expect(restoreVersion(scope, id, 99, 3)).rejects.toThrow('version');
    await expect(restoreVersion(scope, newId(), 1, 1)).rejects.toThrow('service');
  }, organiser));

test('nobody changes or removes a version', async () => {
  const app = await openApp();
  await app.as('serviceOrganiser').get(app.at('/praca/uslugi'));
  for (const statement of ['update catalogue.service_version set way = way', 'delete from catalogue.service_version']) {
    const tried = asOwner(async (client) => {
      await client.query('begin');
      await client.query(`set local okienko.centre_id = '${centreA.id}'`);
      await client.query('set local role okienko_app');
      try {
        await client.query(statement);
      } finally {
        await client.query('rollback');
      }
    });
    await expect(tried).rejects.toThrow('permission denied');
  }
});

test('an organiser sees who changed what, compares and restores', async () => {
  const app = await openApp();
  const form = await app.as('serviceOrganiser').get(app.at('/praca/uslugi/nowa'));
  const added = await form.submit({ name: 'Zajęcia ruchowe', areas: ['5'], status: 'active', scope: 'Raz w tygodniu.' }, save);
  const changed = await added.submit({ scope: 'Dwa razy w tygodniu.', phone: '52 111 22 33' }, save);
  const list = await changed.follow('Wersje');
  for (const words of ['Osoba Testowa (serviceOrganiser)', 'zapis karty', 'Zakres, Telefon', 'pierwsza znana wersja', 'obecna'])
    expect(list.text).toContain(words);
  const difference = await list.follow('Porównaj z poprzednią');
  expect(difference.findAll('del')[0]?.textContent).toContain('Raz');
  expect(difference.findAll('ins')[0]?.textContent).toContain('Dwa razy');
  expect(difference.text).toContain('52 111 22 33');
  const stale = await list.follow('Porównaj z poprzednią');
  const restored = await difference.submit({}, { form: /przywroc/ });
  expect(restored.text).toContain('przywrócenie wersji 1');
  const refused = await stale.submit({}, { form: /przywroc/ });
  expect([refused.status, refused.text.includes('zdecyduj jeszcze raz')]).toEqual([409, true]);
  const card = await restored.follow('Karta');
  expect(card.find('textarea[name=scope]').textContent).toBe('Raz w tygodniu.');
  const missing = await app.as('serviceOrganiser').send(`${list.path}/porownanie?z=1&do=77`);
  expect(missing.status).toBe(404);
});
