import type { CentreScope } from '#platform/http/index.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import type { CaseEvent } from '../domain/caseEvents.ts';
import type { CaseView } from './actOnCase.ts';

/** Something that was added to the history of a case while somebody had an older version before them. */
export interface CaseChange {
  readonly event: CaseEvent;
  /** The name of who did it; null for a resident, a provider by link, or the program. */
  readonly name: string | null;
}

/** What was added to a case after this version of it, the oldest first. */
export async function listCaseChanges(scope: CentreScope, { events }: CaseView, sinceVersion: number): Promise<readonly CaseChange[]> {
  const since = events.slice(Math.max(0, sinceVersion));
  const names = await findUserNames(
    scope,
    since.flatMap((event) => event.actor.id ?? []),
  );
  return since.map((event) => ({ event, name: (event.actor.id && names.get(event.actor.id)) || null }));
}
