import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { SealedFields } from './canonical.ts';

export interface Seal {
  readonly number: number;
  readonly sealedAt: Temporal.Instant;
  readonly entryIds: readonly string[];
  readonly previousHash: string;
  readonly hash: string;
}
interface SealTables {
  'audit.entry': SealedFields & { readonly xid: string };
  'audit.seal': Seal & { readonly centreId: string };
  'audit.sealedEntry': { readonly centreId: string; readonly entryId: string; readonly sealNumber: number };
}
const fields = [
  'e.centreId',
  'e.id',
  'e.at',
  'e.event',
  'e.door',
  'e.actorKind',
  'e.actorId',
  'e.actorLabel',
  'e.actorRole',
  'e.caseId',
  'e.personId',
  'e.detail',
  'e.requestId',
] as const;

/** Takes the seat of the centre's only sealer until the transaction ends; false when somebody else sits there. */
export async function becomeSealer(tx: CentreTx): Promise<boolean> {
  const { rows } = await sql<{
    taken: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`audit.seal ${tx.centreId}`}, 0)) as taken`.execute(tx.db);
  return rows[0]?.taken === true;
}

/**
 * Rows not sealed yet that no running transaction can come before, in the order of their transactions. A transaction
 * that never ends must not hold up the chain: after an hour its neighbours are sealed without it.
 */
export function listSealable(tx: CentreTx, { hourAgo, limit }: { hourAgo: Temporal.Instant; limit: number }): Promise<SealedFields[]> {
  return tablesOf<SealTables>(tx)
    .selectFrom('audit.entry as e')
    .leftJoin('audit.sealedEntry as s', (join) => join.onRef('s.centreId', '=', 'e.centreId').onRef('s.entryId', '=', 'e.id'))
    .select(fields)
    .where('s.entryId', 'is', null)
    .where(sql<boolean>`(e.xid < pg_snapshot_xmin(pg_current_snapshot()) or e.at < ${hourAgo.toString()}::timestamptz)`)
    .orderBy('e.xid')
    .orderBy('e.id')
    .limit(limit)
    .execute();
}
export function findLastSeal(tx: CentreTx): Promise<Seal | undefined> {
  return tablesOf<SealTables>(tx)
    .selectFrom('audit.seal')
    .select(['number', 'sealedAt', 'entryIds', 'previousHash', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}
export async function insertSeal(tx: CentreTx, seal: Seal): Promise<void> {
  await tablesOf<SealTables>(tx)
    .insertInto('audit.seal')
    .values({ ...seal, centreId: tx.centreId })
    .execute();
  await sql`insert into audit.sealed_entry (centre_id, entry_id, seal_number) select ${tx.centreId}, unnest(${seal.entryIds}::uuid[]), ${seal.number}`.execute(
    tx.db,
  );
}

/** Seals after a number, in order. */
export function listSeals(tx: CentreTx, { after, limit }: { after: number; limit: number }): Promise<Seal[]> {
  return tablesOf<SealTables>(tx)
    .selectFrom('audit.seal')
    .select(['number', 'sealedAt', 'entryIds', 'previousHash', 'hash'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}
/** Rows by id, in any order. */
export function listEntries(tx: CentreTx, ids: readonly string[]): Promise<SealedFields[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : tablesOf<SealTables>(tx).selectFrom('audit.entry as e').select(fields).where('e.id', 'in', ids).execute();
}
/** Rows that should have been sealed before a moment and were not; and marks of sealing that no seal knows. */
export async function countLoose(tx: CentreTx, before: Temporal.Instant): Promise<{ unsealed: number; unknown: number }> {
  const { rows } = await sql<{ unsealed: number; unknown: number }>`select
    (select count(*) from audit.entry e left join audit.sealed_entry s on s.centre_id = e.centre_id and s.entry_id = e.id
      where s.entry_id is null and e.at < ${before.toString()}::timestamptz) as unsealed,
    (select count(*) from audit.sealed_entry s left join audit.seal l on l.centre_id = s.centre_id and l.number = s.seal_number
      where l.number is null or not s.entry_id = any (l.entry_ids)) as unknown`.execute(tx.db);
  return rows[0] ?? { unsealed: 0, unknown: 0 };
}
