import { beforeAll, expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { makeScope } from '#platform/http/index.ts';
import { listShippedServices, putServices } from '#modules/catalogue/index.ts';
import { openApp, type TestApp } from '#tests/support/app.ts';
import { centreA } from '#tests/support/database.ts';
import { recordResult } from '../../../usecases/check/results.ts';
import { checkSelf } from '../../../usecases/check/self.ts';
import { publishCatalogue } from '../../../usecases/publish.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
const page = async () => {
  const opened = await app.as('anonymous').get('/zgodnosc');
  expect(opened.status).toBe(200);
  return opened;
};

test('an installation where nothing is published and nothing was checked says so', async () => {
  const text = (await page()).document.body.textContent;
  expect(text).toContain('jeszcze nie sprawdzono na tej instalacji: HSDS 3.1, CPSV-AP 3.2.0');
  expect(text).toContain('./okienko check cpsv --shapes');
  expect(text).toContain('w porządku');
});

test('the program checks itself on what is published', async () => {
  const { world } = app;
  await inCentre(world.database, centreA.id, async (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    const scope = makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' });
    await putServices(scope, listShippedServices('solec-kujawski'));
    await publishCatalogue(scope);
  });
  const reach = { database: world.database, publisherId: undefined, today: Temporal.PlainDate.from('2026-03-02') };
  const results = await checkSelf(world, reach);
  expect(results.filter(({ faults }) => faults.length > 0)).toEqual([]);
  for (const { name, subjects } of results) expect([name, subjects]).not.toEqual([name, 0]);
  // Without its doors the interface is not open.
  const closed = { ...world, database: Object.create(world.database) as typeof world.database, modules: [] };
  expect((await checkSelf(closed, reach)).find(({ name }) => name === 'openDoors')?.faults.length).toBeGreaterThan(5);
});

test('shows the last result of each check with files of a standard, faults by their words', async () => {
  await recordResult(app.world, 'hsds', { subjects: 458, faults: [] });
  await recordResult(app.world, 'cpsv-ap', { subjects: 77, faults: ['urn:x title: Less than 1 values'] });
  const text = (await page()).document.body.textContent;
  expect(text).toContain('458');
  expect(text).toContain('urn:x title: Less than 1 values');
  expect(text).toContain('1 błąd');
});
