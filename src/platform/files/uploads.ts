import { createHash } from 'node:crypto';
import type { CentreScope } from '#platform/http/index.ts';
import { storeAttachment, type FileRefusal, type FileToStore } from './attachments.ts';
import type { Attachment } from './fileStore.ts';
import { shownName } from './kinds.ts';

/** What a centre allows. */
export interface UploadLimits {
  /** Of one file, in bytes. */
  readonly bytes: number;
  /** Files in one place: a draft, or what a resident sends to a case. */
  readonly count: number;
}
export type UploadRefusal = FileRefusal | 'too-many-files';
export interface Uploaded {
  readonly stored: readonly Attachment[];
  /** Each with its name as it may be shown. */
  readonly refused: readonly { readonly name: string; readonly refusal: UploadRefusal }[];
}

/**
 * Keeps the files of one sending, each on its own: a bad one does not take the others with it. A file that is there
 * already, byte by byte, is not kept twice, so that a form sent again does no harm.
 * @param present what is in the place already
 */
export async function storeUploads(
  scope: CentreScope,
  files: readonly File[],
  { present, limits, ...place }: Omit<FileToStore, 'file' | 'most'> & { present: readonly Attachment[]; limits: UploadLimits },
): Promise<Uploaded> {
  const there = [...present];
  const stored: Attachment[] = [];
  const refused: { name: string; refusal: UploadRefusal }[] = [];
  for (const file of files) {
    const tell = (refusal: UploadRefusal) => void refused.push({ name: shownName(file.name), refusal });
    if (file.size > 0 && file.size <= limits.bytes && there.length > 0) {
      const sha256 = createHash('sha256')
        .update(await file.bytes())
        .digest('hex');
      if (there.some((each) => each.sha256 === sha256)) continue;
    }
    if (there.length >= limits.count) {
      tell('too-many-files');
      continue;
    }
    const done = await storeAttachment(scope, { ...place, file, most: limits.bytes });
    if (!done.ok) tell(done.refusal);
    else {
      stored.push(done.value);
      there.push(done.value);
    }
  }
  return { stored, refused };
}
