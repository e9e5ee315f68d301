import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#shared/actor.ts';
import type { CentreTx } from '#platform/db/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import { dateInPoland, type World } from '#platform/world.ts';
import { writeAudit } from '#platform/audit/entry.ts';
import type { Centre, CentreScope } from './context.ts';

interface ScopeInput {
  readonly world: World;
  readonly tx: CentreTx;
  readonly centre: Centre;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly lang: Language;
  /** The door or job, for the audit rows. */
  readonly door: string;
  readonly requestId: string;
}

/** What use cases work with, over a running tenant transaction. Doors, jobs, the demo and tests make it here. */
export function makeScope({ world, tx, centre, actor, now, lang, door, requestId }: ScopeInput): CentreScope {
  const enqueue: CentreScope['enqueue'] = async (task, payload, options) => {
    const job = JSON.stringify({ centreId: centre.id, ...payload });
    await sql`select platform.enqueue(${task}, ${job}::json, ${options?.runAt?.toString() ?? null}::timestamptz, ${options?.key ?? null})`.execute(
      tx.db,
    );
  };
  return {
    world,
    tx,
    centre,
    actor,
    now,
    today: dateInPoland(now),
    lang,
    audit: (event, subject) => writeAudit(tx, [{ event, door, actor, subject, at: now, requestId }]),
    enqueue,
    async mail(draft) {
      const id = uuidv7();
      await sql`insert into platform.letter (centre_id, id, to_address, subject, body, case_id, created_at)
        values (${centre.id}, ${id}, ${draft.to}, ${draft.subject}, ${draft.text}, ${draft.caseId ?? null}, ${now.toString()}::timestamptz)`.execute(
        tx.db,
      );
      await enqueue('mail.send', { letterId: id });
    },
  };
}
