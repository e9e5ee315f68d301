import { expect, test } from 'vitest';
import { openApp } from '#tests/support/app.ts';

const add = async (app: Awaited<ReturnType<typeof openApp>>, name: string, scope: string) => {
  const form = await app.as('serviceOrganiser').get(app.at('/praca/uslugi/nowa'));
  await form.submit({ name, scope, areas: ['4'], status: 'active' }, { button: 'Zapisz kartę' });
};

test('words that say little are asked back and name no need; clear ones are given as the reason, in the language of the reader', async () => {
  const app = await openApp();
  await add(app, 'Usługi opiekuńcze w domu', 'Opiekunka pomaga starszej osobie w domu.');
  await add(app, 'Wypożyczalnia sprzętu rehabilitacyjnego', 'Wózki, kule, balkoniki.');
  const visitor = app.as('anonymous');
  const search = (words: string) => visitor.get(app.at(`/uslugi?${new URLSearchParams({ q: words })}`));
  for (const words of ['opieka', 'pomoc dla mamy, mama ma 87 lat']) {
    const vague = await search(words);
    expect(vague.text).not.toContain('piszesz o:');
    expect(vague.findAll('nav[aria-label="Czego dotyczy pomoc?"] a').length).toBeGreaterThan(1);
  }
  const vague = await search('opieka');
  const link = vague.find('nav[aria-label="Czego dotyczy pomoc?"] li:first-child a');
  const chosen = await visitor.get(link.getAttribute('href') ?? '');
  expect([chosen.status, chosen.heading]).toEqual([200, link.textContent]);

  const clear = await search('szukam opiekunki do mamy, żeby przychodziła do domu');
  expect(clear.text).toContain('piszesz o: „Szukam opiekunki do domu”');
  expect(clear.findAll('nav[aria-label="Czego dotyczy pomoc?"]')).toHaveLength(0);
  const address = app.at(`/uslugi?${new URLSearchParams({ q: 'szukam opiekunki do mamy, żeby przychodziła do domu' })}`);
  const foreign = async (lang: string) => (await visitor.send(address, { headers: { 'accept-language': lang } })).text();
  expect(await foreign('en')).toContain('you write about: “I am looking for a carer at home”');
  expect(await foreign('uk')).toContain('Шукаю доглядальницю додому');
  expect((await visitor.send(app.at('/sytuacje/nie-ma-takiej'))).status).toBe(404);
}, 120_000);

test('a very long question is cut, in the box and still more in the title of the window', async () => {
  const app = await openApp();
  const page = await app.as('anonymous').get(app.at(`/uslugi?${new URLSearchParams({ q: 'opieka '.repeat(430) })}`));
  expect(page.find('title').textContent?.length).toBeLessThan(160);
  for (const box of page.findAll('input[name=q]')) expect(box.getAttribute('value')?.length ?? 0).toBeLessThanOrEqual(200);
});
