import { v7 as uuidv7 } from 'uuid';
import { actorKey, type Actor } from '#shared/actor.ts';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { Subject } from '#platform/http/context.ts';

export interface AuditEntry {
  readonly event: string;
  /** Method and path pattern of the door, or the name of the job. */
  readonly door: string;
  readonly actor: Actor;
  readonly subject: Subject;
  readonly at: Temporal.Instant;
  readonly requestId: string;
}
interface AuditTables {
  'audit.entry': {
    centreId: string;
    id: string;
    at: Temporal.Instant;
    event: string;
    door: string;
    actorKind: string;
    actorId: string | null;
    actorLabel: string;
    actorRole: string | null;
    caseId: string | null;
    personId: string | null;
    detail: string;
    requestId: string;
  };
}

/**
 * Appends rows to the audit log within the caller's transaction. Chaining them by hashes happens
 * later, in batches, so that writers never wait for one another.
 */
export async function writeAudit(tx: CentreTx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tablesOf<AuditTables>(tx)
    .insertInto('audit.entry')
    .values(
      entries.map((entry) => ({
        centreId: tx.centreId,
        id: uuidv7(),
        at: entry.at,
        event: entry.event,
        door: entry.door,
        actorKind: entry.actor.kind,
        actorId: entry.actor.kind === 'user' ? entry.actor.userId : null,
        actorLabel: entry.actor.kind === 'user' ? entry.actor.name : actorKey(entry.actor),
        actorRole: entry.actor.kind === 'user' ? (entry.actor.roles[0] ?? null) : null,
        caseId: entry.subject.caseId ?? null,
        personId: entry.subject.personId ?? null,
        detail: JSON.stringify(entry.subject.detail ?? {}),
        requestId: entry.requestId,
      })),
    )
    .execute();
}
