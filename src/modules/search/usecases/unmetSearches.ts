import { randomBytes, createHash } from 'node:crypto';
import { inCentre } from '#platform/db/index.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { World } from '#platform/world.ts';
import { keptWords } from '../domain/unmet.ts';
import { getLexicalFiles } from '../lexicalFiles.ts';
import { addUnmet, listUnmet, settleUnmet, type UnmetSearch } from '../store/unmetStore.ts';

/** What fewer callers have searched for could point at one person: it is neither written nor shown. */
const CALLERS_FROM = 3;
/** One caller counts once for the same words until this many others have come by. */
const CALLERS_REMEMBERED = 5_000;
/** Words that wait in memory for more callers; beyond that those waiting longest are forgotten. */
const WORDS_WAITING = 10_000;
const FLUSH_EVERY_MS = 60_000;
const PAGE = 50;

type Waiting = { readonly centreId: string; readonly words: string; times: number; isCommon: boolean };

/**
 * Searches of one process that are not written yet: reading a page writes nothing; what enough callers have searched for is
 * added up a minute later. Callers are remembered as salted digests, and only in memory.
 */
class UnmetCounter {
  readonly #salt = randomBytes(16);
  readonly #callers = new Set<string>();
  readonly #waiting = new Map<string, Waiting>();

  note(centreId: string, words: string, caller: string): void {
    const key = `${centreId}|${words}`;
    const digest = createHash('sha256').update(this.#salt).update(`${caller}|${key}`).digest('base64');
    if (this.#callers.has(digest)) return;
    if (this.#callers.size >= CALLERS_REMEMBERED) this.#callers.clear();
    this.#callers.add(digest);
    const waiting = this.#waiting.get(key) ?? { centreId, words, times: 0, isCommon: false };
    waiting.times++;
    this.#waiting.set(key, waiting);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > WORDS_WAITING && oldest !== undefined) this.#waiting.delete(oldest);
  }

  /** What may be written, by centre. */
  take(): ReadonlyMap<string, ReadonlyMap<string, number>> {
    const taken = new Map<string, Map<string, number>>();
    for (const waiting of this.#waiting.values()) {
      waiting.isCommon ||= waiting.times >= CALLERS_FROM;
      if (!waiting.isCommon || waiting.times === 0) continue;
      const ofCentre = taken.get(waiting.centreId) ?? new Map<string, number>();
      taken.set(waiting.centreId, ofCentre.set(waiting.words, waiting.times));
      waiting.times = 0;
    }
    return taken;
  }
}
const counters = new WeakMap<object, UnmetCounter>();
function counterOf({ database }: Pick<World, 'database'>): UnmetCounter {
  const counter = counters.get(database) ?? new UnmetCounter();
  counters.set(database, counter);
  return counter;
}

/** Remembers a search that found little, without who searched and without the exact words. */
export function noteSearch(scope: CentreScope, words: string, caller: string): void {
  const kept = keptWords(words, getLexicalFiles().polish);
  if (kept !== null) counterOf(scope.world).note(scope.centre.id, kept, caller);
}

/** Writes what was remembered. */
export async function flushUnmet(world: World): Promise<void> {
  for (const [centreId, counts] of counterOf(world).take()) {
    await inCentre(world.database, centreId, (tx) => addUnmet(tx, counts, world.clock().toZonedDateTimeISO('Europe/Warsaw').toPlainDate()));
  }
}

/**
 * Writes searches that found little as if so many people had made them on the scope's day, for a demonstration. Words of which nothing
 * is kept are left out.
 */
export async function recordUnmetSearches(scope: CentreScope, searches: ReadonlyMap<string, number>): Promise<void> {
  const counts = new Map<string, number>();
  for (const [words, times] of searches) {
    const kept = keptWords(words, getLexicalFiles().polish);
    if (kept !== null) counts.set(kept, (counts.get(kept) ?? 0) + times);
  }
  await addUnmet(scope.tx, counts, scope.today);
}

/** Writes every minute while the program runs, and once more at its end. */
export function startFlushing(world: World): () => Promise<void> {
  const flush = () =>
    flushUnmet(world).catch((error: unknown) => world.log.error({ error }, 'searches that found little were not written'));
  const timer = setInterval(() => void flush(), FLUSH_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await flush();
  };
}

export type { UnmetSearch };
/** One page of what was searched for several times and hardly found. */
export async function listUnmetSearches(
  scope: CentreScope,
  after?: { times: number; words: string },
): Promise<{ searches: readonly UnmetSearch[]; next: UnmetSearch | undefined }> {
  const rows = await listUnmet(scope.tx, CALLERS_FROM, PAGE + 1, after);
  const searches = rows.slice(0, PAGE);
  return { searches, next: rows.length > PAGE ? searches.at(-1) : undefined };
}

/** An editor has answered: a service, an everyday name, or nothing to add. False when it was not there. */
export const settleSearch = (scope: CentreScope, words: string): Promise<boolean> => settleUnmet(scope.tx, words, scope.today);
