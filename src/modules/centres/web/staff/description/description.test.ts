import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { findCentre } from '#platform/http/index.ts';
import { createCentre } from '../../../index.ts';

/** A centre that is no demonstration. */
async function realCentre(slug: string) {
  const app = await openApp({ isDemo: false });
  expect((await createCentre(app.world, { slug, name: `Centrum ${slug}`, teryt: '0417042' })).ok).toBe(true);
  const centre = await findCentre(app.world.database, slug);
  if (!centre) throw new Error('not open');
  const eventsOf = () =>
    asOwner(async (client) => {
      await client.query(`set okienko.centre_id = '${centre.id}'`);
      const sql = `select detail from audit.entry where event = 'centres.centre.described' order by id`;
      return (await client.query<{ detail: unknown }>(sql)).rows.map(({ detail }) => detail);
    });
  return { app, centre, path: `/${slug}/praca/centrum`, eventsOf };
}

test('an administrator tells how the centre is reached; residents see it, mistakes and repeated villages are told', async () => {
  const { app, centre, path, eventsOf } = await realCentre('pluznica');
  const admin = app.as('centreAdministrator', { centre });
  const form = await (await admin.get(`/${centre.slug}/praca`)).follow('Dane centrum');
  const wrong = await form.submit({ phone: 'po południu', email: 'cus(at)example.org', hours: 'codziennie', localities: '123\nWymysłowo' });
  expect(wrong.status).toBe(422);
  for (const said of ['Wpisz cyfry', 'Wpisz jeden, na przykład', 'Wpisz dni i godziny', '„123”', 'po południu'])
    expect(wrong.body).toContain(said);
  const saved = await wrong.submit({
    phone: '52 123 45 67 lub 600 100 200',
    email: 'cus@example.org',
    address: 'ul. Wymyślona 1, Płużnica',
    hours: 'wtorek 8–16',
    website: 'cus.example.org',
    localities: 'Wymysłowo, wymysłowo\nZmyślona',
  });
  expect(saved.text).toContain('Dane centrum zapisane');
  expect(saved.text).toContain('były na liście więcej niż raz, zostały po jednym razie: Wymysłowo.');
  const home = await app.as('anonymous').get(`/${centre.slug}`);
  for (const said of ['tel:+48521234567', 'tel:+48600100200', 'ul. Wymyślona 1', 'wtorek 8–16', 'href="https://cus.example.org"'])
    expect(home.body).toContain(said);
  const near = await app.as('anonymous').get(`/${centre.slug}/uslugi?blisko=Zmy%C5%9Blona`);
  expect(near.text).not.toContain('Nie znamy miejsca');
  // Sent again as it stands, it changes nothing and leaves no trace.
  expect((await saved.submit({})).text).toContain('Nic się nie zmieniło.');
  expect(await eventsOf()).toEqual([{ fields: ['phone', 'email', 'address', 'hours', 'website', 'localities'] }]);
  const director = await app.as('director', { centre }).get(path);
  expect(director.text).toContain('Zmienia je administrator centrum.');
  expect(director.body).not.toContain('Zapisz dane centrum');
  expect((await app.as('frontDesk', { centre }).get(path)).status).toBe(403);
});

test('whoever saves second sees both texts and keeps their own; the same sending twice is done once', async () => {
  const { app, centre, path, eventsOf } = await realCentre('drugie');
  const [first, second] = [app.as('centreAdministrator', { centre }), app.as('centreAdministrator', { centre })];
  const [mine, theirs] = [await first.get(path), await second.get(path)];
  await theirs.submit({ phone: '52 111 11 11' });
  await theirs.submit({ phone: '52 111 11 11' });
  expect(await eventsOf()).toHaveLength(1);
  const conflict = await mine.submit({ phone: '52 222 22 22', localities: 'Wymysłowo' });
  expect(conflict.status).toBe(409);
  for (const said of ['52 111 11 11', 'Telefony', 'Wymysłowo']) expect(conflict.text).toContain(said);
  expect(conflict.body).toContain('value="52 222 22 22"');
  expect((await conflict.submit({})).text).toContain('52 222 22 22');
  expect(await eventsOf()).toHaveLength(2);
});

test('in a demonstration villages can be told, ways to reach somebody cannot', async () => {
  const app = await openApp();
  const admin = app.as('centreAdministrator');
  const form = await admin.get(app.at('/praca/centrum'));
  const refused = await form.submit({ phone: '52 123 45 67', localities: 'Wymysłowo' });
  expect([refused.status, refused.text.includes('sposobów kontaktu nie zapiszemy')]).toEqual([422, true]);
  expect((await refused.submit({ phone: '' })).text).toContain('Dane centrum zapisane');
  const own = await asOwner(async (client) => {
    const { rows } = await client.query<{ own: unknown }>(`select facts -> 'own' as own from centres.centre where id = '${centreA.id}'`);
    return rows[0]?.own;
  });
  expect(own).toEqual({ localities: ['Wymysłowo'] });
});
