import { tablesOf, type CentreTx } from '#platform/db/index.ts';

/** By which kinds and needs a service is found, as an editor set it. */
export interface Finding {
  /** Ids of kinds; null when the texts of the card tell them. */
  readonly kinds: readonly string[] | null;
  /** Ids of needs for which it is found besides, and for which it is not. */
  readonly needs: readonly string[];
  readonly denied: readonly string[];
}
/** One of the findings that a service has had; `number` counts from 1. */
export interface FindingVersion extends Finding {
  readonly serviceId: string;
  readonly number: number;
  readonly writtenAt: Temporal.Instant;
  readonly author: string;
  readonly authorName: string | null;
}

interface FindingTables {
  'search.finding': {
    centreId: string;
    serviceId: string;
    number: number;
    kinds: string[] | null;
    needs: string[];
    denied: string[];
    writtenAt: Temporal.Instant;
    author: string;
    authorName: string | null;
  };
}
const columns = ['serviceId', 'number', 'kinds', 'needs', 'denied', 'writtenAt', 'author', 'authorName'] as const;

/** The newest of a service. */
export const findFinding = (tx: CentreTx, serviceId: string): Promise<FindingVersion | undefined> =>
  tablesOf<FindingTables>(tx)
    .selectFrom('search.finding')
    .select(columns)
    .where('serviceId', '=', serviceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

export const listFindingVersions = (tx: CentreTx, serviceId: string, limit: number): Promise<FindingVersion[]> =>
  tablesOf<FindingTables>(tx)
    .selectFrom('search.finding')
    .select(columns)
    .where('serviceId', '=', serviceId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();

/** The newest of each of these services, by id; of all services of the centre unless told. */
export async function listFindings(tx: CentreTx, serviceIds?: readonly string[]): Promise<ReadonlyMap<string, Finding>> {
  if (serviceIds?.length === 0) return new Map();
  let query = tablesOf<FindingTables>(tx)
    .selectFrom('search.finding')
    .distinctOn('serviceId')
    .select(['serviceId', 'kinds', 'needs', 'denied'])
    .orderBy('serviceId')
    .orderBy('number', 'desc');
  if (serviceIds) query = query.where('serviceId', 'in', [...serviceIds]);
  return new Map((await query.execute()).map((row) => [row.serviceId, row]));
}

/** Adds one more; false when somebody else has added this number before. */
export async function addFinding(tx: CentreTx, row: FindingVersion): Promise<boolean> {
  const done = await tablesOf<FindingTables>(tx)
    .insertInto('search.finding')
    .values({ ...row, centreId: tx.centreId, kinds: row.kinds && [...row.kinds], needs: [...row.needs], denied: [...row.denied] })
    .onConflict((conflict) => conflict.columns(['centreId', 'serviceId', 'number']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
