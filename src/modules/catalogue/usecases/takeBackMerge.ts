import { ok, refuse, type Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { CatalogueService } from '../store/assembleServices.ts';
import { listMergeRows, unmarkMerged } from '../store/careStore.ts';
import { findVersionRow, listVersionRows } from '../store/versionStore.ts';
import { getServices } from './services.ts';
import { restoreVersion } from './serviceVersions.ts';

/** Two cards that were made one: which stayed, and which ended and leads to it. */
export interface Merge {
  readonly kept: CatalogueService;
  readonly gone: CatalogueService;
}

/** Merges in which a service took part and which still hold. */
export async function listMerges(scope: CentreScope, serviceId: string): Promise<readonly Merge[]> {
  const rows = await listMergeRows(scope.tx, serviceId);
  const services = await getServices(
    scope,
    rows.flatMap(({ goneId, keptId }) => [goneId, keptId]),
  );
  return rows.flatMap(({ goneId, keptId }) => {
    const [gone, kept] = [services.get(goneId), services.get(keptId)];
    return gone?.status === 'ended' && kept ? [{ kept, gone }] : [];
  });
}

/** The merge of two services, whichever of them stayed; undefined when they are not one. */
export async function findMerge(scope: CentreScope, one: string, other: string): Promise<Merge | undefined> {
  return (await listMerges(scope, one)).find(({ kept, gone }) => kept.id === other || gone.id === other);
}

/**
 * Parts two merged services: the ended one is again as it was, and so is the kept one unless somebody has changed it since
 * (`isKeptLeft`: then it stays as it is, and its versions tell what it was).
 */
export async function takeBackMerge(
  scope: CentreScope,
  one: string,
  other: string,
): Promise<Result<{ readonly isKeptLeft: boolean }, 'not-merged' | 'changed-meanwhile'>> {
  const merge = await findMerge(scope, one, other);
  if (!merge) return refuse('not-merged');
  const { kept, gone } = merge;
  const merged = await findVersionRow(scope.tx, gone.id, gone.version);
  if (merged?.way !== 'merge') return refuse('changed-meanwhile');
  const back = await restoreVersion(scope, gone.id, gone.version - 1, gone.version);
  if (!back.ok) return refuse('changed-meanwhile');
  await unmarkMerged(scope.tx, gone.id);
  // Both cards were written in one moment; a kept card that gained nothing by it has no version of that moment.
  const [newest, ...earlier] = await listVersionRows(scope.tx, kept.id, { limit: 100 });
  const isOfMerge = (row: typeof newest) => row?.way === 'merge' && Temporal.Instant.compare(row.writtenAt, merged.writtenAt) === 0;
  if (!isOfMerge(newest)) return ok({ isKeptLeft: earlier.some(isOfMerge) });
  await restoreVersion(scope, kept.id, kept.version - 1, kept.version);
  return ok({ isKeptLeft: false });
}
