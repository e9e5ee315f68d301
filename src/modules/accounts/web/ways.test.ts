import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { asOwner, centreA } from '#tests/support/database.ts';
import { openApp, type TestApp, type Visitor } from '#tests/support/app.ts';
import { aUser, testPassword } from '../testing.ts';

// Outside a demonstration a worker needs a code; the demonstration's mail is read from the table.
const open = () => openApp({ clock: () => Temporal.Now.instant(), isDemo: false });
async function lastLink(email: string): Promise<string> {
  return asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    const { rows } = await client.query<{ body: string }>(
      'select body from platform.letter where to_address = $1 order by id desc limit 1',
      [email],
    );
    return /http:\/\/localhost(\/\S+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
  });
}
const countLetters = (email: string) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (await client.query<{ n: number }>('select count(*)::int as n from platform.letter where to_address = $1', [email])).rows[0]?.n;
  });
async function signIn(
  app: TestApp,
  email: string,
  password = testPassword,
  path = '/logowanie',
): Promise<{ visitor: Visitor; page: Awaited<ReturnType<Visitor['get']>> }> {
  const visitor = app.as('anonymous');
  return { visitor, page: await (await visitor.get(app.at(path))).submit({ email, password }) };
}
/** The code of RFC 6238 for a key as the page shows it. */
function codeOf(key: string, at = Date.now()): string {
  const bits = [...key.replace(/[\s=]/g, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((each) => Number.parseInt(each, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', bytes).update(counter).digest();
  return String((hash.readUInt32BE((hash[19] ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('a link from a letter signs in once; strangers get no letter and see the same page', async () => {
  const app = await open();
  await aUser(app.world, { email: 'link@example.org', centre: centreA });
  const visitor = app.as('anonymous');
  const ask = async (email: string) => (await visitor.get(app.at('/logowanie/link?powrot=/jodlowo/konto'))).submit({ email });
  const sent = await ask('link@example.org');
  expect((await ask('obcy@example.org')).text).toBe(sent.text.replace('link@', 'obcy@'));
  expect(await countLetters('obcy@example.org')).toBe(0);
  const link = await lastLink('link@example.org');
  // A mail program that opens the link uses nothing up.
  await app.as('anonymous').get(link);
  const account = await (await visitor.get(link)).submit();
  expect(account.path).toBe('/jodlowo/konto');
  expect(account.text).toContain('link@example.org');
  const again = await (await app.as('anonymous').get(link)).submit();
  expect(again.status).toBe(410);
});

test('a forgotten password is set anew by a letter, ends all sessions and unlocks', async () => {
  const app = await open();
  await aUser(app.world, { email: 'nowe@example.org', centre: centreA });
  const { visitor: old } = await signIn(app, 'nowe@example.org');
  for (let n = 0; n < 5; n++) await signIn(app, 'nowe@example.org', `nie pamiętam wcale ${n}`);
  const visitor = app.as('anonymous');
  await (await visitor.get(app.at('/logowanie/nowe-haslo'))).submit({ email: 'nowe@example.org' });
  const page = await visitor.get(await lastLink('nowe@example.org'));
  const weak = await page.submit({ password: 'nowe@example.org', repeat: 'nowe@example.org' });
  expect(weak.status).toBe(422);
  expect((await weak.submit({ password: 'zielona łąka za domem', repeat: 'zielona łąka za lasem' })).text).toContain('różnią');
  const done = await weak.submit({ password: 'zielona łąka za domem', repeat: 'zielona łąka za domem' });
  expect(done.text).toContain('Hasło zapisane');
  expect((await old.get(app.at('/konto'))).path).toMatch(/^\/jodlowo\/logowanie/);
  expect((await signIn(app, 'nowe@example.org', 'zielona łąka za domem')).page.path).toBe('/jodlowo/konto');
  expect((await visitor.get(await lastLink('nowe@example.org'))).status).toBe(410);
});

test('a worker sets up codes, then needs one at each sign-in; a backup code works once', async () => {
  const app = await open();
  await aUser(app.world, { email: 'kody@example.org', role: 'centreAdministrator', centre: centreA });
  const { visitor } = await signIn(app, 'kody@example.org');
  const begin = await visitor.get(app.at('/praca/prawo'));
  expect(begin.path).toBe('/jodlowo/konto/kody?powrot=%2Fjodlowo%2Fpraca%2Fprawo');
  expect((await begin.submit({ password: 'nie to hasło wcale' })).status).toBe(422);
  const setup = await begin.submit({ password: testPassword });
  const key = setup.findAll('code')[0]?.textContent ?? '';
  const backup = setup.findAll('li code').map((code) => code.textContent ?? '');
  expect(setup.has('[role=img] svg')).toBe(true);
  const wrong = await setup.submit({ code: '000000' });
  expect(wrong.status).toBe(422);
  const done = await wrong.submit({ code: codeOf(key) });
  expect(done.path).toBe('/jodlowo/praca/prawo');
  expect(done.status).toBe(200);

  const next = await signIn(app, 'kody@example.org', testPassword, '/logowanie?powrot=/jodlowo/praca/prawo');
  expect(next.page.heading).toBe('Kod jednorazowy');
  expect((await next.visitor.get(app.at('/praca/prawo'))).path).toMatch(/logowanie/);
  const opened = await (await next.page.submit({ code: '123' })).submit({ code: codeOf(key) });
  expect(opened.path).toBe('/jodlowo/praca/prawo');

  const byBackup = async () =>
    (await signIn(app, 'kody@example.org', testPassword, '/logowanie?powrot=/jodlowo/praca/prawo')).page.submit({ code: backup[0] ?? '' });
  expect((await byBackup()).path).toBe('/jodlowo/praca/prawo');
  expect((await byBackup()).status).toBe(422);
});

test('a link does not get round the codes', async () => {
  const app = await open();
  await aUser(app.world, { email: 'kody2@example.org', role: 'centreAdministrator', centre: centreA });
  const { visitor: first } = await signIn(app, 'kody2@example.org');
  const setup = await (await first.get(app.at('/konto/kody'))).submit({ password: testPassword });
  const key = setup.findAll('code')[0]?.textContent ?? '';
  await setup.submit({ code: codeOf(key) });
  const visitor = app.as('anonymous');
  await (await visitor.get(app.at('/logowanie/link'))).submit({ email: 'kody2@example.org' });
  await (await visitor.get(await lastLink('kody2@example.org'))).submit();
  const asked = await visitor.get(app.at('/praca/prawo'));
  expect(asked.heading).toBe('Kod jednorazowy');
  for (let n = 0; n < 5; n++) expect((await asked.submit({ code: `00000${n}` })).status).toBe(422);
  expect((await asked.submit({ code: codeOf(key) })).status).toBe(429);
});

test('sessions are listed, one is ended, then all', async () => {
  const app = await open();
  await aUser(app.world, { email: 'sesje@example.org', centre: centreA });
  const { visitor: one } = await signIn(app, 'sesje@example.org');
  const { visitor: two } = await signIn(app, 'sesje@example.org');
  const account = await one.get(app.at('/konto'));
  expect(account.findAll('tbody tr')).toHaveLength(2);
  const ended = await account.submit({}, { form: /sesje\/[0-9a-f-]{36}\/wyloguj/ });
  expect(ended.findAll('tbody tr')).toHaveLength(1);
  expect((await two.get(app.at('/konto'))).path).toMatch(/logowanie/);
  const changed = await ended.submit({ current: testPassword, password: 'stary dąb przy drodze', repeat: 'stary dąb przy drodze' });
  expect(changed.text).toContain('Hasło zmienione');
  await changed.submit({}, { form: '/jodlowo/konto/sesje/wyloguj' });
  expect((await one.get(app.at('/konto'))).path).toMatch(/logowanie/);
});

test("nobody ends another person's session", async () => {
  const app = await open();
  await aUser(app.world, { email: 'jeden@example.org', centre: centreA });
  await aUser(app.world, { email: 'drugi@example.org', centre: centreA });
  const { visitor: one } = await signIn(app, 'jeden@example.org');
  await signIn(app, 'jeden@example.org');
  const form = (await one.get(app.at('/konto'))).findAll('form[action*="/sesje/"]')[0]?.getAttribute('action') ?? '';
  const { visitor: two } = await signIn(app, 'drugi@example.org');
  expect((await two.send(form, { method: 'POST', body: new URLSearchParams() })).status).toBe(404);
});
