import { findDraft, versionSeen, type CentreContext, type Draft, type FormFields } from '#platform/http/index.ts';
import type { CaseView } from '../../usecases/actOnCase.ts';
import { listCaseChanges, type CaseChange } from '../../usecases/caseChanges.ts';

/** What stands in the forms of a page about a case. */
export interface WrittenOnCase {
  /** What was sent just now, or else the unsent text that was kept; empty when there is neither. */
  readonly typed: FormFields;
  readonly draft: Draft | undefined;
  /** What happened to the case since this was written; null when nothing did that the writer has to know. */
  readonly changes: readonly CaseChange[] | null;
  /** The version of the case that the forms go on from. */
  readonly version: number;
}

/**
 * Reads what was written and what others did to the case meanwhile. `forms`: the addresses to which forms of the page are
 * sent. `isConflict`: it was refused because the case had changed, so the forms go on from the case as it is now.
 */
export async function readWritten(c: CentreContext, view: CaseView, forms: readonly string[], isConflict: boolean): Promise<WrittenOnCase> {
  const isSent = c.request.method === 'POST';
  const draft = isSent ? undefined : await findDraft(c.scope, ...forms);
  const typed = draft?.typed ?? c.fields;
  const seen = versionSeen(typed);
  const { version } = view.state;
  const isOld = isConflict || (draft !== undefined && seen > 0 && seen < version);
  const changes = isOld ? await listCaseChanges(c.scope, view, seen) : null;
  return { typed, draft, changes, version: isSent && !isConflict && seen > 0 ? seen : version };
}
