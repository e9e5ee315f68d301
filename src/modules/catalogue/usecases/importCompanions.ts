import { isDeepStrictEqual } from 'node:util';
import type { CentreScope } from '#platform/http/index.ts';
import { foldName } from '#shared/personName.ts';
import { derivedId } from '#shared/uuid.ts';
import type { CompanionRecord } from '../domain/hsds/importCompanions.ts';
import { keyOfPlace, type LocationRecord } from '../domain/place.ts';
import type { ProviderRecord } from '../domain/provider.ts';
import { REGISTERS } from '../domain/registerNumbers.ts';
import type { ImportProblem } from '../domain/service.ts';
import { locationOf, providerOf } from '../store/assembleServices.ts';
import { listLocationRows, listProviderRows } from '../store/catalogueStore.ts';
import { listOtherIds } from '../store/identityStore.ts';
import { writeLocations } from '../store/locationWrites.ts';
import { writeProviders } from '../store/providerWrites.ts';
import { takeRevision } from '../store/revision.ts';
import { listCompanionRows, listWrittenCompanions } from '../store/undoStore.ts';
import type { WrittenCompanion } from './traceImport.ts';

/** A provider or place as a row of a file would have it. */
export interface CompanionCandidate {
  readonly row: number;
  readonly record: CompanionRecord;
}
export interface AssessedCompanion {
  readonly row: number;
  readonly outcome: 'added' | 'changed' | 'unchanged';
  /** The version that it has now; null for one that is not there. */
  readonly seenVersion: number | null;
  /** With the id of its row, and with what the file does not say as the catalogue has it. */
  readonly record: CompanionRecord;
}
/** One of them by its kind and id. */
type Found = { readonly record: CompanionRecord; readonly version: number };

/**
 * What writing providers and places would do, one by one. One is known by its id, else by its name (and address). What the
 * file does not say of it stays. Nothing is written.
 */
export async function assessCompanions(
  scope: CentreScope,
  candidates: readonly CompanionCandidate[],
): Promise<{ readonly rows: readonly AssessedCompanion[]; readonly problems: readonly ImportProblem[] }> {
  if (candidates.length === 0) return { rows: [], problems: [] };
  const known = await readKnown(scope);
  const others = await findOtherIds(scope, candidates);
  const seen = new Map<string, number>();
  const rows: AssessedCompanion[] = [];
  const problems: ImportProblem[] = [];
  for (const { row, record: given } of candidates) {
    const record = withOwnId(given, others[given.companion]);
    const { id, name } = bodyOf(record);
    const named = known.byName.get(nameKeyOf(record));
    const was = (id === undefined ? undefined : known.byId.get(id)) ?? named;
    const tell = (field: string, problem: string, code: string, value: string) => problems.push({ row, field, problem, code, value });
    const rowId = (was && bodyOf(was.record).id) ?? id ?? derivedId(record.companion, scope.tx.centreId, nameKeyOf(record));
    const earlier = seen.get(rowId) ?? seen.get(nameKeyOf(record));
    if (earlier !== undefined) {
      tell('name', `repeats row ${earlier}`, 'repeated', `${name} (${earlier})`);
      continue;
    }
    seen.set(rowId, row).set(nameKeyOf(record), row);
    if (record.companion === 'provider') {
      if (named && was && named !== was) {
        tell('name', 'another provider has this name', 'provider-name-taken', name);
        continue;
      }
      const other = id === undefined || bodyOf(was?.record ?? record).id !== id ? otherNumber(record.provider, was) : undefined;
      if (other) {
        tell(`organization.${other.register}`, 'the provider of this name has another number', 'provider-other-number', other.value);
        continue;
      }
    }
    const full = merged(record, was, rowId);
    const outcome = !was ? ('added' as const) : isDeepStrictEqual(full, was.record) ? ('unchanged' as const) : ('changed' as const);
    rows.push({ row, outcome, seenVersion: was?.version ?? null, record: full });
  }
  return { rows, problems };
}

/** Writes providers and places that still are as they were seen, and tells all that taking them back needs. */
export async function writeCompanionsTraced(
  scope: CentreScope,
  seen: readonly Pick<AssessedCompanion, 'row' | 'record' | 'seenVersion'>[],
): Promise<{ readonly companions: readonly WrittenCompanion[]; readonly overtaken: readonly number[] }> {
  if (seen.length === 0) return { companions: [], overtaken: [] };
  const { tx, now } = scope;
  const revision = await takeRevision(tx);
  const known = await readKnown(scope);
  const others = await findOtherIds(scope, seen);
  const isAsSeen = ({ record, seenVersion }: (typeof seen)[number]) => {
    // Another centre has taken the id since.
    if (others[record.companion].has(bodyOf(record).id ?? '')) return false;
    const there = known.byId.get(bodyOf(record).id ?? '');
    const named = record.companion === 'provider' ? known.byName.get(nameKeyOf(record)) : undefined;
    return (there?.version ?? null) === seenVersion && (named === undefined || named === there);
  };
  const good = seen.filter(isAsSeen);
  const overtaken = seen.filter((each) => !isAsSeen(each)).map(({ row }) => row);
  const providers = good.flatMap(({ record }) => (record.companion === 'provider' ? [record.provider] : []));
  const locations = good.flatMap(({ record }) => (record.companion === 'location' ? [record.location] : []));
  const idsOf = (some: readonly { readonly id?: string | undefined }[]) => some.flatMap(({ id }) => id ?? []);
  const rows = await listCompanionRows(tx, { providers: idsOf(providers), locations: idsOf(locations) });
  const before = new Map<string, object>([...rows.providers, ...rows.locations].map((row) => [row.id, row]));
  const byId = <T extends { readonly id?: string | undefined }>(some: readonly T[]) =>
    new Map(some.flatMap((each) => (each.id === undefined ? [] : [[each.id, each] as const])));
  const isThere = ({ id }: ProviderRecord) => id !== undefined && before.has(id);
  await writeProviders(
    tx,
    { idOfName: new Map(), added: byId(providers.filter((each) => !isThere(each))), replaced: byId(providers.filter(isThere)) },
    now,
    revision,
  );
  await writeLocations(tx, { ids: idsOf(locations), toWrite: byId(locations) }, now, revision);
  const written = await listWrittenCompanions(tx, revision);
  return { companions: written.map((each) => ({ ...each, before: before.get(each.id) ?? null })), overtaken };
}

async function readKnown({ tx }: CentreScope): Promise<{ byId: ReadonlyMap<string, Found>; byName: ReadonlyMap<string, Found> }> {
  const all: Found[] = [
    ...(await listProviderRows(tx)).map((row) => ({
      version: row.version,
      record: { companion: 'provider' as const, provider: providerOf(row) },
    })),
    // The oldest of those that look alike comes last and has the last word.
    ...(await listLocationRows(tx)).map((row) => ({
      version: row.version,
      record: { companion: 'location' as const, location: locationOf(row) },
    })),
  ];
  const byId = new Map(all.map((each) => [bodyOf(each.record).id ?? '', each]));
  return { byId, byName: new Map(all.map((each) => [nameKeyOf(each.record), each])) };
}

/** Ids that another centre holds, with those that this centre has in their place. */
async function findOtherIds({ tx }: CentreScope, candidates: readonly Pick<CompanionCandidate, 'record'>[]) {
  const idsOf = (kind: CompanionRecord['companion']) =>
    candidates.flatMap(({ record }) => (record.companion === kind ? (bodyOf(record).id ?? []) : []));
  return {
    provider: await listOtherIds(tx, 'provider', idsOf('provider')),
    location: await listOtherIds(tx, 'location', idsOf('location')),
  };
}
function withOwnId(record: CompanionRecord, others: ReadonlyMap<string, string>): CompanionRecord {
  const id = others.get(bodyOf(record).id ?? '');
  if (id === undefined) return record;
  return record.companion === 'provider'
    ? { companion: 'provider', provider: { ...record.provider, id } }
    : { companion: 'location', location: { ...record.location, id } };
}

const bodyOf = (record: CompanionRecord): ProviderRecord | LocationRecord =>
  record.companion === 'provider' ? record.provider : record.location;
const nameKeyOf = (record: CompanionRecord): string =>
  record.companion === 'provider' ? `provider ${foldName(record.provider.name)}` : `location ${keyOfPlace(record.location)}`;

function merged(record: CompanionRecord, was: Found | undefined, id: string): CompanionRecord {
  if (record.companion === 'provider') {
    const known = was?.record.companion === 'provider' ? was.record.provider : undefined;
    return { companion: 'provider', provider: { ...known, ...record.provider, kind: record.provider.kind ?? known?.kind ?? null, id } };
  }
  const known = was?.record.companion === 'location' ? was.record.location : undefined;
  const { street, postcode, town } = record.location;
  const address = street === null && postcode === null && town === null && known ? known : { street, postcode, town };
  return {
    companion: 'location',
    location: { ...known, ...record.location, street: address.street, postcode: address.postcode, town: address.town, id },
  };
}

/** A number by which a provider that is known by its name alone is another body. */
function otherNumber(provider: ProviderRecord, was: Found | undefined) {
  const known = was?.record.companion === 'provider' ? was.record.provider : undefined;
  return REGISTERS.map((register) => ({ register, value: provider[register] ?? '', known: known?.[register] })).find(
    ({ value, known: number }) => value !== '' && number !== undefined && number !== value,
  );
}
