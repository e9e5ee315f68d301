import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { Job } from '#platform/module.ts';
import { folderOf } from './attachments.ts';
import { deleteForgotten, listKnown } from './fileStore.ts';

/** No transaction of ours takes this long, so a file without a row after it has none for good. */
const orphanMinutes = 60;

async function sweep(scope: CentreScope): Promise<void> {
  await deleteForgotten(scope.tx, scope.now);
  const folder = folderOf(scope);
  const names = (await readdir(folder).catch(() => [])).filter(isUuid);
  // Measured by the disk's own clock, as the age of the file is.
  const before = Date.now() - orphanMinutes * 60_000;
  for (let from = 0; from < names.length; from += 1000) {
    const some = names.slice(from, from + 1000);
    const known = await listKnown(scope.tx, some);
    for (const name of some) if (!known.has(name) && (await stat(join(folder, name))).mtimeMs < before) await rm(join(folder, name));
  }
}

/** Removes files whose row was undone or forgotten. */
export const sweepFiles: Job = { name: 'files.sweep', cron: '17 2 * * *', audit: 'files.orphans.swept', run: sweep };
