import { sql } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';

/** A file that somebody attached. */
export interface Attachment {
  readonly id: string;
  readonly caseId: string | null;
  /** Who may take it back while it belongs to no case. */
  readonly owner: string;
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly createdAt: Temporal.Instant;
  /** The member of the staff who added it; null when it came from the resident. */
  readonly addedBy: string | null;
  /** When a file without a case is forgotten; null once it has one. */
  readonly waitsUntil: Temporal.Instant | null;
  /** The resident sent it to a case that was already there. */
  readonly cameLater: boolean;
  /** When the staff looked at what came later. */
  readonly reviewedAt: Temporal.Instant | null;
  readonly reviewedBy: string | null;
}
/** Why and when a file of a case was taken out of use. */
export interface Withdrawal {
  readonly reason: string;
  readonly withdrawnBy: string;
  readonly withdrawnAt: Temporal.Instant;
}
export type CaseAttachment = Attachment & { readonly withdrawal: Withdrawal | null };

interface FileTables {
  'platform.attachment': Attachment & { readonly centreId: string };
  'platform.attachmentWithdrawal': Withdrawal & { readonly centreId: string; readonly attachmentId: string };
}
const columns = [
  'id',
  'caseId',
  'owner',
  'name',
  'contentType',
  'size',
  'sha256',
  'createdAt',
  'addedBy',
  'waitsUntil',
  'cameLater',
  'reviewedAt',
  'reviewedBy',
] as const;

export async function insertAttachment(tx: CentreTx, attachment: Attachment): Promise<void> {
  await tablesOf<FileTables>(tx)
    .insertInto('platform.attachment')
    .values({ ...attachment, centreId: tx.centreId })
    .execute();
}

const listed = (tx: CentreTx) =>
  tablesOf<FileTables>(tx)
    .selectFrom('platform.attachment as file')
    .leftJoin('platform.attachmentWithdrawal as gone', (join) =>
      join.onRef('gone.centreId', '=', 'file.centreId').onRef('gone.attachmentId', '=', 'file.id'),
    )
    .select(columns.map((column) => `file.${column}` as const))
    .select(['gone.reason', 'gone.withdrawnBy', 'gone.withdrawnAt']);
type Listed = Attachment & { readonly [K in keyof Withdrawal]: Withdrawal[K] | null };

function toCaseAttachment({ reason, withdrawnBy, withdrawnAt, ...attachment }: Listed): CaseAttachment {
  const withdrawal = reason !== null && withdrawnBy !== null && withdrawnAt !== null ? { reason, withdrawnBy, withdrawnAt } : null;
  return { ...attachment, withdrawal };
}

export async function findAttachment(tx: CentreTx, id: string): Promise<CaseAttachment | undefined> {
  const row = await listed(tx).where('file.id', '=', id).executeTakeFirst();
  return row && toCaseAttachment(row);
}
export async function listByCase(tx: CentreTx, caseId: string): Promise<CaseAttachment[]> {
  return (await listed(tx).where('file.caseId', '=', caseId).orderBy('file.id').execute()).map(toCaseAttachment);
}
export function listByOwner(tx: CentreTx, owner: string): Promise<Attachment[]> {
  return tablesOf<FileTables>(tx)
    .selectFrom('platform.attachment')
    .select(columns)
    .where('owner', '=', owner)
    .where('caseId', 'is', null)
    .orderBy('id')
    .execute();
}
/** Gives an owner's waiting files to a case, and returns them in the order in which they came. */
export async function giveToCase(tx: CentreTx, { owner, caseId }: { owner: string; caseId: string }): Promise<Attachment[]> {
  const given = await tablesOf<FileTables>(tx)
    .updateTable('platform.attachment')
    .set({ caseId, waitsUntil: null })
    .where('owner', '=', owner)
    .where('caseId', 'is', null)
    .returning(columns)
    .execute();
  return given.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
/** Puts off when an owner's waiting files are forgotten. */
export async function putOff(tx: CentreTx, owner: string, waitsUntil: Temporal.Instant): Promise<void> {
  await tablesOf<FileTables>(tx)
    .updateTable('platform.attachment')
    .set({ waitsUntil })
    .where('owner', '=', owner)
    .where('caseId', 'is', null)
    .execute();
}
/** Takes back a file that waits; those of a case stay. */
export async function deleteWaiting(tx: CentreTx, { id, owner }: { id: string; owner: string }): Promise<boolean> {
  const done = await tablesOf<FileTables>(tx)
    .deleteFrom('platform.attachment')
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('caseId', 'is', null)
    .executeTakeFirst();
  return Number(done.numDeletedRows) > 0;
}
/** Takes back all that waits for an owner. */
export async function deleteAllWaiting(tx: CentreTx, owner: string): Promise<void> {
  await tablesOf<FileTables>(tx).deleteFrom('platform.attachment').where('owner', '=', owner).where('caseId', 'is', null).execute();
}
export async function deleteForgotten(tx: CentreTx, now: Temporal.Instant): Promise<number> {
  const done = await tablesOf<FileTables>(tx)
    .deleteFrom('platform.attachment')
    .where('caseId', 'is', null)
    .where('waitsUntil', '<', now)
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
export async function listKnown(tx: CentreTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tablesOf<FileTables>(tx).selectFrom('platform.attachment').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map((row) => row.id));
}

/** Takes a file of a case out of use; false when that was done before. */
export async function insertWithdrawal(tx: CentreTx, attachmentId: string, withdrawal: Withdrawal): Promise<boolean> {
  const done = await tablesOf<FileTables>(tx)
    .insertInto('platform.attachmentWithdrawal')
    .values({ ...withdrawal, attachmentId, centreId: tx.centreId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('attachmentId')
    .executeTakeFirst();
  return done !== undefined;
}
/** Writes down who looked at these files of a case; those looked at before keep who was first. */
export async function markReviewed(
  tx: CentreTx,
  { caseId, ids, by, at }: { caseId: string; ids: readonly string[]; by: string; at: Temporal.Instant },
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await tablesOf<FileTables>(tx)
    .updateTable('platform.attachment')
    .set({ reviewedAt: at, reviewedBy: by })
    .where('caseId', '=', caseId)
    .where('id', 'in', ids)
    .where('cameLater', '=', true)
    .where('reviewedAt', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
/** Cases with files that came later and that nobody has looked at: of those given, or the first thousand. */
export async function listCasesWithNews(tx: CentreTx, caseIds: readonly string[] | null): Promise<ReadonlySet<string>> {
  if (caseIds?.length === 0) return new Set();
  let news = tablesOf<FileTables>(tx)
    .selectFrom('platform.attachment as file')
    .select('file.caseId')
    .distinct()
    .where('file.caseId', 'is not', null)
    .where('file.cameLater', '=', true)
    .where('file.reviewedAt', 'is', null)
    .where(
      sql<boolean>`not exists (select from platform.attachment_withdrawal gone where gone.centre_id = file.centre_id and gone.attachment_id = file.id)`,
    )
    .limit(1000);
  if (caseIds) news = news.where('file.caseId', 'in', caseIds);
  const rows = await news.execute();
  return new Set(rows.flatMap((row) => row.caseId ?? []));
}
