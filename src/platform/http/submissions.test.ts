import { expect, test } from 'vitest';
import { newId } from '#shared/uuid.ts';
import { openApp } from '#tests/support/app.ts';
import { asOwner, centreA } from '#tests/support/database.ts';
import { audits, centreDoor, publicDoor, redirect } from './index.ts';
import type { Module } from '#platform/module.ts';

let done = 0;
const counting: Module = {
  name: 'counting',
  doors: [
    centreDoor({
      method: 'POST',
      path: '/licz',
      may: publicDoor('no personal data'),
      audit: audits('counting.number.counted'),
      async handle(c) {
        done += 1;
        await new Promise((resolve) => setTimeout(resolve, 30));
        c.setCookie('okienko_prova', String(done));
        return redirect(c.at(`/wynik-${done}`));
      },
    }),
  ],
};

test('the same sending is done once, even at once; the second gets the first answer with its cookies', async () => {
  const app = await openApp({ modules: [counting] });
  const visitor = app.as('anonymous');
  const key = newId();
  const body = () => ({ method: 'POST', body: new URLSearchParams({ _key: key, tekst: 'zażółć' }) });
  const answers = await Promise.all([visitor.send(app.at('/licz'), body()), visitor.send(app.at('/licz'), body())]);
  expect(done).toBe(1);
  expect(new Set(answers.map((each) => each.headers.get('location')))).toEqual(new Set([app.at('/wynik-1')]));
  expect(answers.every((each) => each.headers.getSetCookie().some((cookie) => cookie.startsWith('okienko_prova=')))).toBe(true);
  const changed = await visitor.send(app.at('/licz'), { method: 'POST', body: new URLSearchParams({ _key: key, tekst: 'inny' }) });
  expect(changed.status).toBe(409);
  expect(await changed.text()).toContain(app.at('/wynik-1'));
  expect((await visitor.send(app.at('/licz'), { method: 'POST', body: new URLSearchParams({ tekst: 'bez klucza' }) })).status).toBe(400);
  expect(done).toBe(1);
  const audited = await asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return (await client.query(`select door from audit.entry where event = 'counting.number.counted'`)).rows;
  });
  expect(audited).toEqual([{ door: 'POST /:slug/licz' }]);
});
