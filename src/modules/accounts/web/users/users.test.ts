import { expect, test } from 'vitest';
import { asOwner, centreA, centreB } from '#tests/support/database.ts';
import { openApp } from '#tests/support/app.ts';
import { aUser, testPassword } from '../../testing.ts';

const open = () => openApp({ clock: () => Temporal.Now.instant() });
const letterTo = (email: string) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (
      (await client.query<{ body: string }>('select body from platform.letter where to_address = $1 order by id desc', [email])).rows[0]
        ?.body ?? ''
    );
  });

test('an invited worker sets a password, signs in and has the role; then loses it at once', async () => {
  const app = await open();
  const admin = app.as('centreAdministrator');
  const form = await (await admin.get(app.at('/praca/uzytkownicy'))).follow('Zaproś osobę');
  const wrong = await form.submit({ name: '', email: 'nie adres', role: 'frontDesk' });
  expect(wrong.status).toBe(422);
  const user = await wrong.submit({ name: 'Zofia Nowa', email: 'Zofia@Example.org', role: 'frontDesk' });
  expect(user.text).toContain('punkt obsługi');
  const link = /http:\/\/localhost(\S+)/.exec(await letterTo('zofia@example.org'))?.[1] ?? '';
  const worker = app.as('anonymous');
  const signIn = await (
    await worker.get(link)
  ).submit({ password: 'niebieski kubek na parapecie', repeat: 'niebieski kubek na parapecie' });
  const home = await signIn.submit({ email: 'zofia@example.org', password: 'niebieski kubek na parapecie' });
  expect(home.path).toBe('/jodlowo/praca');
  expect((await worker.get(app.at('/konto'))).text).toContain('punkt obsługi');
  await user.submit({}, { form: /odbierz$/ });
  expect((await worker.get(app.at('/konto'))).text).toContain('Nie masz roli w tym centrum');
  await user.submit({}, { form: /wyloguj$/ });
  expect((await worker.get(app.at('/konto'))).path).toMatch(/logowanie/);
});

test('whoever has an account elsewhere gets the role and a letter without a password link', async () => {
  const app = await open();
  await aUser(app.world, { email: 'znana@example.org', role: 'director', centre: centreB });
  const admin = app.as('centreAdministrator');
  await (
    await admin.get(app.at('/praca/uzytkownicy/zapros'))
  ).submit({ name: 'Anna Znana', email: 'znana@example.org', role: 'accountant' });
  expect(await letterTo('znana@example.org')).toContain('Masz nową rolę');
  const visitor = app.as('anonymous');
  await (await visitor.get(app.at('/logowanie'))).submit({ email: 'znana@example.org', password: testPassword });
  expect((await visitor.get(app.at('/konto'))).text).toContain('księgowość');
  expect((await visitor.get(app.at('/konto', centreB))).text).not.toContain('księgowość');
});

test('a person of another centre is not found; roles outside the list are not given', async () => {
  const app = await open();
  const stranger = await aUser(app.world, { email: 'obcy@example.org', role: 'director', centre: centreB });
  const admin = app.as('centreAdministrator');
  expect((await admin.get(app.at(`/praca/uzytkownicy/${stranger}`))).status).toBe(404);
  const own = await aUser(app.world, { email: 'swoj@example.org', role: 'accountant', centre: centreA });
  const key = () => crypto.randomUUID();
  for (const path of [`/praca/uzytkownicy/${stranger}/rola`, `/praca/uzytkownicy/${stranger}/wyloguj`])
    expect((await admin.send(app.at(path), { method: 'POST', body: new URLSearchParams({ _key: key(), role: 'director' }) })).status).toBe(
      404,
    );
  const forced = await admin.send(app.at(`/praca/uzytkownicy/${own}/rola`), {
    method: 'POST',
    body: new URLSearchParams({ _key: key(), role: 'platformAdministrator' }),
  });
  expect(forced.status).toBe(422);
});

test('an administrator cannot take the administration from themselves', async () => {
  const app = await open();
  await aUser(app.world, { email: 'sama@example.org', name: 'Sama Jedna', role: 'centreAdministrator', centre: centreA });
  const visitor = app.as('anonymous');
  await (await visitor.get(app.at('/logowanie'))).submit({ email: 'sama@example.org', password: testPassword });
  const user = await (await visitor.get(app.at('/praca/uzytkownicy'))).follow('Sama Jedna');
  expect(user.has('form[action$="/odbierz"]')).toBe(false);
});

test('lost codes are turned off by the administrator: signed out, told by letter, asked to set up anew', async () => {
  const app = await openApp({ clock: () => Temporal.Now.instant() });
  const id = await aUser(app.world, { email: 'zgubione@example.org', role: 'director', centre: centreA });
  await asOwner((client) => client.query(`update accounts."user" set two_factor_enabled = true where id = $1`, [id]));
  await asOwner((client) =>
    client.query(`insert into accounts.two_factor (id, user_id, secret, backup_codes) values (gen_random_uuid(), $1, 's', 'b')`, [id]),
  );
  const admin = app.as('centreAdministrator');
  const done = await (await admin.get(app.at(`/praca/uzytkownicy/${id}`))).submit({}, { form: /kody\/wylacz$/ });
  expect(done.text).toContain('wyłączone');
  expect(await letterTo('zgubione@example.org')).toContain('ustaw kody od nowa');
  const visitor = app.as('anonymous');
  await (await visitor.get(app.at('/logowanie'))).submit({ email: 'zgubione@example.org', password: testPassword });
  expect((await visitor.get(app.at('/konto'))).text).toContain('Włącz kody');
});
