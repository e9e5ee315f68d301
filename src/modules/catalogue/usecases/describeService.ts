import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { descriptionOf, withDescription, type Description } from '../domain/description.ts';
import { serviceRecordSchema, slugOf } from '../domain/service.ts';
import { replaceService } from '../store/serviceWrites.ts';
import { recordOf } from '../store/assembleServices.ts';
import { getService, putServices, writtenBy } from './services.ts';

/**
 * Gives a service shared text, if its card still is as it was read. Text that it has already makes no new version.
 * @returns the version of the card afterwards
 * @throws NotFound when the centre has no such service
 */
export async function describeService(
  scope: CentreScope,
  id: string,
  seen: number,
  change: Partial<Description>,
): Promise<Result<{ version: number }, 'changed-meanwhile'>> {
  const known = await getService(scope, id);
  if (known.version !== seen) return refuse('changed-meanwhile');
  const before = descriptionOf(known);
  if (JSON.stringify(before) === JSON.stringify({ ...before, ...change })) return ok({ version: seen });
  const record = serviceRecordSchema.parse(withDescription(recordOf(known), change));
  const isSaved = await replaceService(scope.tx, seen, record, scope.now, writtenBy(scope, 'template'));
  return isSaved ? ok({ version: seen + 1 }) : refuse('changed-meanwhile');
}

/** Adds a service with shared text, in preparation: residents see it once the centre has added what is its own. */
export async function addDescribedService(scope: CentreScope, name: string, description: Partial<Description>): Promise<{ id: string }> {
  const id = newId();
  const slug = `${slugOf(name)}-${id.slice(-8)}`;
  const plain = { id, slug, name, areas: [], qualification: {}, fee: {}, status: 'draft', languages: [{ code: 'pl' }] };
  const empty = serviceRecordSchema.parse({ ...plain, demo: scope.world.isDemo });
  await putServices(scope, [serviceRecordSchema.parse(withDescription(empty, description))], 'template');
  return { id };
}
