import { createHash } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { deleteWaiting, findAttachment, giveToCase, insertAttachment, listByCase, listByOwner, type Attachment } from './fileStore.ts';
import { kindOf, safeName } from './kinds.ts';

/** The greatest attachment, in bytes. */
export const greatestFile = 10 * 1024 * 1024;
export type FileRefusal = 'file-empty' | 'file-too-big' | 'file-kind';

/** The folder of a centre's files; it may not exist yet. */
export const folderOf = (scope: CentreScope) => join(scope.world.filesDir, scope.centre.id);

/**
 * Keeps a file: its bytes on disk first, then its row with the transaction. When the transaction is undone the bytes
 * stay behind without a row, and the sweeping job removes them.
 * @param owner who may take it back while it belongs to no case: `actorKey`, or the name of a draft
 */
export async function storeAttachment(
  scope: CentreScope,
  { file, caseId = null, owner }: { file: File; caseId?: string | null; owner: string },
): Promise<Result<Attachment, FileRefusal>> {
  if (file.size === 0) return refuse('file-empty');
  if (file.size > greatestFile) return refuse('file-too-big');
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
  };
  await mkdir(folderOf(scope), { recursive: true, mode: 0o700 });
  const handle = await open(join(folderOf(scope), attachment.id), 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    // A confirmed request must find its files after a power cut too.
    await handle.sync();
  } finally {
    await handle.close();
  }
  await insertAttachment(scope.tx, attachment);
  return ok(attachment);
}

/**
 * A file of the centre with its bytes. Whether the actor may see it is for the caller to decide.
 * @throws NotFound when there is none · Error when the bytes are not those that were stored
 */
export async function readAttachment(scope: CentreScope, id: string): Promise<{ attachment: Attachment; bytes: Uint8Array<ArrayBuffer> }> {
  const attachment = await findAttachment(scope.tx, id);
  if (!attachment) throw new NotFound('attachment');
  const bytes = new Uint8Array(await readFile(join(folderOf(scope), id)));
  if (createHash('sha256').update(bytes).digest('hex') !== attachment.sha256) throw new Error(`the stored file ${id} is damaged`);
  return { attachment, bytes };
}

/** Files of a case, in the order in which they came. */
export const listAttachments = (scope: CentreScope, caseId: string): Promise<Attachment[]> => listByCase(scope.tx, caseId);
/** Files that an owner attached and that belong to no case yet. */
export const listWaiting = (scope: CentreScope, owner: string): Promise<Attachment[]> => listByOwner(scope.tx, owner);
/** Makes an owner's waiting files part of a case. How many there were. */
export const claimAttachments = (scope: CentreScope, { owner, caseId }: { owner: string; caseId: string }): Promise<number> =>
  giveToCase(scope.tx, { owner, caseId });
/** Takes back a waiting file. @throws NotFound when it is not the owner's or belongs to a case already. */
export async function removeAttachment(scope: CentreScope, { id, owner }: { id: string; owner: string }): Promise<void> {
  if (!(await deleteWaiting(scope.tx, { id, owner }))) throw new NotFound('attachment');
}
