import fc from 'fast-check';
import pg from 'pg';
import { expect, test } from 'vitest';
import { inCentre } from '#platform/db/index.ts';
import { runJobEverywhere } from '#platform/jobs/index.ts';
import type { World } from '#platform/world.ts';
import { asOwner, centreA, centreB, testDatabase } from '#tests/support/database.ts';
import { testNow, testWorld } from '#tests/support/world.ts';
import { canonicalJson } from './canonical.ts';
import { writeAudit } from './entry.ts';
import { sealAudit } from './seal.ts';
import { verifyAudit, type AuditFault } from './verifyAudit.ts';

const write = (world: World, event: string, centreId = centreA.id) =>
  inCentre(world.database, centreId, (tx) =>
    writeAudit(tx, [
      {
        event,
        door: 'GET /',
        actor: { kind: 'anonymous' },
        subject: { detail: { b: [1, { z: null, a: 'ą' }], a: true } },
        at: world.clock(),
        requestId: 'r',
      },
    ]),
  );
const sealOnce = async (world: World) => expect(await runJobEverywhere(world, sealAudit)).toEqual(new Map());
const countUnsealed = () =>
  asOwnerOf(
    async (client) =>
      (
        await client.query<{ n: number }>(
          'select count(*)::int as n from audit.entry where id not in (select entry_id from audit.sealed_entry)',
        )
      ).rows[0]?.n,
  );
/** Transactions of other test files on the same server hold sealing up for a moment, so it is tried again. */
async function seal(world: World): Promise<void> {
  await expect.poll(async () => (await sealOnce(world), await countUnsealed()), { timeout: 10_000 }).toBe(0);
}
async function faultsIn(world: World, centre = centreA, now = testNow): Promise<readonly AuditFault[]> {
  return (await verifyAudit(world.database, now)).find((report) => report.centre === centre.slug)?.faults ?? [];
}
const asOwnerOf = <T>(work: (client: pg.Client) => Promise<T>) =>
  asOwner(async (client) => {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    return work(client);
  });
const sealedEvents = () =>
  asOwnerOf(async (client) =>
    (
      await client.query<{ event: string }>(
        'select event from audit.sealed_entry s join audit.entry e on e.id = s.entry_id order by s.seal_number, e.id',
      )
    ).rows.map((row) => row.event),
  );

test('rows are sealed once, in both centres, and the chain holds', async () => {
  const world = await testWorld();
  for (const event of ['one', 'two', 'three']) await write(world, event);
  await write(world, 'other', centreB.id);
  await seal(world);
  await write(world, 'four');
  await seal(world);
  await seal(world);
  expect(await sealedEvents()).toEqual(['one', 'two', 'three', 'four']);
  const reports = await verifyAudit(world.database, testNow);
  expect(reports).toMatchObject([
    { centre: 'jodlowo', seals: 2, entries: 4, faults: [] },
    { centre: 'lipowo', seals: 1, entries: 1, faults: [] },
  ]);
});

test('a writer under way holds up nobody, and what comes after it waits for its place', async () => {
  const world = await testWorld();
  await seal(world);
  const before = (await sealedEvents()).length;
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const slow = inCentre(world.database, centreA.id, async (tx) => {
    await writeAudit(tx, [{ event: 'slow', door: 'd', actor: { kind: 'anonymous' }, subject: {}, at: world.clock(), requestId: 'r' }]);
    begun.resolve();
    await end.promise;
  });
  await begun.promise;
  await write(world, 'quick');
  await sealOnce(world);
  expect(await sealedEvents()).toHaveLength(before);
  end.resolve();
  await slow;
  await seal(world);
  expect((await sealedEvents()).slice(before)).toEqual(['slow', 'quick']);
});

test('a sealer under way holds up no writer, and no second sealer works beside it', async () => {
  const world = await testWorld();
  await write(world, 'first');
  await inCentre(world.database, centreA.id, async (tx) => {
    const { becomeSealer } = await import('./sealStore.ts');
    expect(await becomeSealer(tx)).toBe(true);
    await write(world, 'meanwhile');
    const before = (await sealedEvents()).length;
    await sealOnce(world);
    expect(await sealedEvents()).toHaveLength(before);
  });
});

test('the application cannot change the log or its seals', async () => {
  const { appUrl } = await testDatabase();
  const client = new pg.Client(appUrl);
  await client.connect();
  try {
    await client.query(`set okienko.centre_id = '${centreA.id}'`);
    for (const statement of [
      `update audit.entry set event = 'x'`,
      'delete from audit.entry',
      `update audit.seal set hash = 'x'`,
      'delete from audit.seal',
      'delete from audit.sealed_entry',
      'truncate audit.entry cascade',
    ])
      await expect(client.query(statement), statement).rejects.toThrow(/permission denied/);
  } finally {
    await client.end();
  }
});

test('rows left unsealed too long are reported', async () => {
  const world = await testWorld();
  await seal(world);
  await write(world, 'forgotten');
  expect(await faultsIn(world)).toEqual([]);
  expect(await faultsIn(world, centreA, testNow.add({ hours: 3 }))).toEqual([{ kind: 'not-sealed', count: 1 }]);
});

test('a row changed behind the back of the program is found, and so is its undoing', async () => {
  const world = await testWorld();
  await seal(world);
  await asOwnerOf((client) => client.query(`update audit.entry set actor_label = 'ktoś inny' where event = 'two'`));
  expect(await faultsIn(world)).toEqual([{ kind: 'content-changed', seal: 1 }]);
  await asOwnerOf((client) => client.query(`update audit.entry set actor_label = 'anonymous' where event = 'two'`));
  expect(await faultsIn(world)).toEqual([]);
});

test('a removed row is found, and a resealed past breaks the chain', async () => {
  const world = await testWorld();
  await seal(world);
  const [removed] = await asOwnerOf(async (client) => {
    await client.query(`delete from audit.sealed_entry s using audit.entry e where e.id = s.entry_id and e.event = 'three'`);
    return (await client.query<{ id: string }>(`delete from audit.entry where event = 'three' returning id`)).rows;
  });
  expect(await faultsIn(world)).toEqual([{ kind: 'entry-removed', seal: 1, entryId: removed?.id }]);
  const { sealHash, firstHash } = await import('./canonical.ts');
  const { listEntries } = await import('./sealStore.ts');
  await asOwnerOf(async (client) => {
    await client.query(`update audit.seal set entry_ids = array_remove(entry_ids, $1::uuid) where number = 1`, [removed?.id]);
    const ids = (await client.query<{ entry_ids: string }>('select entry_ids::text[] from audit.seal where number = 1')).rows[0]
      ?.entry_ids as unknown as string[];
    const found = await inCentre(world.database, centreA.id, (tx) => listEntries(tx, ids));
    const hash = sealHash(
      firstHash,
      ids.flatMap((id) => found.find((row) => row.id === id) ?? []),
    );
    await client.query('update audit.seal set hash = $1 where number = 1', [hash]);
  });
  expect(await faultsIn(world)).toEqual([{ kind: 'chain-broken', seal: 2 }]);
});

test('the same value is the same text whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      return canonicalJson(turned) === canonicalJson(value) && typeof JSON.parse(canonicalJson(value)) === 'object';
    }),
  );
});
