import { tablesOf, type CentreTx } from '#platform/db/index.ts';

/** A file that somebody attached. */
export interface Attachment {
  readonly id: string;
  readonly caseId: string | null;
  readonly owner: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly createdAt: Temporal.Instant;
}
interface FileTables {
  'platform.attachment': Attachment & { readonly centreId: string };
}
const columns = ['id', 'caseId', 'owner', 'name', 'contentType', 'size', 'sha256', 'createdAt'] as const;

export async function insertAttachment(tx: CentreTx, attachment: Attachment): Promise<void> {
  await tablesOf<FileTables>(tx)
    .insertInto('platform.attachment')
    .values({ ...attachment, centreId: tx.centreId })
    .execute();
}
export function findAttachment(tx: CentreTx, id: string): Promise<Attachment | undefined> {
  return tablesOf<FileTables>(tx).selectFrom('platform.attachment').select(columns).where('id', '=', id).executeTakeFirst();
}
export function listByCase(tx: CentreTx, caseId: string): Promise<Attachment[]> {
  return tablesOf<FileTables>(tx).selectFrom('platform.attachment').select(columns).where('caseId', '=', caseId).orderBy('id').execute();
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
/** Gives an owner's waiting files to a case. How many there were. */
export async function giveToCase(tx: CentreTx, { owner, caseId }: { owner: string; caseId: string }): Promise<number> {
  const done = await tablesOf<FileTables>(tx)
    .updateTable('platform.attachment')
    .set({ caseId })
    .where('owner', '=', owner)
    .where('caseId', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
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
export async function deleteForgotten(tx: CentreTx, before: Temporal.Instant): Promise<number> {
  const done = await tablesOf<FileTables>(tx)
    .deleteFrom('platform.attachment')
    .where('caseId', 'is', null)
    .where('createdAt', '<', before)
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
export async function listKnown(tx: CentreTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tablesOf<FileTables>(tx).selectFrom('platform.attachment').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map((row) => row.id));
}
