import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getCaseRecords } from '#modules/cases/index.ts';
import { getService, getServices, listServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { fullName, getPeople } from '#modules/people/index.ts';
import { isInForce, type OfferRule } from '../domain/offerRule.ts';
import { freePlaces, orderQueue } from '../domain/places.ts';
import { listDecisions, listProposals, type DecisionRow } from '../store/decisionStore.ts';
import { countPlaces, listPlaces } from '../store/placeStore.ts';
import { getRules, poolOf } from './offers.ts';

export interface QueueSummary {
  readonly service: CatalogueService;
  readonly rule: OfferRule;
  readonly taken: number;
  readonly waiting: number;
  /** Null without a limit. */
  readonly free: number | null;
  readonly firstFiledAt: Temporal.Instant | null;
}
/** Services with a limit of places or with people who wait, by name; those where a place may be offered first. */
export async function listQueues(scope: CentreScope): Promise<QueueSummary[]> {
  const services = await listServices(scope);
  const rules = await getRules(scope, services);
  const counts = new Map((await countPlaces(scope.tx)).map((each) => [each.serviceId, each]));
  return services
    .flatMap((service): QueueSummary[] => {
      const rule = rules.get(service.id);
      const count = counts.get(service.id);
      if (!rule || (rule.placeLimit === null && !count?.waiting)) return [];
      const taken = count?.taken ?? 0;
      const free = rule.placeLimit === null ? null : Math.max(0, rule.placeLimit - taken);
      return [{ service, rule, taken, waiting: count?.waiting ?? 0, free, firstFiledAt: count?.firstFiledAt ?? null }];
    })
    .toSorted((a, b) => Number(hasOffer(b)) - Number(hasOffer(a)));
}
/** Whether somebody waits although a place is free. */
export const hasOffer = ({ waiting, free }: Pick<QueueSummary, 'waiting' | 'free'>) => waiting > 0 && free !== 0;

export interface Waiting {
  readonly position: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly personId: string;
  readonly name: string;
  readonly filedAt: Temporal.Instant;
  readonly since: Temporal.Instant;
}
export interface Queue {
  readonly service: CatalogueService;
  readonly rule: OfferRule;
  readonly taken: number;
  readonly free: number | null;
  readonly isInForce: boolean;
  readonly total: number;
  /** One page of the list, in its order. */
  readonly waiting: readonly Waiting[];
}
export const queuePageSize = 50;

/**
 * The reserve list of a service; `page` counts from 1.
 * @throws NotFound when the centre has no such service.
 */
export async function getQueue(scope: CentreScope, serviceId: string, page = 1): Promise<Queue> {
  const service = await getService(scope, serviceId);
  const rule = (await getRules(scope, [service])).get(serviceId);
  if (!rule) throw new NotFound('service');
  const places = await listPlaces(scope.tx, [serviceId]);
  const pool = poolOf(rule, places);
  const ordered = orderQueue(pool.waiting);
  const first = (page - 1) * queuePageSize;
  const shown = ordered.slice(first, first + queuePageSize);
  const people = await getPeople(
    scope,
    shown.map((each) => each.personId),
  );
  const records = await getCaseRecords(
    scope,
    shown.map((each) => each.caseId),
  );
  const sinces = new Map(places.map((place) => [place.caseId, place.since]));
  return {
    service,
    rule,
    taken: pool.taken.length,
    free: freePlaces(pool),
    isInForce: isInForce(rule, service, scope.today.toString()),
    total: ordered.length,
    waiting: shown.map(({ caseId, personId, filedAt }, index) => {
      const person = people.get(personId);
      return {
        position: first + index + 1,
        caseId,
        caseNumber: records.get(caseId)?.number ?? '',
        personId,
        name: person ? fullName(person) : '',
        filedAt: Temporal.Instant.from(filedAt),
        since: sinces.get(caseId) ?? scope.now,
      };
    }),
  };
}

export interface RefusalInList {
  readonly caseId: string;
  readonly serviceId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly serviceName: string;
}
export interface ProposalInList extends RefusalInList {
  readonly proposedAt: Temporal.Instant;
  readonly proposedByName: string;
}
export interface DecisionInList extends RefusalInList, Pick<DecisionRow, 'number' | 'signedOn' | 'documentId'> {}

const pageOfProposals = 30;
/** Refusals that wait for the director, oldest first; `next` leads to the following page. */
export async function listRefusalsToSign(
  scope: CentreScope,
  after?: { at: string; caseId: string; serviceId: string },
): Promise<{ rows: ProposalInList[]; next: { at: string; caseId: string; serviceId: string } | null }> {
  const found = await listProposals(scope.tx, { limit: pageOfProposals, after });
  const rows = found.slice(0, pageOfProposals);
  const last = rows.at(-1);
  return {
    rows: await withNames(scope, rows),
    next:
      found.length > pageOfProposals && last ? { at: last.proposedAt.toString(), caseId: last.caseId, serviceId: last.serviceId } : null,
  };
}
/** The decisions signed last. */
export async function listSignedRefusals(scope: CentreScope, limit = 30): Promise<DecisionInList[]> {
  return withNames(scope, await listDecisions(scope.tx, limit));
}

async function withNames<Row extends { readonly caseId: string; readonly serviceId: string }>(
  scope: CentreScope,
  rows: readonly Row[],
): Promise<(Row & RefusalInList)[]> {
  const records = await getCaseRecords(
    scope,
    rows.map((row) => row.caseId),
  );
  const people = await getPeople(
    scope,
    [...records.values()].flatMap((record) => record.personId ?? []),
  );
  const services = await getServices(
    scope,
    rows.map((row) => row.serviceId),
  );
  return rows.map((row) => {
    const record = records.get(row.caseId);
    const person = record?.personId ? people.get(record.personId) : undefined;
    return {
      ...row,
      caseNumber: record?.number ?? '',
      name: person ? fullName(person) : '',
      serviceName: services.get(row.serviceId)?.name ?? '',
    };
  });
}
