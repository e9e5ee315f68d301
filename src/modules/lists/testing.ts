import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { putServices } from '#modules/catalogue/index.ts';
import { aServiceRecord } from '#modules/catalogue/testing.ts';

/** Services of a centre, committed: each a name, and what its card adds to it. */
export async function publishServices(
  world: World,
  centre: Centre,
  ...services: readonly Parameters<typeof aServiceRecord>[]
): Promise<void> {
  await inCentre(world.database, centre.id, (tx) =>
    putServices(
      makeScope({
        world,
        tx,
        centre,
        actor: { kind: 'system', task: 'test' },
        now: world.clock(),
        lang: 'pl',
        door: 'test',
        requestId: 'test',
      }),
      services.map(([name, card]) => aServiceRecord(name, card)),
    ),
  );
}
