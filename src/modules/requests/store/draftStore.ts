import type { Selectable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';

interface DraftTables {
  'requests.draft': {
    centreId: string;
    id: string;
    codeHash: string;
    typed: unknown;
    caseId: string | null;
    createdAt: Temporal.Instant;
    updatedAt: Temporal.Instant;
    expiresAt: Temporal.Instant;
  };
}
export type DraftRow = Omit<Selectable<DraftTables['requests.draft']>, 'centreId' | 'typed'> & {
  readonly typed: Readonly<Record<string, readonly string[]>>;
};

export async function insertDraft(tx: CentreTx, row: DraftRow): Promise<void> {
  await tablesOf<DraftTables>(tx)
    .insertInto('requests.draft')
    .values({ ...row, typed: JSON.stringify(row.typed), centreId: tx.centreId })
    .execute();
}

/** The unexpired draft with this hash of its code. `locked` makes others who would send or save it wait. */
export async function findDraftRow(
  tx: CentreTx,
  codeHash: string,
  now: Temporal.Instant,
  { locked = false }: { locked?: boolean } = {},
): Promise<DraftRow | undefined> {
  let found = tablesOf<DraftTables>(tx)
    .selectFrom('requests.draft')
    .select(['id', 'codeHash', 'typed', 'caseId', 'createdAt', 'updatedAt', 'expiresAt'])
    .where('codeHash', '=', codeHash)
    .where('expiresAt', '>', now);
  if (locked) found = found.forUpdate();
  const row = await found.executeTakeFirst();
  return row && { ...row, typed: row.typed as DraftRow['typed'] };
}

export async function updateDraft(
  tx: CentreTx,
  id: string,
  change: Partial<Pick<DraftRow, 'typed' | 'caseId' | 'updatedAt' | 'expiresAt'>>,
): Promise<void> {
  const { typed, ...columns } = change;
  await tablesOf<DraftTables>(tx)
    .updateTable('requests.draft')
    .set({ ...columns, ...(typed && { typed: JSON.stringify(typed) }) })
    .where('id', '=', id)
    .execute();
}

export async function deleteDraft(tx: CentreTx, id: string): Promise<void> {
  await tablesOf<DraftTables>(tx).deleteFrom('requests.draft').where('id', '=', id).execute();
}

/** Removes drafts that nobody came back to. Returns how many. */
export async function deleteExpiredDrafts(tx: CentreTx, now: Temporal.Instant): Promise<number> {
  const done = await tablesOf<DraftTables>(tx).deleteFrom('requests.draft').where('expiresAt', '<=', now).executeTakeFirst();
  return Number(done.numDeletedRows);
}
