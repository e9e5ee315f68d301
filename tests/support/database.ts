import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import { anonymous, type Actor } from '#shared/actor.ts';
import { centreA } from './centres.ts';
import { testWorld } from './world.ts';

export { centreA, centreB } from './centres.ts';
export { asOwner, testDatabase } from './ownDatabase.ts';
export { closeAtTheEnd } from './perFile.ts';

class RollBack extends Error {}

export interface TestScopeOptions {
  readonly centre?: Centre;
  readonly actor?: Actor;
  readonly now?: Temporal.Instant;
}

/**
 * Runs a story in one transaction of a centre (centreA unless told) and undoes it. What use cases
 * work with is the argument; `scope.tx` is the transaction.
 */
export async function inTestCentre<T>(work: (scope: CentreScope) => Promise<T>, options: TestScopeOptions = {}): Promise<T> {
  const { centre = centreA, actor = anonymous } = options;
  const world = await testWorld(options.now ? { clock: () => options.now as Temporal.Instant } : {});
  let result: { value: T } | undefined;
  try {
    await inCentre(world.database, centre.id, async (tx) => {
      const scope = makeScope({ world, tx, centre, actor, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' });
      result = { value: await work(scope) };
      throw new RollBack();
    });
  } catch (thrown) {
    if (!(thrown instanceof RollBack)) throw thrown;
  }
  if (!result) throw new Error('the story did not run');
  return result.value;
}
