import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import { inCentre } from '#platform/db/index.ts';
import { newId } from '#shared/uuid.ts';
import type { World } from '#platform/world.ts';
import { insertCentre, listGminaRows } from '../store/centreStore.ts';
import { loadRegisters } from './loadRegisters.ts';

/** Carries the answer out of the transaction that it undoes. */
class Undone<T> extends Error {
  readonly answer: T;
  constructor(answer: T) {
    super('undone');
    this.answer = answer;
  }
}

/**
 * Lets `work` use a centre of its own that nobody else ever sees: the centre and all that is written in it live in one
 * transaction, which is undone at the end whatever happens.
 * @param task what the program does, for the rows that it writes
 */
export async function inScratchCentre<T>(world: World, task: string, work: (scope: CentreScope) => Promise<T>): Promise<T> {
  await loadRegisters(world);
  const [gmina] = await listGminaRows(world.database);
  if (!gmina) throw new Error('the register of gminas is empty');
  const id = newId();
  const slug = `proba-${id}`;
  const facts = {
    id,
    slug,
    officialName: slug,
    displayName: slug,
    teryt: gmina.teryt,
    address: null,
    phone: null,
    email: null,
    isDemo: true,
    kind: 'centre' as const,
  };
  const centre: Centre = { ...facts, gminaName: gmina.name };
  try {
    await inCentre(world.database, id, async (tx) => {
      await insertCentre(tx.db, { ...facts, legalMode: null, createdOn: null, facts: {}, isOpen: false });
      const actor = { kind: 'system', task } as const;
      const scope = makeScope({
        world,
        tx,
        centre,
        actor,
        now: world.clock(),
        lang: 'pl',
        door: `okienko ${task}`,
        requestId: 'command line',
      });
      throw new Undone(await work(scope));
    });
  } catch (error) {
    if (error instanceof Undone) return error.answer as T;
    throw error;
  }
  throw new Error('the transaction of a scratch centre was not undone');
}
