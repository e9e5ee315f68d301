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
    cookies: string[];
    createdAt: Temporal.Instant;
  };
}
type Earlier =
  | { readonly kind: 'new' }
  | { readonly kind: 'repeated'; readonly location: string; readonly notice: string | null; readonly cookies: readonly string[] }
  | { readonly kind: 'changed'; readonly location: string };

/** What was sent, files by their content: another attachment under the same name is another sending. */
async function hashOf(path: string, fields: FormFields): Promise<string> {
  const files: unknown[] = [];
  for (const [field, file] of fields.allFiles()) {
    const content = createHash('sha256')
      .update(await file.bytes())
      .digest('base64url');
    files.push([field, file.name, content]);
  }
  // A form without files keeps the hash it always had: a sending may be repeated across an upgrade.
  const sent = files.length > 0 ? [path, fields.toRecord(), files] : [path, fields.toRecord()];
  return createHash('sha256').update(JSON.stringify(sent)).digest('base64url');
}

/**
 * Claims a submission key within the running transaction. A second request with the same key waits
 * here until the first one ends, and then gets the first one's answer: nothing is done twice.
 */
export async function claimSubmission(
  scope: CentreScope,
  { door, path, key, fields }: { door: string; path: string; key: string; fields: FormFields },
): Promise<Earlier> {
  const tables = tablesOf<SubmissionTables>(scope.tx);
  const bodyHash = await hashOf(path, fields);
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
      cookies: [],
      createdAt: scope.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return { kind: 'new' };
  const earlier = await tables.selectFrom('platform.submission').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
  const location = earlier.location ?? `/${scope.centre.slug}`;
  // Sending a form may itself have told the program who somebody is (a filed request opens its case).
  const isSameActor = earlier.actor === 'anonymous' || earlier.actor === actorKey(scope.actor);
  if (!isSameActor) return { kind: 'changed', location: `/${scope.centre.slug}` };
  if (earlier.bodyHash !== bodyHash || earlier.door !== door) return { kind: 'changed', location };
  return { kind: 'repeated', location, notice: earlier.notice, cookies: earlier.cookies };
}

/** Remembers the answer of a submission that did its work. One answered by a page did none: it may be sent again. */
export async function answerSubmission(tx: CentreTx, key: string, reply: Reply, cookies: readonly string[]): Promise<void> {
  if (reply.kind === 'page') await tablesOf<SubmissionTables>(tx).deleteFrom('platform.submission').where('key', '=', key).execute();
  if (reply.kind !== 'redirect') return;
  await tablesOf<SubmissionTables>(tx)
    .updateTable('platform.submission')
    .set({ status: 303, location: reply.to, notice: reply.notice ?? null, cookies: [...cookies] })
    .where('key', '=', key)
    .execute();
}

/** Whether the sending with this key did its work already. */
export async function isAnswered(tx: CentreTx, key: string): Promise<boolean> {
  const found = await tablesOf<SubmissionTables>(tx)
    .selectFrom('platform.submission')
    .select('status')
    .where('key', '=', key)
    .where('status', 'is not', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Removes answers nobody will ask for again. */
export async function forgetSubmissions(tx: CentreTx, before: Temporal.Instant): Promise<number> {
  const done = await sql`delete from platform.submission where created_at < ${before.toString()}::timestamptz`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0);
}
