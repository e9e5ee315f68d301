import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';
import { centreA } from '#tests/support/centres.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { putServices } from '#modules/catalogue/index.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';

async function openPortal() {
  const app = await openApp({ clock: () => Temporal.Instant.from('2026-03-09T09:00:00Z') });
  await inCentre(app.world.database, centreA.id, (tx) =>
    putServices(
      makeScope({
        world: app.world,
        tx,
        centre: centreA,
        actor: { kind: 'system', task: 'test' },
        now: app.world.clock(),
        lang: 'pl',
        door: 'test',
        requestId: 'test',
      }),
      [
        aServiceRecord('Usługi opiekuńcze w domu', { areas: [4], modes: ['at-home'], fee: { kind: 'by-income' } }),
        aServiceRecord('Opieka wytchnieniowa dla opiekunów', { areas: [4], fee: { kind: 'free' }, keywords: ['odciążenie opiekuna'] }),
        aServiceRecord('Wsparcie osób doznających przemocy domowej', { areas: [4], fee: { kind: 'free' }, keywords: ['Niebieska Karta'] }),
        aServiceRecord('Chór', { areas: [9], modes: ['on-site'], places: [{ name: 'Dom kultury', town: 'Kcynia' }] }),
      ],
    ),
  );
  return app;
}
const cards = (page: { findAll(selector: string): Element[] }) => page.findAll('.ok-card-anchor').map((link) => link.textContent);

test('the list is narrowed by choices that say what they leave, and near a place', async () => {
  const app = await openPortal();
  const list = await app.as('anonymous').get(app.at('/uslugi'));
  expect(list.text).toContain('bezpłatna (2)');
  const free = await list.submit({ koszt: 'free' });
  expect(cards(free)).toEqual(['Opieka wytchnieniowa dla opiekunów', 'Wsparcie osób doznających przemocy domowej']);
  const near = await list.submit({ blisko: 'kcynia' });
  expect(cards(near)).toEqual(expect.arrayContaining(['Chór', 'Usługi opiekuńcze w domu']));
  expect(cards(await list.submit({ blisko: '89-240 Kcynia' })).length).toBeGreaterThan(0);
  expect(near.text).toContain('na miejscu');
  expect((await list.submit({ blisko: 'Atlantyda' })).text).toContain('Nie znamy miejsca „Atlantyda”');
}, 60_000);

test('a situation told in a sentence is answered with its reason, and danger with numbers first', async () => {
  const app = await openPortal();
  const visitor = app.as('anonymous');
  const beaten = await visitor.get(app.at(`/uslugi?${new URLSearchParams({ q: 'mąż mnie bije i boję się wracać do domu' })}`));
  expect(cards(beaten)[0]).toBe('Wsparcie osób doznających przemocy domowej');
  expect(beaten.text).toContain('Gdy trzeba działać od razu');
  expect(beaten.text).toContain('Niebieska Linia');
  expect(beaten.has('ok-quick-exit')).toBe(true);
  const calm = await visitor.get(app.at(`/uslugi?${new URLSearchParams({ q: 'chór' })}`));
  expect(calm.text).not.toContain('Gdy trzeba działać od razu');
}, 60_000);

test('choices never add a service, and where nothing fits well the page says so and leads on', async () => {
  const app = await openPortal();
  const visitor = app.as('anonymous');
  const search = (choices: Readonly<Record<string, string>>) =>
    visitor.get(app.at(`/uslugi?${new URLSearchParams({ q: 'opieka', ...choices })}`));
  const [all, free] = [cards(await search({})), cards(await search({ koszt: 'free' }))];
  expect(all).toEqual(expect.arrayContaining(free));
  expect(free).not.toContain('Wsparcie osób doznających przemocy domowej');
  const chosen = await search({ koszt: 'free', sprawa: '4' });
  expect(chosen.find('details summary').textContent).toContain('bezpłatna');
  const odd = await visitor.get(app.at(`/uslugi?${new URLSearchParams({ q: 'chóralistka z Bieszczad przejechała' })}`));
  expect(odd.text).toContain('Nie znaleźliśmy takiej usługi');
  expect(odd.text).toContain('poprosić o pomoc własnymi słowami');
}, 60_000);

test('each situation of life leads to what helps here; those about violence can be left at once', async () => {
  const app = await openPortal();
  const visitor = app.as('anonymous');
  const tired = await (await visitor.get(app.at('/'))).follow('Opiekuję się kimś i nie mam już siły');
  expect(cards(tired)[0]).toBe('Opieka wytchnieniowa dla opiekunów');
  const hurt = await (await visitor.get(app.at('/'))).follow('Ktoś mnie krzywdzi, chcę uciec przed przemocą');
  expect(hurt.has('ok-quick-exit')).toBe(true);
  expect(hurt.text).toContain('112');
  expect((await visitor.get(app.at('/sytuacje/nie-ma-takiej'))).status).toBe(404);
}, 60_000);
