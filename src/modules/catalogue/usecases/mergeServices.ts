import { actorKey } from '#shared/actor.ts';
import { foldName } from '#shared/personName.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { findDuplicates, type Pair } from '../domain/duplicates.ts';
import { serviceRecordSchema, type ServiceRecord } from '../domain/service.ts';
import type { CatalogueService } from '../store/assembleServices.ts';
import { markMerged } from '../store/careStore.ts';
import { denyDuplicate, findNameKey, listComparable, listDenied, listRepeatedNames } from '../store/duplicateStore.ts';
import { replaceService } from '../store/serviceWrites.ts';
import { recordOf } from '../store/assembleServices.ts';
import { getService, getServices, writtenBy } from './services.ts';

/** Names looked at in one go. */
const namesAtOnce = 200;

export interface DuplicateList {
  readonly pairs: readonly (readonly [CatalogueService, CatalogueService])[];
  readonly hasMore: boolean;
}
/** Pairs of services that look like one and of which nobody has said that they are not, by name; a page of them, after a pair. */
export async function listDuplicates(
  scope: CentreScope,
  { after, limit }: { after?: Pair | undefined; limit: number },
): Promise<DuplicateList> {
  const lastName = after && (await findNameKey(scope.tx, after[0]));
  // The page before may have ended among several services of one name.
  const pairs = after && lastName !== undefined ? (await pairsOf(scope, [lastName])).filter((pair) => isLater(pair, after)) : [];
  let names = await listRepeatedNames(scope.tx, { after: lastName, limit: namesAtOnce });
  while (names.length > 0 && pairs.length <= limit) {
    pairs.push(...(await pairsOf(scope, names)));
    names = await listRepeatedNames(scope.tx, { after: names.at(-1), limit: namesAtOnce });
  }
  const shown = pairs.slice(0, limit);
  const services = await getServices(scope, shown.flat());
  const found = shown.flatMap(([one, other]) => {
    const [first, second] = [services.get(one), services.get(other)];
    return first && second ? [[first, second] as const] : [];
  });
  return { pairs: found, hasMore: pairs.length > limit };
}

const isLater = ([one, other]: Pair, after: Pair) => one > after[0] || (one === after[0] && other > after[1]);
async function pairsOf(scope: CentreScope, names: readonly string[]): Promise<Pair[]> {
  const comparable = await listComparable(scope.tx, names);
  const denied = await listDenied(
    scope.tx,
    comparable.map(({ id }) => id),
  );
  const isDenied = new Set(denied.map(({ oneId, otherId }) => `${oneId} ${otherId}`));
  return findDuplicates(comparable, (pair) => isDenied.has(pair.join(' ')));
}

/** Two services to compare. @throws NotFound when one is not there, or both are the same */
export async function getPair(scope: CentreScope, one: string, other: string): Promise<readonly [CatalogueService, CatalogueService]> {
  if (one === other) throw new NotFound('service');
  return [await getService(scope, one), await getService(scope, other)];
}

/** Says that two services are different, so that they are not shown as a pair again. */
export async function denyPair(scope: CentreScope, one: string, other: string): Promise<void> {
  await getPair(scope, one, other);
  const pair: Pair = one < other ? [one, other] : [other, one];
  await denyDuplicate(scope.tx, pair, actorKey(scope.actor), scope.now);
}

/** What residents see of a service more comes first. */
const publicity = ['active', 'paused', 'draft', 'ended'] as const;
/** How the kept card stands after merging: what was published of one of them stays published. */
export const statusOfMerged = (one: CatalogueService, other: CatalogueService): CatalogueService['status'] =>
  publicity.find((status) => status === one.status || status === other.status) ?? one.status;

/** The card that stays as merging would leave it: what it does not know it takes from the other. */
export const mergedOf = (keep: CatalogueService, other: CatalogueService): CatalogueService => ({
  ...keep,
  ...filled(recordOf(keep), recordOf(other)),
  status: statusOfMerged(keep, other),
});

/**
 * Makes two records one: what the kept card does not know it takes from the other, which ends and leads to it. Published it is when
 * either was, so that no service disappears from residents by merging. Versions of both stay, and `takeBackMerge` parts them again.
 * @param seen the versions of the kept and of the other card that the person compared
 */
export async function mergeServices(
  scope: CentreScope,
  keepId: string,
  otherId: string,
  seen: readonly [number, number],
): Promise<Result<object, 'changed-meanwhile' | 'ended'>> {
  const [keep, other] = await getPair(scope, keepId, otherId);
  if (keep.status === 'ended' || other.status === 'ended') return refuse('ended');
  if (keep.version !== seen[0] || other.version !== seen[1]) return refuse('changed-meanwhile');
  const by = writtenBy(scope, 'merge');
  const kept = serviceRecordSchema.parse({ ...filled(recordOf(keep), recordOf(other)), status: statusOfMerged(keep, other) });
  const isSaved =
    (await replaceService(scope.tx, keep.version, kept, scope.now, by)) &&
    (await replaceService(scope.tx, other.version, { ...recordOf(other), status: 'ended' }, scope.now, by));
  if (!isSaved) return refuse('changed-meanwhile');
  await markMerged(scope.tx, otherId, keepId);
  return ok({});
}

/** The names by which people look for a service are joined; everything else that is known stays. */
function filled(keep: ServiceRecord, other: ServiceRecord): ServiceRecord {
  const taken: Record<string, unknown> = { ...keep };
  const untouched = new Set(['id', 'slug', 'externalId', 'vacancy', 'checkedOn', 'validFrom', 'validTo', 'metadata']);
  for (const [key, value] of Object.entries(other)) {
    const mine = taken[key];
    const isEmpty = mine === null || (Array.isArray(mine) && mine.length === 0);
    if (isEmpty && !untouched.has(key)) taken[key] = value;
  }
  const union = (one: readonly string[], more: readonly string[]) => [...new Set([...one, ...more])].slice(0, 50);
  const otherName = foldName(other.name) === foldName(keep.name) || other.name.includes(';') ? [] : [other.name.slice(0, 200)];
  return {
    ...(taken as unknown as ServiceRecord),
    everydayNames: union(keep.everydayNames, [...other.everydayNames, ...otherName]),
    keywords: union(keep.keywords, other.keywords),
    contact: {
      phone: keep.contact.phone ?? other.contact.phone,
      email: keep.contact.email ?? other.contact.email,
      url: keep.contact.url ?? other.contact.url,
    },
    qualification: {
      text: keep.qualification.text ?? other.qualification.text,
      documents: keep.qualification.documents.length > 0 ? keep.qualification.documents : other.qualification.documents,
    },
  };
}
