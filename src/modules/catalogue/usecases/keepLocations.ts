import { ok, refuse, type Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import type { LocationRecord } from '../domain/place.ts';
import { replaceLocation } from '../store/locationWrites.ts';
import { takeRevision } from '../store/revision.ts';
import { getLocation, type Location } from './sharedRecords.ts';

/**
 * Changes a location, if it still is as its editor read it; the services there are shown anew.
 * @throws NotFound when the centre has no such location
 */
export async function changeLocation(
  scope: CentreScope,
  id: string,
  version: number,
  location: LocationRecord,
): Promise<Result<{ id: string }, { readonly code: 'changed-meanwhile'; readonly current: Location }>> {
  const revision = await takeRevision(scope.tx);
  if (await replaceLocation(scope.tx, id, version, location, scope.now, revision)) return ok({ id });
  return refuse({ code: 'changed-meanwhile', current: await getLocation(scope, id) });
}
