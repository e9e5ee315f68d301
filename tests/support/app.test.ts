import { expect, it } from 'vitest';
import { openApp } from './app.ts';
import { asOwner, centreB, inTestCentre } from './database.ts';
import { sql } from 'kysely';

it('answers that it lives and that its database is current', async () => {
  const app = await openApp();
  const visitor = app.as('anonymous');
  expect((await visitor.get('/health/live')).json()).toEqual({ status: 'live' });
  expect((await visitor.get('/health/ready')).status).toBe(200);
});

it('shows a kind page for an address that does not exist', async () => {
  const app = await openApp();
  const page = await app.as('director').get(app.at('/nie-ma-mnie'));
  expect(page.status).toBe(404);
  expect(page.heading).toMatch(/Nie ma takiej strony/);
});

it('speaks the language of the reader also where no door is', async () => {
  const app = await openApp();
  for (const path of [app.at('/nie-ma-mnie'), '/nie-ma/mnie/wcale']) {
    const answer = await app.as('anonymous').send(path, { headers: { 'accept-language': 'uk', accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Такої сторінки немає');
  }
});

it('undoes what a story wrote', async () => {
  const write = () =>
    inTestCentre(async (scope) => {
      await scope.audit('test.thing.done', {});
      const { rows } = await sql<{ count: number }>`select count(*) as count from audit.entry`.execute(scope.tx.db);
      return rows[0]?.count;
    });
  expect(await write()).toBe(1);
  expect(await write()).toBe(1);
});

it('binds a story to the centre it names', async () => {
  const seen = await inTestCentre(async (scope) => scope.tx.centreId, { centre: centreB });
  expect(seen).toBe(centreB.id);
  // Starting the product adds the shipped register of centres; those of the tests lie in a voivodeship that does not exist.
  const open = await asOwner(
    async (client) => (await client.query('select slug from centres.centre where teryt like $1 order by slug', ['99%'])).rows,
  );
  expect(open).toEqual([{ slug: 'jodlowo' }, { slug: 'lipowo' }]);
});
