import { sql } from 'kysely';
import { actorKey } from '#shared/actor.ts';
import { isUuid, newId } from '#shared/uuid.ts';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { CentreScope } from './context.ts';
import { FormFields } from './form.ts';
import { isAnswered } from './submissions.ts';

interface DraftTables {
  'platform.draft': {
    centreId: string;
    id: string;
    owner: string;
    form: string;
    typed: unknown;
    updatedAt: Temporal.Instant;
    expiresAt: Temporal.Instant;
  };
}

/** What somebody typed into a form, or into several forms of one page, and has not sent yet. */
export interface Draft {
  /** Every field; `_version` is that of the record the text was written on, when the form carried one. */
  readonly typed: FormFields;
  /** The latest of the moments. */
  readonly savedAt: Temporal.Instant;
  /** The forms it was typed into. */
  readonly forms: readonly string[];
}

/** How long unsent text is kept. */
const keptFor = { hours: 24 * 30 };

/**
 * Keeps what the actor typed into a form; `form` names it with its record: the address it is sent to. The last one
 * wins, also when an earlier one arrives after it. Text of a sending that has been answered already came late and is not kept.
 */
export async function saveDraft(scope: CentreScope, form: string, typed: FormFields): Promise<void> {
  const key = typed.get('_key');
  if (isUuid(key) && (await isAnswered(scope.tx, key))) return;
  const version = typed.get('_version');
  const kept = { ...typed.toRecord(), ...(version !== '' && { _version: [version] }) };
  const row = { typed: JSON.stringify(kept), updatedAt: scope.now, expiresAt: scope.now.add(keptFor) };
  await tablesOf<DraftTables>(scope.tx)
    .insertInto('platform.draft')
    .values({ centreId: scope.centre.id, id: newId(), owner: actorKey(scope.actor), form, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['centreId', 'owner', 'form'])
        .doUpdateSet(row)
        // A moment far ahead is a clock that was set back, not a later text.
        .where((draft) =>
          draft.or([
            draft('platform.draft.updatedAt', '<=', scope.now),
            draft('platform.draft.updatedAt', '>', scope.now.add({ minutes: 1 })),
          ]),
        ),
    )
    .execute();
}

/** What the actor typed into these forms of one page earlier and did not send, or undefined. The forms share no name of a field. */
export async function findDraft(scope: CentreScope, ...forms: readonly string[]): Promise<Draft | undefined> {
  const rows = await tablesOf<DraftTables>(scope.tx)
    .selectFrom('platform.draft')
    .select(['form', 'typed', 'updatedAt'])
    .where('owner', '=', actorKey(scope.actor))
    .where('form', 'in', forms)
    .where('expiresAt', '>', scope.now)
    .orderBy('updatedAt')
    .execute();
  const last = rows.at(-1);
  if (!last) return undefined;
  const typed = Object.assign({}, ...rows.map((row) => row.typed as Record<string, string[]>)) as Record<string, string[]>;
  return { typed: FormFields.from(typed), savedAt: last.updatedAt, forms: rows.map((row) => row.form) };
}

/** Forgets drafts, when their forms were sent or the text is given up. */
export async function dropDraft(scope: CentreScope, ...forms: readonly string[]): Promise<void> {
  if (forms.length === 0) return;
  await tablesOf<DraftTables>(scope.tx)
    .deleteFrom('platform.draft')
    .where('owner', '=', actorKey(scope.actor))
    .where('form', 'in', forms)
    .execute();
}

/** Removes unsent text that was kept long enough. Returns how many drafts. */
export async function forgetDrafts(tx: CentreTx, now: Temporal.Instant): Promise<number> {
  const done = await sql`delete from platform.draft where expires_at <= ${now.toString()}::timestamptz`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0);
}
