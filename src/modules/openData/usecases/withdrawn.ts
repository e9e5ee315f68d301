import { inCentre } from '#platform/db/index.ts';
import { findCentreById, makeScope } from '#platform/http/index.ts';
import { isUuid } from '#shared/uuid.ts';
import type { World } from '#platform/world.ts';
import { findSuccessor } from '#modules/catalogue/index.ts';
import { findEntry, findWithdrawnEntry } from '../store/listStore.ts';
import type { Reach } from './directory.ts';

/** A service that is no longer published. */
export interface Withdrawn {
  /** When its card was changed last; for one that ended, when it did. */
  readonly modifiedAt: Temporal.Instant;
  /** The published service to which it leads, when its centre named one. */
  readonly successorId: string | undefined;
}

/** What harvesters of a withdrawn service should know; undefined for what never was here, or is still. */
export async function findWithdrawn(world: World, reach: Reach, id: string): Promise<Withdrawn | undefined> {
  if (!isUuid(id)) return undefined;
  const entry = await findWithdrawnEntry(reach.database, id, reach.today, reach);
  const centre = entry && (await findCentreById(reach.database, entry.publisherId));
  if (!entry || !centre) return undefined;
  // Who follows is said beside the card and may change later than it.
  const successor = await inCentre(reach.database, centre.id, (tx) => {
    const actor = { kind: 'system', task: 'openData.withdrawn' } as const;
    const of = { world, tx, centre, actor, now: world.clock() };
    return findSuccessor(makeScope({ ...of, lang: 'pl', door: 'openData.withdrawn', requestId: 'openData.withdrawn' }), id);
  });
  const isPublished = successor && (await findEntry(reach.database, 'service', successor.id, reach.today, reach)) !== undefined;
  return { modifiedAt: entry.modifiedAt, successorId: isPublished ? successor.id : undefined };
}
