import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { actorKey } from '#shared/actor.ts';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CentreScope } from './context.ts';
import type { FormFields } from './form.ts';
import type { Reply } from './reply.ts';

interface SubmissionTables {
  'platform.submission': {
    centreId: string;
    key: string;
    door: string;
    actor: string;
    bodyHash: string;
    status: number | null;
    location: string | null;
    notice: string | null;
    createdAt: Temporal.Instant;
  };
}
type Earlier =
  | { readonly kind: 'new' }
  | { readonly kind: 'repeated'; readonly location: string; readonly notice: string | null }
  | { readonly kind: 'changed'; readonly location: string };

const hashOf = (fields: FormFields) => createHash('sha256').update(JSON.stringify(fields.toRecord())).digest('base64url');

/**
 * Claims a submission key within the running transaction. A second request with the same key waits
 * here until the first one ends, and then gets the first one's answer: nothing is done twice.
 */
export async function claimSubmission(scope: CentreScope, door: string, key: string, fields: FormFields): Promise<Earlier> {
  const tables = tablesOf<SubmissionTables>(scope.tx);
  const bodyHash = hashOf(fields);
  const claimed = await tables
    .insertInto('platform.submission')
    .values({
      centreId: scope.centre.id,
      key,
      door,
      actor: actorKey(scope.actor),
      bodyHash,
      status: null,
      location: null,
      notice: null,
      createdAt: scope.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return { kind: 'new' };
  const earlier = await tables.selectFrom('platform.submission').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
  const location = earlier.location ?? `/${scope.centre.slug}`;
  if (earlier.bodyHash !== bodyHash || earlier.door !== door || earlier.actor !== actorKey(scope.actor))
    return { kind: 'changed', location: earlier.actor === actorKey(scope.actor) ? location : `/${scope.centre.slug}` };
  return { kind: 'repeated', location, notice: earlier.notice };
}

/** Remembers the answer of a submission that did its work. */
export async function answerSubmission(tx: CentreTx, key: string, reply: Reply): Promise<void> {
  if (reply.kind !== 'redirect') return;
  await tablesOf<SubmissionTables>(tx)
    .updateTable('platform.submission')
    .set({ status: 303, location: reply.to, notice: reply.notice ?? null })
    .where('key', '=', key)
    .execute();
}

/** Removes answers nobody will ask for again. */
export async function forgetSubmissions(tx: CentreTx, before: Temporal.Instant): Promise<number> {
  const done = await sql`delete from platform.submission where created_at < ${before.toString()}::timestamptz`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0);
}
