import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { putService } from '#modules/catalogue/index.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';
import { openApp } from '#tests/support/app.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { centreA } from '#tests/support/database.ts';
import { prepare } from '#tests/support/prepare.ts';
import { caseAppliedFor } from '../../testing.ts';

const now = Temporal.Instant.from('2026-03-09T09:00:00Z');

test('a resident reads the names of services in their own language, others marked as Polish', async () => {
  const app = await openApp({ clock: () => now });
  const actor = userWithRole('serviceOrganiser');
  const caseId = await inCentre(app.world.database, centreA.id, async (tx) => {
    const scope = makeScope({ world: app.world, tx, centre: centreA, actor, now, lang: 'pl', door: 'test', requestId: 't' });
    const opened = await caseAppliedFor(scope, 'Usługi opiekuńcze', 'Złota rączka');
    const id = opened.serviceIds[0] ?? '';
    const translations = { en: { name: 'Care at home', summary: 'A carer comes.' } };
    await putService(scope, aServiceRecord('Usługi opiekuńcze', { id, slug: `usluga-${id}`, translations }));
    return opened.caseId;
  });
  const holder = app.as({ kind: 'caseHolder', caseId });
  await holder.post('/ustawienia', new URLSearchParams({ jezyk: 'en', wroc: app.at('/') }));
  const page = await holder.get(app.at('/moja-sprawa/przebieg'));
  expect(page.text).toContain('Care at home');
  expect(page.text).not.toContain('Usługi opiekuńcze');
  expect(page.find('a[lang=pl]').textContent?.trim()).toBe('Złota rączka');
  // Documents are printed in Polish and called so.
  expect(page.findAll('section[aria-labelledby=dokumenty] a').every((link) => link.querySelector('span[lang=pl]'))).toBe(true);
});

test('a form sent empty says which field each line of its summary is about', async () => {
  const app = await openApp({ clock: () => now });
  const again = await (await app.as('anonymous').get(app.at('/moja-sprawa'))).submit({});
  expect(again.status).toBe(422);
  const lines = again.findAll('.ok-error-summary a').map((line) => line.textContent);
  expect(lines).toEqual(['Kod sprawy: uzupełnij to pole.', 'Data urodzenia osoby, której dotyczy sprawa: uzupełnij to pole.']);
});

test('a form left open in one tab is not sent into the case opened in another', async () => {
  const app = await openApp({ clock: () => now });
  const [mother, father] = await prepare(app.world, userWithRole('serviceOrganiser'), async (scope) => [
    await caseAppliedFor(scope, 'Obiady'),
    await caseAppliedFor(scope, 'Obiady'),
  ]);
  const page = await app.as({ kind: 'caseHolder', caseId: mother.caseId }).get(app.at('/moja-sprawa/zalaczniki'));
  expect(page.text).toContain(mother.number);
  const body = new FormData();
  body.append('_key', page.find('[name=_key]').getAttribute('value') ?? '');
  const other = app.as({ kind: 'caseHolder', caseId: father.caseId });
  const refused = await other.send(app.at('/moja-sprawa/zalaczniki'), { method: 'POST', body });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('należał do innej sprawy');
  // The same form is good in its own case: there it is only incomplete.
  expect(
    (await app.as({ kind: 'caseHolder', caseId: mother.caseId }).send(app.at('/moja-sprawa/zalaczniki'), { method: 'POST', body })).status,
  ).toBe(422);
});

test('looking in often does not lock a code; guessing its birth date does', async () => {
  const app = await openApp({ clock: () => now });
  const { code } = await prepare(app.world, userWithRole('frontDesk'), (scope) => caseAppliedFor(scope, 'Obiady'));
  const open = async (data: string) => (await app.as('anonymous').get(app.at('/moja-sprawa'))).submit({ kod: code, data });
  for (let times = 0; times < 10; times++) expect((await open('17.05.1944')).path).toContain('/przebieg');
  for (let times = 0; times < 8; times++) expect((await open('18.05.1944')).status).toBe(422);
  expect((await open('17.05.1944')).status).toBe(429);
});
