import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';

const form = (headers: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams({ x: '1' }), headers });

test('a form counts as ours by the address it was read at or the public one, and no other', async () => {
  const app = await openApp();
  const stranger = app.as('anonymous');
  const path = app.at('/moja-sprawa/zakoncz');
  const old = { 'sec-fetch-site': '' };
  const own = new URL(app.world.publicUrl).origin;
  expect((await stranger.send(path, form({ ...old, origin: own }))).status).toBe(303);
  // Behind a proxy the program hears another address than the browser shows.
  const behind = new URL(path, 'http://10.0.0.7:3000').href;
  expect((await stranger.send(behind, form({ ...old, origin: own }))).status).toBe(303);
  expect((await stranger.send(behind, form({ ...old, origin: 'https://elsewhere.example' }))).status).toBe(400);
  expect((await stranger.send(path, form({ ...old, origin: 'null' }))).status).toBe(400);
});

test('a page that is closed to somebody is kept nowhere, and leads them back to their own work', async () => {
  const app = await openApp();
  const homes = [
    ['accountant', '/praca'],
    ['providerWorker', '/wykonawca'],
    ['resident', ''],
  ] as const;
  for (const [role, home] of homes) {
    const page = await app.as(role).get(app.at('/praca/sprawy'));
    expect(page.status).toBe(403);
    expect(page.response.headers.get('cache-control')).toBe('no-store');
    expect(
      page.findAll('main a').map((link) => link.getAttribute('href')),
      role,
    ).toContain(home === '' ? app.at('/') : app.at(home));
  }
});

test('no link of a page leads people to work that is not theirs', async () => {
  const app = await openApp();
  const linksOf = async (role: 'providerManager' | 'resident' | 'director' | 'communityOrganiser', path: string) =>
    (await app.as(role).get(app.at(path))).findAll('a[href]').map((link) => link.getAttribute('href'));
  expect(await linksOf('providerManager', '/uslugi')).toContain(app.at('/wykonawca'));
  expect(await linksOf('providerManager', '/uslugi')).not.toContain(app.at('/praca'));
  expect(await linksOf('resident', '/uslugi')).not.toContain(app.at('/praca'));
  expect(await linksOf('director', '/uslugi')).toContain(app.at('/praca'));
  expect(await linksOf('director', '/praca/sprawy')).not.toContain(app.at('/praca/zgloszenia/nowe'));
  expect(await linksOf('communityOrganiser', '/praca')).toContain(app.at('/praca/zgloszenia/potrzeba'));
});

test('a slash too many leads to the same place, whatever host is named', async () => {
  const app = await openApp();
  const stranger = app.as('anonymous');
  const locationOf = async (address: string) => (await stranger.send(address)).headers.get('location');
  expect(await locationOf(app.at('/uslugi/?q=pomoc'))).toBe(`${app.at('/uslugi')}?q=pomoc`);
  expect(await locationOf(new URL(app.at('/uslugi/'), 'http://elsewhere.example').href)).toBe(app.at('/uslugi'));
  expect(await locationOf(`${app.world.publicUrl}//elsewhere.example/`)).toBeNull();
});
