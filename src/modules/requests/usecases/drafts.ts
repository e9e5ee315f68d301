import { createHash, randomBytes } from 'node:crypto';
import { generateCaseCode, parseCaseCode } from '#shared/caseCode.ts';
import { newId } from '#shared/uuid.ts';
import { keepWaiting, removeWaiting } from '#platform/files/index.ts';
import { FormFields, type CentreScope } from '#platform/http/index.ts';
import { lawOn } from '#modules/law/index.ts';
import * as store from '../store/draftStore.ts';

/** A request that is being written on the portal. `typed` holds mistakes too. */
export interface RequestDraft {
  readonly id: string;
  readonly typed: FormFields;
  /** Set once it was sent: the case it became. */
  readonly caseId: string | null;
  readonly savedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');
/** After sending, long enough to answer a second sending from another window. */
const keptAfterSending = { hours: 24 };

/** Under which name files wait that were attached to a draft. */
export const ownerOfFiles = (draft: Pick<RequestDraft, 'id'>): string => `draft:${draft.id}`;

/** Begins a draft. Returns it with the code by which it is found again; nobody can read that from the database. */
export async function beginDraft(scope: CentreScope, typed: FormFields): Promise<{ code: string; draft: RequestDraft }> {
  const code = generateCaseCode((count) => randomBytes(count));
  const id = newId();
  const expiresAt = await expiryOf(scope);
  await store.insertDraft(scope.tx, {
    id,
    codeHash: hashOf(code),
    typed: typed.toRecord(),
    caseId: null,
    createdAt: scope.now,
    updatedAt: scope.now,
    expiresAt,
  });
  return { code, draft: { id, typed, caseId: null, savedAt: scope.now, expiresAt } };
}

async function expiryOf(scope: CentreScope): Promise<Temporal.Instant> {
  const days = (await lawOn(scope, scope.today)).find('requestDraftDays')?.value;
  if (typeof days !== 'number') throw new Error('the setting requestDraftDays has no number');
  return scope.now.add({ hours: days * 24 });
}

/** The draft with this code as somebody typed or carries it, or undefined when there is none, or no longer. */
export async function findRequestDraft(
  scope: CentreScope,
  typedCode: string,
  options: { locked?: boolean } = {},
): Promise<RequestDraft | undefined> {
  const code = parseCaseCode(typedCode);
  if (!code.ok) return undefined;
  const row = await store.findDraftRow(scope.tx, hashOf(code.value), scope.now, options);
  return row && { id: row.id, typed: FormFields.from(row.typed), caseId: row.caseId, savedAt: row.updatedAt, expiresAt: row.expiresAt };
}

/** Keeps what was typed on one page: the named fields are replaced, all others stay. Puts the expiry off, of attached files too. */
export async function saveRequestDraft(
  scope: CentreScope,
  draft: RequestDraft,
  names: readonly string[],
  typed: FormFields,
): Promise<RequestDraft> {
  const merged = mergeTyped(draft.typed, names, typed);
  const expiresAt = await expiryOf(scope);
  await store.updateDraft(scope.tx, draft.id, { typed: merged.toRecord(), updatedAt: scope.now, expiresAt });
  await keepWaiting(scope, ownerOfFiles(draft), expiresAt);
  return { ...draft, typed: merged, savedAt: scope.now, expiresAt };
}

/** The typed texts with the named fields taken from `typed`, also when they are empty there. */
export function mergeTyped(before: FormFields, names: readonly string[], typed: FormFields): FormFields {
  const own = Object.fromEntries(names.map((name) => [name, typed.all(name)]));
  return FormFields.from({ ...before.toRecord(), ...own });
}

/** Remembers which case a draft became, and forgets what was typed. */
export async function markSent(scope: CentreScope, draft: RequestDraft, caseId: string): Promise<void> {
  await store.updateDraft(scope.tx, draft.id, { typed: {}, caseId, updatedAt: scope.now, expiresAt: scope.now.add(keptAfterSending) });
}

/** Gives a draft up with what was attached to it. */
export async function dropRequestDraft(scope: CentreScope, draft: RequestDraft): Promise<void> {
  await removeWaiting(scope, ownerOfFiles(draft));
  await store.deleteDraft(scope.tx, draft.id);
}

/** Files attached to them have the same last day and are swept by their own job. */
export async function forgetExpiredDrafts(scope: CentreScope): Promise<void> {
  await store.deleteExpiredDrafts(scope.tx, scope.now);
}
