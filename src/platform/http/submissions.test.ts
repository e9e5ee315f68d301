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

test('another file under the same key is another sending; the same file again is the same', async () => {
  const app = await openApp({ modules: [counting] });
  const visitor = app.as('anonymous');
  const key = newId();
  const send = (content: string, name = 'skan.pdf') => {
    const body = new FormData();
    body.append('_key', key);
    body.append('tekst', 'to samo');
    body.append('pliki', new File([content], name));
    return visitor.send(app.at('/licz'), { method: 'POST', body });
  };
  const before = done;
  const first = await send('jeden');
  expect(first.status).toBe(303);
  const again = await send('jeden');
  expect([again.status, again.headers.get('location')]).toEqual([303, first.headers.get('location')]);
  expect((await send('inny')).status).toBe(409);
  expect((await send('jeden', 'inna nazwa.pdf')).status).toBe(409);
  expect(done).toBe(before + 1);
});

test('more than the door takes is answered kindly and read by nobody', async () => {
  const app = await openApp({ modules: [counting] });
  const visitor = app.as('anonymous');
  const before = done;
  const body = new FormData();
  body.append('_key', newId());
  body.append('pliki', new File([new Uint8Array(300 * 1024)], 'duzy.pdf'));
  const referer = `${app.world.publicUrl}${app.at('/formularz')}`;
  const answer = await visitor.send(app.at('/licz'), { method: 'POST', body, headers: { referer, 'content-length': String(301 * 1024) } });
  expect(answer.status).toBe(413);
  const page = await answer.text();
  expect(page).toContain('Za dużo naraz');
  expect(page).toContain(`href="${app.at('/formularz')}"`);
  expect(done).toBe(before);
});
