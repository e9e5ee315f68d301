import { describe, expect, test } from 'vitest';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA, centreB } from '#tests/support/centres.ts';
import { servedAssets } from '#apps/web/assets.ts';
import { publishServices } from '../../testing.ts';
import { derivedId } from '#shared/uuid.ts';
import { joinedIds, shortId } from '../../domain/shortIds.ts';

const idOf = (name: string) => derivedId('test service', name);
const meals = 'Obiady do domu';
const rides = 'Dowóz do lekarza';
const talks = 'Porady dla opiekunów';

async function openPortal(): Promise<TestApp> {
  const app = await openApp();
  await publishServices(
    app.world,
    centreA,
    [
      meals,
      {
        demo: true,
        summary: 'Ciepły obiad przywozimy codziennie.',
        contact: { phone: '+48 52 000 00 01' },
        schedule: 'Codziennie od 11 do 13',
      },
    ],
    [rides, { translations: { uk: { name: 'Поїздка до лікаря', summary: 'Возимо до лікаря.' } } }],
    [talks],
    ['Dawny klub', { validTo: '2020-01-01' }],
    ['Zawieszona', { status: 'paused' }],
    ['Szkic', { status: 'draft' }],
  );
  return app;
}
const names = (page: { findAll(selector: string): Element[] }) => page.findAll('.ok-card-list h2').map((each) => each.textContent?.trim());
const add = (app: TestApp, visitor: ReturnType<TestApp['as']>, name: string, from = '') =>
  visitor.post(app.at('/moja-lista/dodaj'), new URLSearchParams({ usluga: idOf(name), wroc: from }));

describe('a list of one’s own, without an account', () => {
  test('is filled from a card and from the list of services, without scripts', async () => {
    const app = await openPortal();
    const visitor = app.as('anonymous');
    const empty = await visitor.get(app.at('/moja-lista'));
    expect(empty.text).toContain('Twoja lista jest jeszcze pusta');
    expect(visitor.cookie('okienko_list')).toBeUndefined();
    expect((await visitor.get(app.at('/'))).findAll('a[href$="/moja-lista"]')).toEqual([]);
    const card = await visitor.get(app.at(`/uslugi/${idOf(meals)}`));
    const back = await card.submit({}, { form: /dodaj$/ });
    expect(back.path).toBe(app.at(`/uslugi/${idOf(meals)}`));
    expect(back.body).toContain('Usługa jest na Twojej liście.');
    expect(
      await visitor
        .get(app.at('/'))
        .then((home) => home.follow(/Moja lista/))
        .then(({ path }) => path),
    ).toBe(app.at('/moja-lista'));
    expect(back.has('form[action$="dodaj"]')).toBe(false);
    const listed = await visitor.get(app.at('/uslugi?q=lekarza'));
    const form = listed.findAll('form[action$="dodaj"]').find((each) => each.textContent?.includes(rides));
    expect(form?.querySelector<HTMLInputElement>('[name=wroc]')?.value).toBe(app.at('/uslugi?q=lekarza'));
    expect((await add(app, visitor, rides, app.at('/uslugi?q=lekarza'))).path).toBe(app.at('/uslugi?q=lekarza'));
    const list = await (await visitor.get(app.at('/uslugi'))).follow('Moja lista (2 usługi)');
    expect(names(list)).toEqual([meals, rides]);
    expect(list.text).toContain('+48 52 000 00 01');
    expect(list.text).toContain('Codziennie od 11 do 13');
  });

  test('is put in order, noted on, shortened and cleared; what was typed is never lost', async () => {
    const app = await openPortal();
    const visitor = app.as('anonymous');
    for (const name of [meals, rides, talks]) await add(app, visitor, name);
    const list = await visitor.get(app.at('/moja-lista'));
    const note = `notatka-${shortId(idOf(meals))}`;
    const moved = await list.submit({ [note]: 'zapytać o\ndietę' }, { button: `Niżej: ${meals}` });
    expect(names(moved)).toEqual([rides, meals, talks]);
    expect(moved.find(`[name="${note}"]`).textContent).toContain('zapytać o\ndietę');
    // The same page sent once more: the list is as it was.
    expect(names(await list.submit({ [note]: 'zapytać o\ndietę' }, { button: `Niżej: ${meals}` }))).toEqual([rides, meals, talks]);
    const wrong = await moved.submit({ [note]: 'x'.repeat(151) }, { button: `Usuń z listy: ${talks}` });
    expect(wrong.status).toBe(422);
    expect(wrong.has('.ds-error-summary, .ok-error-summary')).toBe(true);
    expect(wrong.find(`[name="${note}"]`).textContent).toContain('x'.repeat(151));
    expect(names(wrong)).toEqual([rides, meals, talks]);
    const removed = await wrong.submit({ [note]: 'krótko' }, { button: `Usuń z listy: ${talks}` });
    expect(names(removed)).toEqual([rides, meals]);
    const asked = await removed.follow('Wyczyść całą listę');
    expect(asked.text).toContain('Znikną z niej 2 usługi');
    expect(names(await asked.follow('Nie, wróć do listy'))).toEqual([rides, meals]);
    const cleared = await asked.submit({}, { form: /wyczysc$/ });
    expect(cleared.text).toContain('Twoja lista jest jeszcze pusta');
    expect(visitor.cookie('okienko_list')).toBeUndefined();
  });

  test('holds fifty and then says so; takes no draft, no foreign service, no nonsense', async () => {
    const app = await openPortal();
    const many = Array.from({ length: 51 }, (_, number) => `Zajęcia numer ${number}`);
    await publishServices(app.world, centreA, ...many.map((name): [string] => [name]));
    const visitor = app.as('anonymous');
    for (const name of many.slice(0, 50))
      await visitor.send(app.at('/moja-lista/dodaj'), { method: 'POST', body: new URLSearchParams({ usluga: idOf(name) }) });
    const full = await add(app, visitor, many[50] ?? '');
    expect(full.status).toBe(422);
    expect(full.text).toContain('Na liście nie zmieści się więcej');
    expect(names(full)).toHaveLength(50);
    const weight = await visitor.send(app.at('/moja-lista'), { headers: { 'accept-encoding': 'br', 'accept-language': 'uk' } });
    const { files, links } = servedAssets();
    const cyrillic = [...files.keys()].filter((address) => address.includes('cyrylica'));
    const wire = (address: string) => files.get(address)?.brotli?.length ?? files.get(address)?.plain.length ?? Number.NaN;
    const assets = [links.css, links.js, ...links.preloadFonts, ...cyrillic].map(wire).reduce((sum, each) => sum + each, 0);
    expect(assets + (await weight.arrayBuffer()).byteLength).toBeLessThan(60_000);
    const cookie = `okienko_list=${visitor.cookie('okienko_list')}`;
    expect(cookie.length).toBeLessThan(3900);
    for (const usluga of [idOf('Szkic'), idOf('nie ma'), 'abc', '', '../../x', '\u0000'])
      expect((await visitor.post(app.at('/moja-lista/dodaj'), new URLSearchParams({ usluga }))).status).toBe(404);
    expect((await visitor.post(app.at('/moja-lista/dodaj', centreB), new URLSearchParams({ usluga: idOf(meals) }))).status).toBe(404);
    // A list of one centre is none of another, whatever a browser sends.
    expect((await visitor.get(app.at('/moja-lista', centreB))).text).toContain('Twoja lista jest jeszcze pusta');
  });

  test('goes back to a page of the centre alone, and lets nothing of the address stand beside notes', async () => {
    const app = await openPortal();
    const visitor = app.as('anonymous');
    for (const wrong of ['https://example.org/', '//example.org', '/\\example.org', '/gdzie-indziej', `${app.at('/')}-obok/x`])
      expect((await add(app, visitor, meals, wrong)).path).toBe(app.at('/moja-lista'));
    expect((await visitor.get(app.at('/moja-lista?x=dopisane'))).body).not.toContain('dopisane');
  });

  test('a list that somebody forged or broke is no list', async () => {
    const app = await openPortal();
    for (const value of ['x', 'x.y', `${Buffer.from('["a","b"]').toString('base64url')}.${'A'.repeat(43)}`]) {
      const response = await app.as('anonymous').send(app.at('/moja-lista'), { headers: { cookie: `okienko_list=${value}` } });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Twoja lista jest jeszcze pusta');
    }
  });
});

describe('a shared list', () => {
  test('holds services and nothing else; ended ones stay and say so', async () => {
    const app = await openPortal();
    const visitor = app.as('anonymous');
    for (const name of [meals, 'Dawny klub', 'Zawieszona']) await add(app, visitor, name);
    const list = await visitor.get(app.at('/moja-lista'));
    const noted = await list.submit({ [`notatka-${shortId(idOf(meals))}`]: 'tajne' }, { button: 'Zapisz notatki' });
    const path = app.at(`/lista/${joinedIds([meals, 'Dawny klub', 'Zawieszona'].map(idOf))}`);
    expect(
      noted
        .links()
        .filter(([, href]) => href.endsWith(path))
        .map(([text]) => text),
    ).toContain('Zobacz, co zobaczą inni');
    expect(noted.body).toContain(`mailto:?subject=`);
    const friend = app.as('anonymous');
    const shared = await friend.get(path);
    expect(names(shared)).toEqual([meals, 'Dawny klub', 'Zawieszona']);
    expect(shared.body).not.toContain('tajne');
    expect(shared.text).toContain('Ta usługa już się skończyła');
    expect(shared.text).toContain('Ta usługa jest teraz wstrzymana');
    const kept = await shared.submit({}, { form: /przejmij$/ });
    expect(names(kept)).toEqual([meals, 'Dawny klub', 'Zawieszona']);
    expect((await friend.get(path)).text).toContain('Wszystkie te usługi są na Twojej liście.');
  });

  test('is added to a list that is there, and nothing of it is lost', async () => {
    const app = await openPortal();
    const visitor = app.as('anonymous');
    await add(app, visitor, rides);
    const shared = await visitor.get(app.at(`/lista/${joinedIds([meals, rides].map(idOf))}`));
    expect(shared.text).toContain('To, co na niej jest, zostanie.');
    expect(names(await shared.submit({}, { form: /przejmij$/ }))).toEqual([rides, meals]);
  });

  test('tells how many services are gone; is not found when there is nothing of it', async () => {
    const app = await openPortal();
    const visitor = app.as('anonymous');
    const partly = await visitor.get(app.at(`/lista/${joinedIds([meals, 'nie ma', 'Szkic'].map(idOf))}`));
    expect(names(partly)).toEqual([meals]);
    expect(partly.text).toContain('2 usług z tej listy nie ma już w tym centrum.');
    const tooMany = joinedIds(Array.from({ length: 51 }, (_, number) => idOf(String(number))));
    for (const wrong of [joinedIds([idOf('nie ma')]), joinedIds([idOf('Szkic')]), 'abc', '%00', 'x'.repeat(22), tooMany])
      expect((await visitor.get(app.at(`/lista/${wrong}`))).status).toBe(404);
    expect((await visitor.get(app.at(`/lista/${joinedIds([idOf(meals)])}`, centreB))).status).toBe(404);
  });

  test('speaks the language of the reader as far as cards do', async () => {
    const app = await openPortal();
    const html = await (
      await app.as('anonymous').send(app.at(`/lista/${joinedIds([rides, meals].map(idOf))}`), { headers: { 'accept-language': 'uk' } })
    ).text();
    expect(html).toContain('Поїздка до лікаря');
    expect(html).toContain(`<span lang="pl">${meals}</span>`);
  });
});
