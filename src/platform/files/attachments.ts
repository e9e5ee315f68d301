import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import * as store from './fileStore.ts';
import type { Attachment, CaseAttachment } from './fileStore.ts';
import { kindOf, safeName } from './kinds.ts';

/** The greatest attachment that the product keeps, in bytes, whatever a centre allows. */
export const greatestFile = 25 * 1024 * 1024;
/** Bytes of one sending of files with its form: the least that every door for files takes. */
export const greatestSending = 64 * 1024 * 1024;
/** How long a file waits for its request when nothing else is said. */
const usualWait = { hours: 24 * 30 };
export type FileRefusal = 'file-empty' | 'file-too-big' | 'file-kind' | 'file-no-room';

/** The folder of a centre's files; it may not exist yet. */
export const folderOf = (scope: CentreScope) => join(scope.world.filesDir, scope.centre.id);

export interface FileToStore {
  readonly file: File;
  /** Who may take it back while it belongs to no case: `actorKey`, or the name of a draft. */
  readonly owner: string;
  readonly caseId?: string | null;
  /** The greatest size in bytes; `greatestFile` at most. */
  readonly most?: number;
  /** When it is forgotten unless it becomes part of a case; thirty days unless told. */
  readonly waitsUntil?: Temporal.Instant;
  /** The resident sends it to a case that is already there: somebody of the staff has to look at it. */
  readonly cameLater?: boolean;
}

/**
 * Keeps a file: its bytes on disk first, then its row with the transaction. When the transaction is undone the bytes
 * stay behind without a row, and the sweeping job removes them.
 */
export async function storeAttachment(scope: CentreScope, sent: FileToStore): Promise<Result<Attachment, FileRefusal>> {
  const { file, owner, caseId = null } = sent;
  if (file.size === 0) return refuse('file-empty');
  if (file.size > Math.min(sent.most ?? greatestFile, greatestFile)) return refuse('file-too-big');
  const bytes = await file.bytes();
  const kind = await kindOf(bytes);
  if (!kind) return refuse('file-kind');
  const attachment: Attachment = {
    id: newId(),
    caseId,
    owner,
    name: safeName(file.name, kind),
    contentType: kind,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    createdAt: scope.now,
    addedBy: scope.actor.kind === 'user' ? scope.actor.userId : null,
    waitsUntil: caseId === null ? (sent.waitsUntil ?? scope.now.add(usualWait)) : null,
    cameLater: sent.cameLater ?? false,
    reviewedAt: null,
    reviewedBy: null,
  };
  if (!(await writeBytes(scope, attachment.id, bytes))) return refuse('file-no-room');
  await store.insertAttachment(scope.tx, attachment);
  return ok(attachment);
}

/** False when the disk is full; then nothing is left of the file. */
async function writeBytes(scope: CentreScope, id: string, bytes: Uint8Array): Promise<boolean> {
  const path = join(folderOf(scope), id);
  try {
    await mkdir(folderOf(scope), { recursive: true, mode: 0o700 });
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      // A confirmed request must find its files after a power cut too.
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (thrown) {
    await rm(path, { force: true });
    if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')) return false;
    throw thrown;
  }
}

/**
 * A file of the centre with its bytes. Whether the actor may see it is for the caller to decide.
 * @throws NotFound when there is none · Error when the bytes are not those that were stored
 */
export async function readAttachment(
  scope: CentreScope,
  id: string,
): Promise<{ attachment: CaseAttachment; bytes: Uint8Array<ArrayBuffer> }> {
  const attachment = await store.findAttachment(scope.tx, id);
  if (!attachment) throw new NotFound('attachment');
  const bytes = new Uint8Array(await readFile(join(folderOf(scope), id)));
  if (createHash('sha256').update(bytes).digest('hex') !== attachment.sha256) throw new Error(`the stored file ${id} is damaged`);
  return { attachment, bytes };
}

/** What is known of a file, or undefined when the centre has none with this id. */
export const findAttachment = (scope: CentreScope, id: string): Promise<CaseAttachment | undefined> => store.findAttachment(scope.tx, id);
/** Files of a case in the order in which they came, with those taken out of use. */
export const listAttachments = (scope: CentreScope, caseId: string): Promise<CaseAttachment[]> => store.listByCase(scope.tx, caseId);
/** Files that an owner attached and that belong to no case yet. */
export const listWaiting = (scope: CentreScope, owner: string): Promise<Attachment[]> => store.listByOwner(scope.tx, owner);
/** Makes an owner's waiting files part of a case, and returns them. */
export const claimAttachments = (scope: CentreScope, claim: { owner: string; caseId: string }): Promise<Attachment[]> =>
  store.giveToCase(scope.tx, claim);
/** Takes back a waiting file. @throws NotFound when it is not the owner's or belongs to a case already. */
export async function removeAttachment(scope: CentreScope, { id, owner }: { id: string; owner: string }): Promise<void> {
  if (!(await store.deleteWaiting(scope.tx, { id, owner }))) throw new NotFound('attachment');
}
/** Takes back all that waits for an owner; the bytes are swept later. */
export const removeWaiting = (scope: CentreScope, owner: string): Promise<void> => store.deleteAllWaiting(scope.tx, owner);
/** Lets an owner's waiting files live as long as what they were attached to. */
export const keepWaiting = (scope: CentreScope, owner: string, until: Temporal.Instant): Promise<void> =>
  store.putOff(scope.tx, owner, until);

/** Takes a file of a case out of use, with the reason. False when somebody did so before. The actor is a user. */
export async function withdrawAttachment(scope: CentreScope, id: string, reason: string): Promise<boolean> {
  if (scope.actor.kind !== 'user') throw new Error('only a member of the staff takes a file out of use');
  return store.insertWithdrawal(scope.tx, id, { reason, withdrawnBy: scope.actor.userId, withdrawnAt: scope.now });
}
/** Writes down that the staff looked at files that came later. How many were still new. The actor is a user. */
export async function reviewAttachments(scope: CentreScope, caseId: string, ids: readonly string[]): Promise<number> {
  if (scope.actor.kind !== 'user') throw new Error('only a member of the staff looks at what came');
  return store.markReviewed(scope.tx, { caseId, ids, by: scope.actor.userId, at: scope.now });
}
/** All cases with files from the resident that nobody has looked at. */
export const listNews = async (scope: CentreScope): Promise<string[]> => [...(await store.listCasesWithNews(scope.tx, null))];
/** Of these cases, those with files from the resident that nobody has looked at. */
export const listCasesWithNews = (scope: CentreScope, caseIds: readonly string[]): Promise<ReadonlySet<string>> =>
  store.listCasesWithNews(scope.tx, caseIds);
