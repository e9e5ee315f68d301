/** What is known of a case after its events. */
import type { IsoDate, IsoInstant } from '#shared/isoTime.ts';
import type { CaseEventData, RefusalReason } from './caseEvents.ts';
import type { CaseStatus, CaseStatusOrNew, ServiceStatus } from './caseStatus.ts';

export type ServiceState = {
  readonly serviceId: string;
  readonly status: ServiceStatus;
  readonly cardNumber: string | null;
  /** Position told to the person when they joined the reserve list; the current one is a fact, not history. */
  readonly waitlistedAt: IsoInstant | null;
  readonly proposedRefusal: readonly RefusalReason[] | null;
  readonly refusal: {
    readonly reasons: readonly RefusalReason[];
    readonly decisionNumber: string;
    readonly signedOn: IsoDate;
    readonly deliveredOn: IsoDate | null;
    readonly appealUntil: IsoDate | null;
  } | null;
};

export type PlanState = {
  readonly planId: string;
  /** The version at hand: the draft under discussion, or the approved one. */
  readonly version: number;
  /** The highest version ever drafted; a dropped draft keeps its number. */
  readonly lastVersion: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** Start of the first version: the whole plan counts its longest length from here. */
  readonly firstStartsOn: IsoDate;
  readonly agreedOn: IsoDate | null;
  readonly approved: {
    readonly version: number;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate;
    readonly agreedOn: IsoDate | null;
    readonly approvedOn: IsoDate;
  } | null;
};

export type OrderOfCase = {
  readonly orderId: string;
  readonly serviceId: string;
  readonly providerId: string;
  /** The plan it was placed under; null for a single service without a plan. */
  readonly planId: string | null;
  readonly startedOn: IsoDate | null;
};

export type ConsentState = CaseEventData<'consentGiven'> & { readonly withdrawnOn: IsoDate | null };

export type CaseState = {
  readonly status: CaseStatusOrNew;
  /** How many events the case has: the optimistic version. */
  readonly version: number;
  readonly openedAt: IsoInstant | null;
  readonly changedAt: IsoInstant | null;
  readonly need: CaseEventData<'needReported'> | null;
  readonly personId: string | null;
  readonly application: CaseEventData<'applied'> | null;
  readonly services: readonly ServiceState[];
  readonly consents: readonly ConsentState[];
  /** The last summons to complete the application, while it runs. */
  readonly supplement: CaseEventData<'markedIncomplete'> | null;
  readonly meeting: CaseEventData<'assessmentStarted'> | null;
  readonly assessment: CaseEventData<'assessmentRecorded'> | null;
  readonly coordination: CaseEventData<'coordinationDecided'> | null;
  readonly plan: PlanState | null;
  readonly orders: readonly OrderOfCase[];
  readonly suspension: (CaseEventData<'suspended'> & { readonly before: CaseStatus }) | null;
  readonly lastMonitoredOn: IsoDate | null;
  readonly nextMonitoringOn: IsoDate | null;
  readonly summary: CaseEventData<'summaryHeld'> | null;
  readonly closing: CaseEventData<'closed'> | null;
};

/** One requested service, or undefined when the case does not have it. */
export function findService(state: CaseState, serviceId: string): ServiceState | undefined {
  return state.services.find((service) => service.serviceId === serviceId);
}

/** Ids of services that stand so. */
export function servicesWith(state: CaseState, ...statuses: readonly ServiceStatus[]): readonly string[] {
  return state.services.filter((service) => statuses.includes(service.status)).map((service) => service.serviceId);
}

/** Orders that belong to the plan at hand (or to the case, when it has none). */
export function currentOrders(state: CaseState): readonly OrderOfCase[] {
  const planId = state.plan?.planId ?? null;
  return state.orders.filter((order) => order.planId === planId);
}
