import pg from 'pg';
import { expect, test } from 'vitest';
import { countDueServices, listWaitingProposals } from '#modules/catalogue/index.ts';
import { correctPublishedPlaces } from '#modules/qualification/index.ts';
import { listUnmetSearches } from '#modules/search/index.ts';
import { caseStatuses, listCases } from '#modules/cases/index.ts';
import { inCentre } from '#platform/db/index.ts';
import { findCentre, makeScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { asOwner, testDatabase } from '#tests/support/database.ts';
import { testWorld } from '#tests/support/world.ts';
import { scenariosOf } from '../scenarios/all.ts';
import { demoCentres } from '../scenarios/people.ts';
import { loadDemo } from './loadDemo.ts';
import { resetDemo } from './resetDemo.ts';

const casesToldIn = (slug: string) => {
  const centre = demoCentres.find((each) => each.slug === slug);
  return centre ? scenariosOf(centre).filter((each) => !each.isOfCentre).length : 0;
};
/** Three short stories: enough to see that they come and go. */
const few: typeof scenariosOf = (centre) =>
  scenariosOf(centre)
    .filter((each) => !each.isOfCentre)
    .slice(-3);
const everyCase = {
  words: '',
  statuses: [],
  onlyOpen: false,
  coordinatorId: null,
  serviceId: null,
  sort: 'changed',
  cursor: null,
  limit: 200,
} as const;

async function casesOf(world: World, slug: string) {
  const centre = await findCentre(world.database, slug);
  if (!centre) throw new Error(`${slug} is not open`);
  const actor = { kind: 'system', task: 'test' } as const;
  return inCentre(world.database, centre.id, (tx) =>
    listCases(makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' }), everyCase),
  );
}

test('the demonstration is told once, with cases in every state and an account for each role', { timeout: 240_000 }, async () => {
  const world = await testWorld();
  const lines: string[] = [];
  const accounts = await loadDemo(world, (line) => lines.push(line));
  expect(lines.filter((line) => line.includes('not told'))).toEqual([]);
  expect(lines.filter((line) => line.includes('invented cases'))).toHaveLength(2);
  expect(new Set(accounts.map((each) => each.email)).size).toBe(25);
  const before = [await casesOf(world, 'solec-kujawski'), await casesOf(world, 'zyrardow')];
  expect(before.map((cases) => cases.length)).toEqual([casesToldIn('solec-kujawski'), casesToldIn('zyrardow')]);
  for (const cases of before) {
    expect([...new Set(cases.map((each) => each.status))].toSorted()).toEqual(caseStatuses.toSorted());
    expect(new Set(cases.flatMap((each) => each.personId ?? [])).size).toBe(cases.filter((each) => each.personId).length);
  }

  const again: string[] = [];
  expect(await loadDemo(world, (line) => again.push(line))).toEqual(accounts);
  expect(again).toEqual([]);
  expect([await casesOf(world, 'solec-kujawski'), await casesOf(world, 'zyrardow')]).toEqual(before);
});

test('its first centre has something to steward, and its counted places are those of the cards', { timeout: 240_000 }, async () => {
  const world = await testWorld();
  await loadDemo(
    world,
    () => {},
    (centre) => scenariosOf(centre).filter(({ isOfCentre }) => isOfCentre),
  );
  const centre = await findCentre(world.database, 'solec-kujawski');
  if (!centre) throw new Error('not open');
  await inCentre(world.database, centre.id, async (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    const scope = makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' });
    expect(await countDueServices(scope)).toBeGreaterThan(0);
    expect(await listWaitingProposals(scope)).not.toEqual([]);
    expect((await listUnmetSearches(scope)).searches.map(({ times }) => times)).toEqual([9, 6, 5, 4]);
    expect(await correctPublishedPlaces(scope)).toBe(0);
  });
});

test('a reset makes the demonstration anew, and never where a real centre works', { timeout: 240_000 }, async () => {
  const world = await testWorld();
  await loadDemo(world, () => {}, few);
  const owner = new pg.Pool({ connectionString: (await testDatabase()).ownerUrl, max: 1 });
  try {
    await asOwner((client) => client.query(`update centres.centre set is_demo = slug <> 'zyrardow' where is_open`));
    expect(await resetDemo(world, owner, () => {}, few)).toEqual({ ok: false, refusal: 'real-centre-open' });
    expect(await resetDemo({ ...world, isDemo: false }, owner, () => {})).toEqual({ ok: false, refusal: 'not-a-demo' });
    const before = await casesOf(world, 'zyrardow');
    expect(before.length).toBeGreaterThan(0);

    await asOwner((client) => client.query('update centres.centre set is_demo = true where is_open'));
    expect(await resetDemo(world, owner, () => {}, few)).toMatchObject({ ok: true });
    const after = await casesOf(world, 'zyrardow');
    expect(after).toHaveLength(3);
    expect(after.map((each) => each.id)).not.toEqual(expect.arrayContaining([before[0]?.id]));
  } finally {
    await owner.end();
  }
});

test('names of stories differ', () => {
  const names = demoCentres.flatMap(scenariosOf).map((each) => each.name);
  expect(new Set(names).size).toBe(demoCentres[0] && scenariosOf(demoCentres[0]).length);
});
