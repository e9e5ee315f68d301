import { expect, test } from 'vitest';
import { asOwner, centreA, centreB, testDatabase } from '#tests/support/database.ts';
import { openApp } from '#tests/support/app.ts';
import { authenticate } from '#modules/accounts/index.ts';
import { accountsOf } from '../../auth/openAccounts.ts';
import { aUser, testPassword } from '../../testing.ts';
import type { World } from '#platform/world.ts';

const open = () => openApp({ clock: () => Temporal.Now.instant() });
const whoIs = async (world: World, cookie: string, centre = centreA) =>
  world.authenticate(new Request('http://localhost/', { headers: { cookie: `okienko.session_token=${cookie}` } }), centre);

test('the right password opens a session with the roles of that centre only', async () => {
  const app = await open();
  await aUser(app.world, { email: 'irena@example.org', role: 'planCoordinator', centre: centreA });
  const visitor = app.as('anonymous');
  const page = await visitor.get(app.at('/logowanie?powrot=/jodlowo/tam'));
  const after = await page.submit({ email: ' Irena@Example.org ', password: testPassword });
  expect(after.path).toBe('/jodlowo/tam');
  const cookie = visitor.cookie('okienko.session_token') ?? '';
  expect(await whoIs(app.world, cookie)).toMatchObject({ kind: 'user', name: 'Irena Testowa', roles: ['planCoordinator'], isStrong: true });
  expect(await whoIs(app.world, cookie, centreB)).toMatchObject({ kind: 'user', roles: [] });
  expect(await whoIs(app.world, `${cookie.slice(0, -3)}abc`)).toEqual({ kind: 'anonymous' });
});

test('a wrong password and an unknown address get the same words', async () => {
  const app = await open();
  await aUser(app.world, { email: 'jan@example.org', centre: centreA });
  const words = async (email: string) => {
    const page = await app.as('anonymous').get(app.at('/logowanie'));
    const again = await page.submit({ email, password: 'nie to hasło wcale' });
    expect(again.status).toBe(422);
    expect(again.find('input[name=email]').getAttribute('value')).toBe(email);
    expect(again.body).not.toContain('nie to hasło wcale');
    return again.text;
  };
  expect(await words('jan@example.org')).toBe(await words('nikt@example.org'));
  const refused = await asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (await client.query(`select count(*)::int as n from audit.entry where event = 'accounts.session.refused'`)).rows[0];
  });
  expect(refused).toEqual({ n: 2 });
});

test('five wrong answers lock the address, the right password included, and nobody else', async () => {
  const app = await open();
  await aUser(app.world, { email: 'ola@example.org', centre: centreA });
  const submit = async (email: string, password: string) =>
    (await app.as('anonymous').get(app.at('/logowanie'))).submit({ email, password });
  for (let n = 0; n < 5; n++) expect((await submit('ola@example.org', `zgaduję ${n} raz z rzędu`)).status).toBe(422);
  const locked = await submit('ola@example.org', testPassword);
  expect(locked.status).toBe(429);
  expect(locked.text).toMatch(/poczekaj 15 min/);
  await aUser(app.world, { email: 'ewa@example.org', centre: centreA });
  expect((await submit('ewa@example.org', testPassword)).redirects).toHaveLength(1);
});

test('staff without a second factor are weak outside a demonstration', async () => {
  const app = await open();
  await aUser(app.world, { email: 'slaba@example.org', role: 'director', centre: centreA });
  const visitor = app.as('anonymous');
  await (await visitor.get(app.at('/logowanie'))).submit({ email: 'slaba@example.org', password: testPassword });
  const { database } = await testDatabase();
  const request = new Request('http://localhost/', {
    headers: { cookie: `okienko.session_token=${visitor.cookie('okienko.session_token') ?? ''}` },
  });
  expect(await authenticate({ accounts: accountsOf(app.world), database, isDemo: false }, request, centreA)).toMatchObject({
    isStrong: false,
  });
});

test('the way back never leaves this site', async () => {
  const app = await open();
  await aUser(app.world, { email: 'tam@example.org', centre: centreA });
  const visitor = app.as('anonymous');
  const body = new URLSearchParams({ email: 'tam@example.org', password: testPassword, powrot: '//evil.example/' });
  const response = await visitor.send(app.at('/logowanie'), { method: 'POST', body });
  expect(response.headers.get('location')).toBe('/jodlowo/konto');
});

test('the rest of the program cannot read passwords, and sees only people of its centre', async () => {
  const app = await open();
  await aUser(app.world, { email: 'obca@example.org', name: 'Osoba Obca', role: 'director', centre: centreB });
  const { appUrl } = await testDatabase();
  const { default: pg } = await import('pg');
  const client = new pg.Client(appUrl);
  await client.connect();
  try {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    const { rows } = await client.query<{ name: string }>('select name from accounts."user" where name = \'Osoba Obca\'');
    expect(rows).toEqual([]);
    await expect(client.query('select password from accounts.account')).rejects.toThrow(/permission denied/);
    await expect(client.query('select token from accounts.session')).rejects.toThrow(/permission denied/);
  } finally {
    await client.end();
  }
});
