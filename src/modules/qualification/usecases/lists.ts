import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getCaseRecords } from '#modules/cases/index.ts';
import { getService, getServices, listServices, type CatalogueService } from '#modules/catalogue/index.ts';
import { fullName, getPeople } from '#modules/people/index.ts';
import { isInForce, type OfferRule } from '../domain/offerRule.ts';
import { placesLeft } from '../domain/places.ts';
import { listDecisions, listProposals, type DecisionRow } from '../store/decisionStore.ts';
import { countPlaces, countWaitingBefore, listServicesWithPlaces, listWaiting, type QueueCursor } from '../store/placeStore.ts';
import { getRules } from './offers.ts';
import { areKept } from './publishPlaces.ts';

export type { QueueCursor } from '../store/placeStore.ts';

export interface QueueSummary {
  readonly service: CatalogueService;
  readonly rule: OfferRule;
  readonly taken: number;
  readonly waiting: number;
  /** Null without a limit, and where the places are not kept here. */
  readonly free: number | null;
  /** The limit only stands on the card: figures of the card were typed. */
  readonly isKept: boolean;
  readonly firstFiledAt: Temporal.Instant | null;
}
/** Services with a limit of places or with people who wait, by name; those where a place may be offered first. */
export async function listQueues(scope: CentreScope): Promise<QueueSummary[]> {
  const services = await listServices(scope);
  const rules = await getRules(scope, services);
  const counts = new Map((await countPlaces(scope.tx)).map((each) => [each.serviceId, each]));
  const withPlaces = new Set(await listServicesWithPlaces(scope.tx));
  return services
    .flatMap((service): QueueSummary[] => {
      const rule = rules.get(service.id);
      const count = counts.get(service.id);
      if (!rule || (rule.placeLimit === null && !count?.waiting)) return [];
      const taken = count?.taken ?? 0;
      const isKept = rule.placeLimit === null || areKept(rule, withPlaces.has(service.id));
      const free = isKept ? placesLeft(rule.placeLimit, taken) : null;
      return [{ service, rule, taken, waiting: count?.waiting ?? 0, free, isKept, firstFiledAt: count?.firstFiledAt ?? null }];
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
  /** False where the limit only stands on the card and nobody was ever given a place here. */
  readonly isKept: boolean;
  readonly total: number;
  /** One page of the list, in its order. */
  readonly waiting: readonly Waiting[];
}
const queuePageSize = 50;

/**
 * One page of the reserve list of a service, from its beginning or beside the row a cursor names.
 * @throws NotFound when the centre has no such service.
 */
export async function getQueue(
  scope: CentreScope,
  serviceId: string,
  { cursor = null, limit = queuePageSize }: { readonly cursor?: QueueCursor | null; readonly limit?: number } = {},
): Promise<Queue> {
  const service = await getService(scope, serviceId);
  const rule = (await getRules(scope, [service])).get(serviceId);
  if (!rule) throw new NotFound('service');
  const [count] = await countPlaces(scope.tx, serviceId);
  const { taken, waiting: total } = count ?? { taken: 0, waiting: 0 };
  const found = await listWaiting(scope.tx, serviceId, { cursor, limit });
  const shown = cursor?.back ? found.slice(0, limit).toReversed() : found.slice(0, limit);
  const before = shown[0] && cursor ? await countWaitingBefore(scope.tx, serviceId, shown[0]) : 0;
  const people = await getPeople(
    scope,
    shown.map((each) => each.personId),
  );
  const records = await getCaseRecords(
    scope,
    shown.map((each) => each.caseId),
  );
  return {
    service,
    rule,
    taken,
    free: placesLeft(rule.placeLimit, taken),
    isInForce: isInForce(rule, service, scope.today.toString()),
    isKept: rule.placeLimit === null || areKept(rule, (await listServicesWithPlaces(scope.tx)).includes(serviceId)),
    total,
    waiting: shown.map(({ caseId, personId, filedAt, since }, index) => {
      const person = people.get(personId);
      return {
        position: before + index + 1,
        caseId,
        caseNumber: records.get(caseId)?.number ?? '',
        personId,
        name: person ? fullName(person) : '',
        filedAt: Temporal.Instant.from(filedAt),
        since,
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
