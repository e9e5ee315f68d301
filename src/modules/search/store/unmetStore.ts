import { sql, type Generated } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';

interface UnmetTables {
  'search.unmet': {
    centreId: string;
    words: string;
    times: number;
    firstOn: Temporal.PlainDate;
    lastOn: Temporal.PlainDate;
    settledOn: Generated<Temporal.PlainDate | null>;
  };
}
export interface UnmetSearch {
  readonly words: string;
  readonly times: number;
  readonly lastOn: Temporal.PlainDate;
}

/** Adds how often each of these was searched for; what was settled counts anew. */
export async function addUnmet(tx: CentreTx, counts: ReadonlyMap<string, number>, on: Temporal.PlainDate): Promise<void> {
  if (counts.size === 0) return;
  const rows = [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([words, times]) => ({ centreId: tx.centreId, words, times, firstOn: on, lastOn: on }));
  await tablesOf<UnmetTables>(tx)
    .insertInto('search.unmet')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['centreId', 'words']).doUpdateSet({
        times: sql<number>`case when search.unmet.settled_on is null then search.unmet.times else 0 end + excluded.times`,
        lastOn: on,
        settledOn: null,
      }),
    )
    .execute();
}

/** What was searched for at least so many times and is not settled, most often first; those after `after` on the next page. */
export function listUnmet(tx: CentreTx, atLeast: number, limit: number, after?: { times: number; words: string }): Promise<UnmetSearch[]> {
  let query = tablesOf<UnmetTables>(tx)
    .selectFrom('search.unmet')
    .select(['words', 'times', 'lastOn'])
    .where('settledOn', 'is', null)
    .where('times', '>=', atLeast);
  if (after) query = query.where(sql<boolean>`(-times, words) > (${-after.times}::int, ${after.words})`);
  return query.orderBy('times', 'desc').orderBy('words').limit(limit).execute();
}

export async function settleUnmet(tx: CentreTx, words: string, on: Temporal.PlainDate): Promise<boolean> {
  const done = await tablesOf<UnmetTables>(tx)
    .updateTable('search.unmet')
    .set({ settledOn: on })
    .where('words', '=', words)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
