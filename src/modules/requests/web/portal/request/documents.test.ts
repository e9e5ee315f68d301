import { expect, test } from 'vitest';
import { aService } from '#modules/catalogue/testing.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { answerAll } from '../../../testing.ts';

const inApp = <T>(app: TestApp, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(app.world.database, centreA.id, (tx) => {
    const actor = userWithRole('frontDesk');
    return work(
      makeScope({ world: app.world, tx, centre: centreA, actor, now: app.world.clock(), lang: 'pl', door: 'test', requestId: 'test' }),
    );
  });
const rows = (statement: string) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (await client.query(statement)).rows as Record<string, unknown>[];
  });
const pdf = (name: string, words = name) => new File([`%PDF-1.7\n% ${words}\n1 0 obj\n<<>>\nendobj\n`], name);

async function withDraft() {
  const app = await openApp();
  const serviceId = await inApp(app, (scope) => aService(scope, 'Opieka'));
  const visitor = app.as('anonymous');
  await answerAll(visitor, app.at, [serviceId], { sytuacja: { urgent: 'yes' } });
  return { app, visitor, documents: await visitor.get(app.at('/zgloszenie/dokumenty')) };
}

test('documents are attached, taken back, checked, sent with the request and marked urgent in the list', async () => {
  const { app, visitor, documents } = await withDraft();
  expect(documents.heading).toBe('Dokumenty');
  expect((await documents.submit({}, { button: 'Dodaj pliki' })).text).toContain('Najpierw wybierz plik');
  const added = await documents.submit({ files: [pdf('orzeczenie.pdf'), pdf('pomyłka.pdf')] }, { button: 'Dodaj pliki' });
  expect(added.text).toContain('orzeczenie.pdf');
  const left = await added.submit({}, { button: /^Usuń pomyłka/ });
  expect(left.text).not.toContain('pomyłka.pdf');
  // The button pressed once more, from the old page.
  expect((await added.submit({}, { button: /^Usuń pomyłka/ })).status).toBe(200);

  // What is chosen and not added goes along with "Dalej".
  await left.submit({ files: [pdf('zdjęcie 👩🏽‍🦽.pdf')] }, { button: 'Dalej' });
  const check = await visitor.get(app.at('/zgloszenie/sprawdz'));
  expect(check.text).toMatch(/orzeczenie\.pdf \(\d+ B\)/);
  expect(check.text).toContain('zdjęcie');
  const sent = await check.submit({}, { button: 'Wyślij zgłoszenie' });
  expect(sent.heading).toBe('Zgłoszenie przyjęte');

  const desk = app.as('frontDesk');
  const inbox = await desk.get(app.at('/praca/sprawy?pilne=1'));
  expect(inbox.text).toContain('Pilne');
  expect(inbox.text).not.toContain('Nowy załącznik');
  const file = await inbox.follow(/Święcicka-Żółć/);
  expect(file.text).toContain('od mieszkańca, ze zgłoszeniem');
  expect((await file.follow(/^Pobierz orzeczenie/)).response.headers.get('content-type')).toBe('application/pdf');
});

test('a bad file costs neither the good ones nor anything typed, and the request is found again by its code', async () => {
  const { app, visitor, documents } = await withDraft();
  const wrong = await documents.submit({ files: [pdf('dobry.pdf'), new File([], 'pusty.jpg'), new File(['MZ\u0000'], 'x.pdf')] });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('„pusty.jpg” jest pusty');
  expect(wrong.text).toContain('„x.pdf” nie przyjmiemy');
  expect(wrong.text).toContain('dobry.pdf');
  const later = await wrong.submit({}, { button: 'Zapisz i dokończ później' });
  const code = later
    .findAll('.ok-code-group')
    .map((each) => each.textContent)
    .join('-');
  const elsewhere = app.as('anonymous');
  await (await elsewhere.get(app.at('/zgloszenie/wznow'))).submit({ code });
  expect((await elsewhere.get(app.at('/zgloszenie/dokumenty'))).text).toContain('dobry.pdf');
  expect((await elsewhere.get(app.at('/zgloszenie/sprawdz'))).text).toContain('Święcicka-Żółć');
  // Somebody else's draft knows nothing of it.
  const stranger = app.as('anonymous');
  await (await stranger.get(app.at('/zgloszenie'))).submit({}, { button: 'Zacznij' });
  const [theirs] = await rows(`select id from platform.attachment where name = 'dobry.pdf'`);
  const body = new FormData();
  body.append('removeFile', String(theirs?.['id']));
  await stranger.send(app.at('/zgloszenie/dokumenty'), { method: 'POST', body });
  expect((await visitor.get(app.at('/zgloszenie/dokumenty'))).text).toContain('dobry.pdf');
});

test('files added in another window are noticed before sending; giving the draft up takes them along', async () => {
  const { app, visitor, documents } = await withDraft();
  const check = await visitor.get(app.at('/zgloszenie/sprawdz'));
  await documents.submit({ files: [pdf('w drugim oknie.pdf')] });
  const stale = await check.submit({}, { button: 'Wyślij zgłoszenie' });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('w drugim oknie.pdf');
  await (await visitor.get(app.at('/zgloszenie'))).submit({}, { button: 'Usuń zapis i zacznij od nowa' });
  expect(await rows(`select 1 from platform.attachment where name = 'w drugim oknie.pdf'`)).toEqual([]);
});

test('the desk keeps files while the rest of the form is mended, and drops those that are unticked', async () => {
  const app = await openApp();
  const serviceId = await inApp(app, (scope) => aService(scope, 'Obiady'));
  const desk = app.as('frontDesk');
  const form = await desk.get(app.at('/praca/zgloszenia/nowe'));
  const wrong = await form.submit({ files: [pdf('wniosek.pdf'), pdf('zbędny.pdf'), new File(['<svg/>'], 'rys.png')] });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('„rys.png” nie przyjmiemy');
  const [kept] = await rows(`select id from platform.attachment where name = 'wniosek.pdf'`);
  const filed = await wrong.submit({
    channel: 'post',
    receivedOn: '2.03.2026',
    givenName: 'Olga',
    familyName: 'Wymyślona',
    services: [serviceId],
    keepFile: [String(kept?.['id'])],
  });
  expect(filed.heading).toContain('Olga Wymyślona');
  expect(filed.text).toContain('wniosek.pdf');
  expect(filed.text).not.toContain('zbędny.pdf');
  // Others cannot take what waits under somebody's form.
  const other = await (await desk.get(app.at('/praca/zgloszenia/nowe'))).submit({ files: [pdf('cudze.pdf')] });
  const basket = other.find('input[name=basket]').getAttribute('value') ?? '';
  const body = new FormData();
  for (const [name, value] of [
    ['basket', basket],
    ['_key', crypto.randomUUID()],
  ] as const)
    body.append(name, value);
  const seen = await app.as('serviceOrganiser').send(app.at('/praca/zgloszenia/nowe'), { method: 'POST', body });
  expect(await seen.text()).not.toContain('cudze.pdf');
});
