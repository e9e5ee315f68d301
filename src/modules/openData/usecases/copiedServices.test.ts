import { beforeAll, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import { listServices, putService, serviceToHsds } from '#modules/catalogue/index.ts';
import { aService, aServiceRecord } from '#modules/catalogue/testing.ts';
import { importAtOnce } from '#modules/imports/index.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { asOwner, centreA, centreB } from '#tests/support/database.ts';
import { publishCatalogue } from './publish.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});

function inOne<T>(centre: Centre, work: (scope: CentreScope) => Promise<T>): Promise<T> {
  const { world } = app;
  return inCentre(world.database, centre.id, async (tx) => {
    const of = { world, tx, centre, actor: { kind: 'system', task: 'test' } as const, now: world.clock() };
    return work(makeScope({ ...of, lang: 'pl', door: 'test', requestId: 'test' }));
  });
}
const bring = (centre: Centre, name: string, text: string) =>
  inOne(centre, async (scope) => {
    const done = await importAtOnce(scope, {
      name,
      bytes: new TextEncoder().encode(text),
      skipBroken: false,
      isDryRun: false,
      asGuessed: true,
    });
    await publishCatalogue(scope);
    return done;
  });
const listed = async (path: string): Promise<{ id: string; name?: string }[]> => {
  const answer = await app.as('anonymous').send(`${path}?per_page=1000`, { headers: { accept: 'application/json' } });
  return ((await answer.json()) as { contents: { id: string; name?: string }[] }).contents;
};
const servicesOf = (centre: Centre) => inOne(centre, (scope) => listServices(scope));

const place = { name: 'Dom Sąsiedzki', street: 'ul. Przykładowa 1', postcode: '86-050', town: 'Jodłowo' };

test.each([
  ['whole', (object: Record<string, unknown>) => object],
  ['without our own part', ({ okienko: _, ...object }: Record<string, unknown>) => object],
])("another centre's export, %s, comes in under ids of its own, and the directory shows both", async (how, cut) => {
  const name = `Teleopieka ${how}`;
  const file = await inOne(centreA, async (scope) => {
    await aService(scope, name, { places: [place], provider: { name: `Fundacja ${how}`, kind: 'ngo' } });
    await publishCatalogue(scope);
    const services = (await listServices(scope)).filter((service) => service.name === name);
    return JSON.stringify(services.map((service) => cut(serviceToHsds(service) as Record<string, unknown>)));
  });
  const report = await bring(centreB, 'z-innego-centrum.json', file);
  expect(report).toMatchObject({ ok: true, value: { added: 1, problems: [] } });
  expect(report.ok && report.value.notes.map(({ note }) => note)).toContainEqual(expect.stringContaining('another centre has a service'));
  const ours = (await servicesOf(centreA)).find((service) => service.name === name);
  const theirs = (await servicesOf(centreB)).find((service) => service.name === name);
  expect(theirs?.id).not.toBe(ours?.id);
  expect(theirs?.externalId).toBe(ours?.id);
  for (const kind of ['services', 'organizations', 'locations', 'service_at_locations']) {
    const all = await listed(`/hsds/${kind}`);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBe((await listed(`/jodlowo/hsds/${kind}`)).length + (await listed(`/lipowo/hsds/${kind}`)).length);
  }
  // The same file again means the same service; so does the copy's own export, and the original still comes home.
  expect(await bring(centreB, 'jeszcze-raz.json', file)).toMatchObject({ ok: true, value: { added: 0, changed: 0, unchanged: 1 } });
  expect(await bring(centreA, 'u-siebie.json', file)).toMatchObject({ ok: true, value: { added: 0, changed: 0, unchanged: 1 } });
});

test.each([
  ['by a name', 'nazwa;opis\nKlub seniora;Spotkania\n'],
  ['by a number of its own', 'identyfikator;nazwa;opis\n17;Dowóz;Kierowca\n'],
  ['by an identifier', 'identyfikator;nazwa;opis\n0192f5a0-0000-4000-8000-0000000000c1;Pranie;Co tydzień\n'],
])('a table whose rows are known %s is brought in by two centres, each with services of its own', async (_, table) => {
  for (const centre of [centreA, centreB]) {
    expect(await bring(centre, 'tabela.csv', table)).toMatchObject({ ok: true, value: { added: 1 } });
    expect(await bring(centre, 'tabela.csv', table)).toMatchObject({ ok: true, value: { added: 0, changed: 0, unchanged: 1 } });
  }
  const all = await listed('/hsds/services');
  expect(all.length).toBe((await listed('/jodlowo/hsds/services')).length + (await listed('/lipowo/hsds/services')).length);
});

test('the database takes no id twice, whoever asks', async () => {
  const record = aServiceRecord('Tylko w jednym');
  const { id: taken } = record;
  await inOne(centreA, (scope) => putService(scope, record));
  await expect(inOne(centreB, (scope) => putService(scope, record))).rejects.toThrow('another centre has a service');
  await asOwner(async (client) => {
    const { rows } = await client.query('select holder_id from catalogue.identity where id = $1', [taken]);
    expect(rows).toEqual([{ holder_id: centreA.id }]);
  });
});
