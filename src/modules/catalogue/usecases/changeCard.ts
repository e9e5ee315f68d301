import { isDeepStrictEqual } from 'node:util';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { serviceRecordSchema, type ServiceRecord } from '../domain/service.ts';
import { assembleServices, recordOf, type CatalogueService } from '../store/assembleServices.ts';
import { findServiceRow } from '../store/catalogueStore.ts';
import { replaceService } from '../store/serviceWrites.ts';
import { findVersionRow } from '../store/versionStore.ts';
import { getService, writtenBy } from './services.ts';

/** Somebody has saved the card since it was read; theirs comes along. */
export type EditRefusal = { readonly code: 'changed-meanwhile'; readonly current: CatalogueService };

export interface PartialChange {
  /** What the form shows of the card and writes back. */
  readonly touched: readonly (keyof ServiceRecord)[];
  /** Those fields as they should be. `seen` is the card that the editor saw, which elsewhere may have changed since. */
  change(known: ServiceRecord, seen: ServiceRecord): object;
}

/**
 * Changes some fields of a card. Who changed other fields meanwhile is not in the way; the same fields are, and then
 * nothing is written. Nor is a version made of what says the same as before.
 * @param version the version of the card that the editor saw
 * @throws NotFound when the centre has no such service
 */
export async function changeCard(
  scope: CentreScope,
  id: string,
  version: number,
  { touched, change }: PartialChange,
): Promise<Result<{ id: string; isChanged: boolean }, EditRefusal>> {
  const known = await getService(scope, id);
  const seen = known.version === version ? known : await findSeen(scope, id, version);
  if (!seen || touched.some((key) => JSON.stringify(seen[key]) !== JSON.stringify(known[key])))
    return refuse({ code: 'changed-meanwhile', current: known });
  const record = recordOf(known);
  const service = serviceRecordSchema.parse({ ...record, ...change(record, recordOf(seen)) });
  if (isDeepStrictEqual(written(service), written(serviceRecordSchema.parse(record)))) return ok({ id, isChanged: false });
  const isSaved = await replaceService(scope.tx, known.version, service, scope.now, writtenBy(scope, 'editor'));
  return isSaved ? ok({ id, isChanged: true }) : refuse({ code: 'changed-meanwhile', current: await getService(scope, id) });
}

/** A record as it is kept: what is not known leaves no trace. */
const written = (record: ServiceRecord): unknown => JSON.parse(JSON.stringify(record));

/** A service as an earlier version of its card had it, with providers and places as they are now; undefined for an unknown version. */
export async function findSeen(scope: CentreScope, id: string, number: number): Promise<CatalogueService | undefined> {
  const row = await findServiceRow(scope.tx, id);
  const version = Number.isInteger(number) ? await findVersionRow(scope.tx, id, number) : undefined;
  if (!row || !version) return undefined;
  const [seen] = await assembleServices(scope.tx, [{ ...row, version: number, card: version.card, providerId: version.providerId }]);
  return seen;
}
