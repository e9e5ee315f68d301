import type { CentreScope } from '#platform/http/index.ts';
import type { ServiceRecord } from '../domain/service.ts';
import { idOfLocation } from '../domain/hsds/location.ts';
import { listOtherIds } from '../store/identityStore.ts';
import { countRows, takeRevision } from '../store/revision.ts';
import { FEW } from '../store/serviceWrites.ts';
import { removeServices } from '../store/removedStore.ts';
import {
  deleteCompanions,
  endServices,
  listCompanionRows,
  listCompanionsOfServices,
  listServiceStates,
  listTied,
  listTouched,
  listWrittenCompanions,
  restoreCompanion,
  restoreServices,
  type BesideCard,
  type CompanionKind,
  type Restoring,
} from '../store/undoStore.ts';
import { writeServices } from './importServices.ts';
import { writtenBy } from './services.ts';

/** A service that an import wrote, and what of it its version does not keep. */
export interface WrittenService {
  readonly id: string;
  readonly version: number;
  /** Null for one that the import added. */
  readonly before: (BesideCard & { readonly version: number }) | null;
}
/** A provider or place that an import wrote; `before` is its row, null for one that the import added. */
export interface WrittenCompanion {
  readonly kind: CompanionKind;
  readonly id: string;
  readonly version: number;
  readonly before: object | null;
}
export interface ImportTrace {
  readonly services: readonly WrittenService[];
  readonly companions: readonly WrittenCompanion[];
  readonly unchanged: number;
}

/**
 * The versions that services have, those missing that are not there; nobody else writes until the transaction ends. An id that
 * another centre has taken has the version 0.
 */
export async function holdVersions(scope: CentreScope, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  await takeRevision(scope.tx);
  const taken = await listOtherIds(scope.tx, 'service', ids);
  return new Map([
    ...(await listServiceStates(scope.tx, ids)).map(({ id, version }) => [id, version] as const),
    ...[...taken.keys()].map((id) => [id, 0] as const),
  ]);
}

/** Writes services as {@link writeServices} does, and tells all that taking them back needs. */
export async function writeServicesTraced(
  scope: CentreScope,
  services: readonly ServiceRecord[],
  tell?: (done: number) => Promise<void>,
): Promise<ImportTrace> {
  const { tx } = scope;
  // Writers wait here for one another: nothing changes between looking and writing.
  await takeRevision(tx);
  const states = new Map(
    (
      await listServiceStates(
        tx,
        services.map(({ id }) => id),
      )
    ).map((state) => [state.id, state]),
  );
  const known = await listCompanionRows(tx, {
    providers: services.flatMap(({ provider }) => provider?.id ?? []),
    locations: services.flatMap(({ places }) => places.map(idOfLocation)),
  });
  const before = new Map<string, object>([...known.providers, ...known.locations].map((row) => [row.id, row]));
  const written = await writeServices(scope, services, tell);
  const companions = written.revision === 0 ? [] : await listWrittenCompanions(tx, written.revision);
  return {
    services: written.rows.map(({ id, version, isNew }) => {
      const state = states.get(id);
      const isKnown = !isNew && state !== undefined;
      return { id, version, before: isKnown ? { externalId: state.externalId, vacancy: state.vacancy, version: state.version } : null };
    }),
    companions: companions.map(({ kind, id, version }) => ({ kind, id, version, before: before.get(id) ?? null })),
    unchanged: services.length - written.rows.length,
  };
}

/** Why an undoing leaves a service as it is. */
export type LeftBecause = 'changed-since' | 'in-use' | 'gone';
export type TakenBack = 'removed' | 'restored' | 'ended' | LeftBecause;

/** What taking back would do with each service, for whoever decides. */
export async function planTakingBack(
  scope: CentreScope,
  services: readonly WrittenService[],
  importedAt: Temporal.Instant,
): Promise<ReadonlyMap<string, TakenBack>> {
  const ids = services.map(({ id }) => id);
  const states = new Map((await listServiceStates(scope.tx, ids)).map((state) => [state.id, state]));
  const touched = await listTouched(scope.tx, ids, importedAt);
  const added = services.filter(({ before }) => before === null).map(({ id }) => id);
  const used = await listUsed(scope, 'service', added);
  const tied = await listTied(scope.tx, added);
  return new Map(
    services.map(({ id, version, before }) => {
      const state = states.get(id);
      if (!state) return [id, 'gone'];
      if (state.version !== version || touched.has(id)) return [id, 'changed-since'];
      if (before !== null) return [id, 'restored'];
      return [id, used.has(id) || tied.has(id) ? 'in-use' : 'removed'];
    }),
  );
}

/**
 * Takes back what an import wrote: services that it added are removed, those that it changed become what they were.
 * What somebody changed since, or what cases use, is left alone unless it is among `forced`: then a changed service
 * becomes what it was all the same, and an added one ends.
 */
export async function takeBackServices(
  scope: CentreScope,
  { services, companions, importedAt }: Pick<ImportTrace, 'services' | 'companions'> & { readonly importedAt: Temporal.Instant },
  forced: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<string, TakenBack>> {
  const { tx, now } = scope;
  const revision = await takeRevision(tx);
  if (services.length > FEW) await countRows(tx);
  const plan = new Map(await planTakingBack(scope, services, importedAt));
  const restoring: Restoring[] = [];
  const ending: string[] = [];
  for (const { id, before } of services) {
    const word = plan.get(id);
    const isLeft = word === 'changed-since' || word === 'in-use';
    if (isLeft && !forced.has(id)) continue;
    if (before !== null && (word === 'restored' || isLeft)) {
      restoring.push({ id, number: before.version, externalId: before.externalId, vacancy: before.vacancy, keepsVacancy: isLeft });
      plan.set(id, 'restored');
    } else if (isLeft) {
      ending.push(id);
      plan.set(id, 'ended');
    }
  }
  const by = writtenBy(scope, 'undo');
  await restoreServices(tx, restoring, now, revision, by);
  await endServices(tx, ending, now, revision, by);
  const removing = [...plan].filter(([, word]) => word === 'removed').map(([id]) => id);
  await removeServices(tx, removing, now, revision);
  const takenBack = services.filter(({ id }) => plan.get(id) === 'restored' || plan.get(id) === 'removed');
  await takeBackCompanions(scope, companions, takenBack, revision);
  return plan;
}

/** What taking back would do with providers and places that came without a service. */
export async function planCompanions(scope: CentreScope, companions: readonly WrittenCompanion[]): Promise<ReadonlyMap<string, TakenBack>> {
  const { tx } = scope;
  const plan = new Map<string, TakenBack>();
  for (const kind of ['provider', 'location'] as const) {
    const some = companions.filter((each) => each.kind === kind);
    const ids = some.map(({ id }) => id);
    const versions = await readVersions(scope, kind, ids);
    const kept = new Set([
      ...(await listCompanionsOfServices(tx, kind, ids, [])),
      ...(kind === 'provider' ? await listUsed(scope, 'provider', ids) : []),
    ]);
    for (const { id, version, before } of some) {
      const now = versions.get(id);
      if (now === undefined) plan.set(id, 'gone');
      else if (now !== version) plan.set(id, 'changed-since');
      else if (before !== null) plan.set(id, 'restored');
      else plan.set(id, kept.has(id) ? 'in-use' : 'removed');
    }
  }
  return plan;
}

async function readVersions({ tx }: CentreScope, kind: CompanionKind, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await listCompanionRows(tx, { providers: kind === 'provider' ? ids : [], locations: kind === 'location' ? ids : [] });
  return new Map([...rows.providers, ...rows.locations].map((row) => [row.id, row.version]));
}

/** Providers and places that nobody changed since: what the import added goes if nothing refers to it, the rest becomes what it was. */
async function takeBackCompanions(
  scope: CentreScope,
  companions: readonly WrittenCompanion[],
  takenBack: readonly WrittenService[],
  revision: number,
): Promise<void> {
  const { tx, now } = scope;
  for (const kind of ['provider', 'location'] as const) {
    const some = companions.filter((each) => each.kind === kind);
    for (const { id, version, before } of some)
      if (before !== null) await restoreCompanion(tx, { kind, id, version, before }, now, revision);
    const added = some.filter(({ before }) => before === null);
    const ids = added.map(({ id }) => id);
    const versions = await readVersions(scope, kind, ids);
    const kept = new Set([
      ...(await listCompanionsOfServices(tx, kind, ids, takenBack)),
      ...(kind === 'provider' ? await listUsed(scope, 'provider', ids) : []),
    ]);
    await deleteCompanions(
      tx,
      kind,
      added.filter(({ id, version }) => versions.get(id) === version && !kept.has(id)).map(({ id }) => id),
    );
  }
}

/** Those to which other modules refer: cases, places, orders, accounts. */
async function listUsed(scope: CentreScope, kind: 'service' | 'provider', ids: readonly string[]): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  if (ids.length === 0) return used;
  for (const module of scope.world.modules) for (const id of (await module.listUsed?.(scope, kind, ids)) ?? []) used.add(id);
  return used;
}
