import { actorKey } from '#shared/actor.ts';
import { newId } from '#shared/uuid.ts';
import { tablesOf } from '#platform/db/index.ts';
import type { CentreScope } from './context.ts';
import { FormFields } from './form.ts';

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

/** What somebody typed into a form and has not sent yet. */
export interface Draft {
  readonly typed: FormFields;
  readonly savedAt: Temporal.Instant;
}

/** How long unsent text is kept. */
const keptFor = { hours: 24 * 30 };

/** Keeps what the actor typed into a form; `form` names it with its record, such as `plans.needs:<plan id>`. The last one wins. */
export async function saveDraft(scope: CentreScope, form: string, typed: FormFields): Promise<void> {
  const row = { typed: JSON.stringify(typed.toRecord()), updatedAt: scope.now, expiresAt: scope.now.add(keptFor) };
  await tablesOf<DraftTables>(scope.tx)
    .insertInto('platform.draft')
    .values({ centreId: scope.centre.id, id: newId(), owner: actorKey(scope.actor), form, ...row })
    .onConflict((conflict) => conflict.columns(['centreId', 'owner', 'form']).doUpdateSet(row))
    .execute();
}

/** What the actor typed into the form earlier and did not send, or undefined. */
export async function findDraft(scope: CentreScope, form: string): Promise<Draft | undefined> {
  const row = await tablesOf<DraftTables>(scope.tx)
    .selectFrom('platform.draft')
    .select(['typed', 'updatedAt'])
    .where('owner', '=', actorKey(scope.actor))
    .where('form', '=', form)
    .where('expiresAt', '>', scope.now)
    .executeTakeFirst();
  return row && { typed: FormFields.from(row.typed as Record<string, string[]>), savedAt: row.updatedAt };
}

/** Forgets the draft, when the form was sent or the text is given up. */
export async function dropDraft(scope: CentreScope, form: string): Promise<void> {
  await tablesOf<DraftTables>(scope.tx)
    .deleteFrom('platform.draft')
    .where('owner', '=', actorKey(scope.actor))
    .where('form', '=', form)
    .execute();
}
