import { tablesOf, type CentreTx } from '#platform/db/index.ts';

interface LetterTables {
  'platform.letter': {
    centreId: string;
    id: string;
    toAddress: string;
    subject: string;
    body: string;
    caseId: string | null;
    createdAt: Temporal.Instant;
    sentAt: Temporal.Instant | null;
    lastError: string | null;
  };
}
export interface Letter {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
  readonly lastError: string | null;
}
const columns = ['id', 'toAddress', 'subject', 'body', 'createdAt', 'sentAt', 'lastError'] as const;

/** Locks a letter that has not been sent; a second sender waits here and then finds it sent. */
export async function takeUnsent(tx: CentreTx, id: string): Promise<Letter | undefined> {
  return tablesOf<LetterTables>(tx)
    .selectFrom('platform.letter')
    .select(columns)
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}
export async function markSent(tx: CentreTx, id: string, at: Temporal.Instant): Promise<void> {
  await tablesOf<LetterTables>(tx).updateTable('platform.letter').set({ sentAt: at, lastError: null }).where('id', '=', id).execute();
}
export async function markFailed(tx: CentreTx, id: string, error: string): Promise<void> {
  await tablesOf<LetterTables>(tx)
    .updateTable('platform.letter')
    .set({ lastError: error.slice(0, 300) })
    .where('id', '=', id)
    .execute();
}
/** Letters of the centre, newest first, after the one given. */
export function listLetters(tx: CentreTx, { after, limit }: { after?: string | undefined; limit: number }): Promise<Letter[]> {
  let query = tablesOf<LetterTables>(tx).selectFrom('platform.letter').select(columns).orderBy('id', 'desc').limit(limit);
  if (after) query = query.where('id', '<', after);
  return query.execute();
}
