import { setTimeout as pause } from 'node:timers/promises';
import { makeListen, openDatabase, openPool } from '#platform/db/index.ts';
import type { Centre } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { getCatalogueRevision, listServices, putServices, type ServiceRecord } from '#modules/catalogue/index.ts';
import { listHeldIndexes } from '#modules/search/usecases/centreIndex.ts';
import { searchModule } from '#modules/search/module.ts';
import { asSystem } from './manyCentres.ts';
import type { Benchmark } from './measure.ts';
import { openVisitor } from './visitor.ts';

/** A publish that was not read ahead after so long is a fault. */
const longestWait = 30_000;

interface Publishing {
  readonly publisher: World;
  readonly centres: readonly Centre[];
  readonly appUrl: string;
  readonly size: number;
  placeOf(round: number): number;
}

/**
 * The first search of a centre after so many of its cards were published by another process: where the process that answers
 * reads ahead, and where it reads when it is asked.
 */
export async function* afterPublishing(
  { publisher, centres, appUrl, size, placeOf }: Publishing,
  changed: number,
): AsyncIterable<Benchmark> {
  for (const isAhead of [false, true]) {
    const pool = openPool({ connectionString: appUrl, max: 3 }, (error) => console.error(error.message));
    const listen = makeListen({ connectionString: appUrl }, (error) => console.error(error.message));
    const world: World = { ...publisher, database: openDatabase(pool), listen: isAhead ? listen : null };
    const stop = await searchModule.start?.(world);
    const { read } = openVisitor(world);
    const search = (round: number) => read(`/${centres[placeOf(round)]?.slug}/uslugi?q=dow%C3%B3z+do+lekarza`);
    yield {
      name: `first search, changed cards: ${changed}, ${isAhead ? 'read ahead' : 'not read ahead'}`,
      size,
      async before(round) {
        const centre = centres[placeOf(round)];
        if (!centre) throw new Error('there is no such centre');
        // Nothing is read ahead for a centre that nobody has searched here.
        await search(round);
        const revision = await publish(publisher, centre, changed, `${isAhead} ${round}`);
        const heldUpTo = () => listHeldIndexes(world.database).find((held) => held.centre.id === centre.id)?.revision;
        for (let waited = 0; isAhead && heldUpTo() !== revision; waited += 5) {
          if (waited > longestWait) throw new Error('the change was not read ahead');
          await pause(5);
        }
      },
      run: search,
    };
    await stop?.();
    await pool.end();
  }
}

/** Changes the summaries of some cards. @returns the number of the change */
const publish = (world: World, centre: Centre, cards: number, mark: string): Promise<number> =>
  asSystem(world, centre, async (scope) => {
    const services = (await listServices(scope)).slice(0, cards);
    await putServices(
      scope,
      services.map(({ version: _, revision: __, createdAt: ___, updatedAt: ____, providerId: _____, ...card }): ServiceRecord => ({
        ...card,
        summary: `Zmiana ${mark}`,
      })),
    );
    return getCatalogueRevision(scope);
  });
