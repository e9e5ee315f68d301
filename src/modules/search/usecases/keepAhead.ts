import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { currentIndex, listHeldIndexes } from './centreIndex.ts';

const CHANNEL = 'okienko_catalogue';

/**
 * Reads changes of catalogues into the indexes of this process as soon as they are told, so that no resident waits for it.
 * Nothing depends on it: a search asks for the revision itself, and what was told while nobody heard is read after the
 * connection stands again.
 */
export function startKeepingAhead(world: World): () => Promise<void> {
  if (world.listen === null) return () => Promise.resolve();
  const waiting = new Map<string, Centre>();
  let reading = Promise.resolve();
  const readAll = async (): Promise<void> => {
    for (const [id, centre] of waiting) {
      waiting.delete(id);
      await read(world, centre).catch((error: unknown) => world.log.warn({ error, centre: id }, 'an index was not read ahead'));
    }
  };
  const note = (centre: Centre): void => {
    waiting.set(centre.id, centre);
    reading = reading.then(readAll);
  };
  const stop = world.listen(CHANNEL, {
    heard(payload) {
      const [centreId, number] = payload.split(' ');
      const held = listHeldIndexes(world.database).find(({ centre }) => centre.id === centreId);
      if (held !== undefined && held.revision !== Number(number)) note(held.centre);
    },
    connected() {
      for (const { centre } of listHeldIndexes(world.database)) note(centre);
    },
  });
  return async () => {
    waiting.clear();
    await stop();
    await reading;
  };
}

const read = (world: World, centre: Centre) =>
  inCentre(world.database, centre.id, async (tx) => {
    const actor = { kind: 'system', task: 'search.ahead' } as const;
    await currentIndex(
      makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'search.ahead', requestId: 'search.ahead' }),
    );
  });
