import { afterEach, expect, test } from 'vitest';
import { makeListen, openDatabase, openPool, inCentre, type Listen, type Listener } from '#platform/db/index.ts';
import { makeScope, type CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { getCatalogueRevision, putServices } from '#modules/catalogue/index.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';
import { asOwner, centreA, testDatabase } from '#tests/support/database.ts';
import { testWorld } from '#tests/support/world.ts';
import { listHeldIndexes } from './centreIndex.ts';
import { startKeepingAhead } from './keepAhead.ts';
import { searchServices } from './searchServices.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

/** One process of the product: connections, indexes and a listening connection of its own. */
async function aProcess(name: string): Promise<{ world: World; lost: string[] }> {
  const { appUrl } = await testDatabase();
  const connection = { connectionString: appUrl, application_name: name };
  const pool = openPool({ ...connection, max: 3 }, () => undefined);
  const lost: string[] = [];
  const listen = makeListen({ ...connection, application_name: `${name} listening` }, ({ message }) => lost.push(message));
  const world: World = { ...(await testWorld()), database: openDatabase(pool), listen };
  stops.push(() => pool.end(), startKeepingAhead(world));
  return { world, lost };
}

const within = <T>({ world }: { world: World }, work: (scope: CentreScope) => Promise<T>): Promise<T> =>
  inCentre(world.database, centreA.id, (tx) => {
    const actor = { kind: 'system', task: 'test' } as const;
    return work(makeScope({ world, tx, centre: centreA, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' }));
  });
const publish = (process: { world: World }, name: string) => within(process, (scope) => putServices(scope, [aServiceRecord(name)]));
const find = async (process: { world: World }, words: string) =>
  (await within(process, (scope) => searchServices(scope, words))).map(({ service }) => service.name);
const readUpTo = ({ world }: { world: World }) => listHeldIndexes(world.database)[0]?.revision;
const revision = (process: { world: World }) => within(process, getCatalogueRevision);

test('what one process publishes, another has read before anybody searches there', async () => {
  const [publishing, serving] = [await aProcess('publishing'), await aProcess('serving')];
  await publish(publishing, 'Chór Słowik');
  expect(readUpTo(serving)).toBeUndefined();
  expect(await find(serving, 'chór')).toEqual(['Chór Słowik']);
  await publish(publishing, 'Chór Kos');
  const published = await revision(publishing);
  await expect.poll(() => readUpTo(serving), { timeout: 5_000 }).toBe(published);
  expect(await find(serving, 'chór')).toHaveLength(2);
  // One that holds no index of the centre does not make one.
  expect(readUpTo(publishing)).toBeUndefined();
});

test('while the connection is lost a search still finds what is new, and after that nothing has been missed', async () => {
  const [publishing, serving] = [await aProcess('publishing again'), await aProcess('serving again')];
  await find(serving, 'teatr');
  const cut = () =>
    asOwner((client) =>
      client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'serving again listening'"),
    );
  await expect.poll(async () => (await cut()).rowCount, { timeout: 5_000 }).toBe(1);
  await publish(publishing, 'Teatr Lalek');
  expect((await find(serving, 'teatr'))[0]).toBe('Teatr Lalek');
  await expect.poll(() => serving.lost.length, { timeout: 5_000 }).toBeGreaterThan(0);
  await publish(publishing, 'Teatr Cieni');
  const published = await revision(publishing);
  await expect.poll(() => readUpTo(serving), { timeout: 10_000 }).toBe(published);
});

test('what was told while nobody heard is read once the connection stands again', async () => {
  const publishing = await aProcess('publishing once more');
  let listener: Listener | undefined;
  const listen: Listen = (_, given) => {
    listener = given;
    return () => Promise.resolve();
  };
  const pool = openPool({ connectionString: (await testDatabase()).appUrl, max: 3 }, () => undefined);
  const world: World = { ...publishing.world, listen, database: openDatabase(pool) };
  stops.push(() => pool.end(), startKeepingAhead(world));
  await find({ world }, 'balet');
  const before = readUpTo({ world });
  await publish(publishing, 'Balet');
  expect(readUpTo({ world })).toBe(before);
  listener?.heard('nonsense');
  listener?.connected();
  const published = await revision(publishing);
  await expect.poll(() => readUpTo({ world }), { timeout: 5_000 }).toBe(published);
});

test('tries again for as long as there is no database, and stops when it is told to', async () => {
  const lost: string[] = [];
  const listen = makeListen({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' }, ({ message }) => lost.push(message));
  const stop = listen('somewhere', { heard: () => undefined, connected: () => undefined });
  await expect.poll(() => lost.length, { timeout: 5_000 }).toBeGreaterThan(1);
  await stop();
  const known = lost.length;
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(lost).toHaveLength(known);
});
