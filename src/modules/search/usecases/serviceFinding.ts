import { actorKey } from '#shared/actor.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getService, renewServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { findingOf, needsOfKinds, type ChosenFinding, type FoundNeed } from '../domain/findingOf.ts';
import { MOST_CHOSEN } from '../domain/kinds.ts';
import type { Need } from '../domain/needs.ts';
import { addFinding, findFinding, listFindingVersions, type Finding, type FindingVersion } from '../store/findingStore.ts';
import { listTaughtNames, type TaughtRow } from '../store/taughtStore.ts';
import { kindsOf, listKinds, listNeeds, suggestKinds } from '../understandNeeds.ts';
import { documentOf } from './centreIndex.ts';

const VERSIONS_SHOWN = 20;

/** By which kinds and needs a service is found, and what speaks for them. */
export interface ServiceFinding {
  readonly service: CatalogueService;
  /** 0 while no editor has set anything. */
  readonly version: number;
  readonly finding: Finding;
  /** Ids of kinds that hold now, the leading one first. */
  readonly kinds: readonly string[];
  /** Ids of kinds that the texts of the card tell; others that would fit follow. */
  readonly told: readonly string[];
  readonly suggested: readonly string[];
  /** Needs for which it is found because of its kinds, denied ones among them. */
  readonly ofKinds: readonly FoundNeed[];
  /** Needs to which an editor tied it besides. */
  readonly tied: readonly Need[];
  readonly taughtNames: readonly Pick<TaughtRow, 'id' | 'words'>[];
  readonly versions: readonly FindingVersion[];
}

/** @throws NotFound when the centre has no such service */
export async function getServiceFinding(scope: CentreScope, serviceId: string): Promise<ServiceFinding> {
  const service = await getService(scope, serviceId);
  const stored = await findFinding(scope.tx, service.id);
  const taughtNames = await listTaughtNames(scope.tx, service.id);
  const words = taughtNames.map((each) => each.words);
  const told = kindsOf(documentOf(service, undefined, words)).map(({ id }) => id);
  const inForce = kindsOf(documentOf(service, stored, words));
  const kinds = inForce.map(({ id }) => id);
  const needs = listNeeds();
  const ofKinds = needsOfKinds(inForce, needs);
  return {
    service,
    version: stored?.number ?? 0,
    finding: stored ?? { kinds: null, needs: [], denied: [] },
    kinds,
    told,
    suggested: suggestKinds(documentOf(service, undefined, words)).filter((id) => !kinds.includes(id) && !told.includes(id)),
    ofKinds,
    tied: needs.filter(({ id }) => stored?.needs.includes(id) && !ofKinds.some(({ need }) => need.id === id)),
    taughtNames,
    versions: await listFindingVersions(scope.tx, service.id, VERSIONS_SHOWN),
  };
}

export type FindingRefusal =
  | { readonly code: 'changed-meanwhile'; readonly current: ServiceFinding }
  | { readonly code: 'too-many-kinds'; readonly most: number };

/** Sets by which kinds and needs a service is found; the next search knows. */
export async function setServiceFinding(
  scope: CentreScope,
  serviceId: string,
  version: number,
  chosen: ChosenFinding,
): Promise<Result<void, FindingRefusal>> {
  const current = await getServiceFinding(scope, serviceId);
  const known = new Set(listKinds().map(({ id }) => id));
  const knownNeeds = new Set(listNeeds().map(({ id }) => id));
  const offered = current.ofKinds.map(({ need }) => need.id);
  const finding = findingOf(chosen, current.told, offered, current.finding);
  const kinds = finding.kinds?.filter((id) => known.has(id)) ?? null;
  if (kinds !== null && kinds.length > MOST_CHOSEN) return refuse({ code: 'too-many-kinds', most: MOST_CHOSEN });
  const needs = finding.needs.filter((id) => knownNeeds.has(id));
  return write(scope, current, version, { ...finding, kinds, needs });
}

/**
 * Makes an earlier finding the newest one again.
 * @throws NotFound when the service never had it
 */
export async function restoreServiceFinding(
  scope: CentreScope,
  serviceId: string,
  version: number,
  number: number,
): Promise<Result<void, FindingRefusal>> {
  const current = await getServiceFinding(scope, serviceId);
  const earlier = number === 0 ? { kinds: null, needs: [], denied: [] } : current.versions.find((each) => each.number === number);
  if (!earlier) throw new NotFound('finding');
  return write(scope, current, version, { kinds: earlier.kinds, needs: earlier.needs, denied: earlier.denied });
}

async function write(
  scope: CentreScope,
  current: ServiceFinding,
  version: number,
  finding: Finding,
): Promise<Result<void, FindingRefusal>> {
  const { actor } = scope;
  const isSaved =
    current.version === version &&
    (await addFinding(scope.tx, {
      ...finding,
      serviceId: current.service.id,
      number: version + 1,
      writtenAt: scope.now,
      author: actorKey(actor),
      authorName: actor.kind === 'user' ? actor.name : null,
    }));
  if (!isSaved) return refuse({ code: 'changed-meanwhile', current: await getServiceFinding(scope, current.service.id) });
  await renewServices(scope, [current.service.id]);
  return ok(undefined);
}
