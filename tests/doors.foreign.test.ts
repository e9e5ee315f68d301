import { beforeAll, describe, expect, it } from 'vitest';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { asOwner, centreB } from '#tests/support/database.ts';
import { hollowOut, insertRow, listTables } from '#tests/support/schema.ts';
import { doors, knock, listKinds, paramsOf, pathTo, visitorOf } from './doors/visitors.ts';

// Another centre has a row in every table. All its identifiers are one, all its texts are one word: whoever
// asks for it through centreA must get what they would get for something that is not there, and never the word.

const foreignId = '0192f5a4-0000-7000-8000-00000000000f';
const foreignWord = 'cudzedane7f3a';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
  await asOwner(async (client) => {
    const tables = await listTables(client);
    await hollowOut(client);
    await client.query('begin');
    await client.query(`set local okienko.centre_id = '${centreB.id}'`);
    for (const table of tables.filter(({ isTenant }) => isTenant))
      await client.query(insertRow(table, { centreId: centreB.id, id: foreignId, words: foreignWord }));
    await client.query('commit');
  });
});

it('there is something to be leaked', async () => {
  const seen = await asOwner(async (client) => {
    await client.query('begin');
    await client.query(`set local okienko.centre_id = '${centreB.id}'`);
    return (await client.query('select id from cases.record')).rows;
  });
  expect(seen).toEqual([{ id: foreignId }]);
});

describe.each(doors)('$name', ({ door }) => {
  it('does not know what belongs to another centre', async () => {
    for (const kind of listKinds(foreignId)) {
      const ask = (id: string) =>
        knock(
          visitorOf(app, kind),
          door,
          pathTo(door, () => id),
          'text/html',
        );
      const response = await ask(foreignId);
      const body = await response.text();
      expect(response.status, kind.name).toBeLessThan(500);
      expect(body.includes(foreignWord), `${kind.name} reads another centre's data`).toBe(false);
      if (paramsOf(door).length > 0) expect(response.status, kind.name).toBe((await ask(crypto.randomUUID())).status);
    }
  });
});
