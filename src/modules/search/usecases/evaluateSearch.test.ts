import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { inScratchCentre } from '#modules/centres/index.ts';
import { testWorld } from '#tests/support/world.ts';
import { evaluateSearch, readJudgedQueries } from './evaluateSearch.ts';

const services = [
  {
    id: 'obiady',
    area: 4,
    name: 'Obiady z dowozem',
    description: 'Gorący posiłek w domu.',
    targetGroups: ['osoby starsze'],
    keywords: ['obiad'],
  },
  { id: 'zlobek', area: 1, name: 'Żłobek', description: 'Opieka nad małymi dziećmi.', targetGroups: ['rodzice'], keywords: [] },
];
const queries = [
  { qid: 'a', q: 'kto dowozi obiady', rel: { obiady: 3 } },
  { qid: 'b', q: 'żłobek', rel: { zlobek: 3 } },
];

it('measures judged queries in a centre of which nothing stays', async () => {
  const world = await testWorld();
  const count = async () =>
    (await sql<{ count: number }>`select count(*)::int as count from centres.centre`.execute(world.database)).rows[0]?.count;
  await inScratchCentre(world, 'search eval', async () => undefined);
  const before = await count();
  const done = await inScratchCentre(world, 'search eval', (scope) => evaluateSearch(scope, services, queries));
  expect(done).toMatchObject({
    plain: { ndcg10: 1, mrr: 1, recall10: 1, success3: 1, empty: 0 },
    nodiacritics: { ndcg10: 1, empty: 0 },
    typo: { ndcg10: 1 },
  });
  expect(await count()).toBe(before);
});

it('tells which service cannot be imported, and asks nothing then', async () => {
  const world = await testWorld();
  const done = await inScratchCentre(world, 'search eval', (scope) =>
    evaluateSearch(scope, [services[0], { ...services[1], name: ' ' }], queries),
  );
  expect(done).toMatchObject([{ row: 2, field: 'name' }]);
});

it('passes an error of the work on', async () => {
  const world = await testWorld();
  await expect(inScratchCentre(world, 'search eval', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

it('reads judged queries and names what is wrong with them', () => {
  expect(readJudgedQueries(queries)).toMatchObject({ ok: true });
  expect(readJudgedQueries([{ qid: 'a', q: 1, rel: {} }])).toEqual({ ok: false, refusal: expect.stringContaining('0.q') });
});
