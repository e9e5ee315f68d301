/** What happens next in a case and what is expected of whom, in words for codes elsewhere. */
import { dayOf, type IsoDate } from '#shared/isoTime.ts';
import type { CaseRole } from './caseEvents.ts';
import type { CaseFacts } from './caseFacts.ts';
import { currentOrders, servicesWith, type CaseState, type ServiceState } from './caseState.ts';

/** What the centre has to do. */
type StaffStepCode =
  | 'contact-person'
  | 'check-application'
  | 'await-supplement'
  | 'decide-uncompleted'
  | 'hold-assessment'
  | 'decide-service'
  | 'sign-refusal'
  | 'deliver-refusal'
  | 'watch-queue'
  | 'offer-place'
  | 'decide-coordination'
  | 'draft-plan'
  | 'agree-plan'
  | 'approve-plan'
  | 'place-orders'
  | 'answer-order'
  | 'start-service'
  | 'change-orders'
  | 'monitor'
  | 'hold-summary'
  | 'resume-services'
  | 'close-case';
/** What a resident may or should do, or waits for. */
export const residentStepCodes = [
  'wait-for-contact',
  'wait-for-check',
  'complete-application',
  'meet-coordinator',
  'wait-for-decision',
  'wait-for-place',
  'may-appeal',
  'wait-for-plan',
  'read-and-agree-plan',
  'wait-for-approval',
  'wait-for-provider',
  'wait-for-start',
  'use-services',
  'talk-at-summary',
  'services-suspended',
  'wait-for-closing',
] as const;
export type ResidentStepCode = (typeof residentStepCodes)[number];
export type NextStepCode = StaffStepCode | ResidentStepCode;

export type NextStep = {
  readonly code: NextStepCode;
  /** Who has to act. */
  readonly who: CaseRole;
  /** The last day, both for a deadline of the law and for a date agreed with the person. */
  readonly dueOn?: IsoDate;
  readonly isOverdue: boolean;
  /** Set when the step is about one of several services. */
  readonly serviceId?: string;
  /** Current place on the reserve list, when it is known. */
  readonly position?: number;
};

type Step = Omit<NextStep, 'isOverdue'>;
type NextFacts = Pick<CaseFacts, 'now' | 'services' | 'acceptedOrderIds'> &
  Partial<Pick<CaseFacts, 'plan' | 'lostOrderIds' | 'servicesOrderedUnlikePlan'>>;

/**
 * The steps ahead, the most urgent first (dated ones by date, then the rest in the order of the work).
 * Staff see what the centre has to do; residents what they may or should do and what they wait for.
 */
export function whatNext(state: CaseState, facts: NextFacts, audience: 'resident' | 'staff'): readonly NextStep[] {
  const today = dayOf(facts.now);
  const steps =
    audience === 'staff'
      ? [...ofStage(state, facts, staffStages), ...ofServices(state, facts, staffService)]
      : [...ofStage(state, facts, residentStages), ...ofServices(state, facts, residentService)];
  return steps
    .map((step) => ({ ...step, isOverdue: step.dueOn !== undefined && step.dueOn < today }))
    .toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : (a.dueOn ?? '9999') > (b.dueOn ?? '9999') ? 1 : 0));
}

/** The nearest dated step of the staff, for lists and boards; undefined when nothing has a date. */
export function findNearestDeadline(state: CaseState, facts: NextFacts): NextStep | undefined {
  return whatNext(state, facts, 'staff').find((step) => step.dueOn !== undefined);
}

type StageRule = (state: CaseState, facts: NextFacts) => readonly Step[];
type Stages = Partial<Record<CaseState['status'], StageRule>>;

function step(code: NextStepCode, who: CaseRole, dueOn?: IsoDate | null): Step {
  return dueOn ? { code, who, dueOn } : { code, who };
}

function ofStage(state: CaseState, facts: NextFacts, stages: Stages): readonly Step[] {
  return stages[state.status]?.(state, facts) ?? [];
}

/** The legal day of the first plan; a new version or a following plan has no such deadline. */
function planDueOn(state: CaseState): IsoDate | null {
  return state.plan?.approved || state.orders.length > 0 ? null : (state.application?.planDueOn ?? null);
}

const isLost = (facts: NextFacts, { orderId }: { readonly orderId: string }) => facts.lostOrderIds?.includes(orderId) ?? false;

function isOrderWaiting(state: CaseState, facts: NextFacts): boolean {
  return currentOrders(state).some(
    (order) => order.startedOn === null && !facts.acceptedOrderIds.includes(order.orderId) && !isLost(facts, order),
  );
}

/** Services whose orders were all rejected, failed or taken back: nobody will come until they are ordered again. */
function toOrderAgain(state: CaseState, facts: NextFacts): readonly Step[] {
  const orders = currentOrders(state);
  return servicesWith(state, 'qualified').flatMap((serviceId) => {
    const ofService = orders.filter((order) => order.serviceId === serviceId);
    const isLostWhole = ofService.length > 0 && ofService.every((order) => isLost(facts, order));
    return isLostWhole ? [{ ...step('place-orders', 'serviceOrganiser'), serviceId }] : [];
  });
}

const staffStages: Stages = {
  NEED_REPORTED: (state) => [step('contact-person', 'frontDesk', state.need?.contactDueOn)],
  APPLIED: (state) => [step('check-application', 'planCoordinator', state.application?.planDueOn)],
  INCOMPLETE: (state, { now }) => {
    const dueOn = state.supplement?.dueOn ?? null;
    const isOver = dueOn !== null && dueOn < dayOf(now);
    return [isOver ? step('decide-uncompleted', 'planCoordinator', dueOn) : step('await-supplement', 'planCoordinator', dueOn)];
  },
  ASSESSING: (state) =>
    state.assessment ? [] : [step('hold-assessment', 'planCoordinator', state.meeting?.plannedOn ?? state.application?.planDueOn)],
  QUALIFIED: (state) => {
    if (!state.coordination) return [step('decide-coordination', 'planCoordinator', planDueOn(state))];
    return [
      state.coordination.withPlan ? step('draft-plan', 'planCoordinator', planDueOn(state)) : step('place-orders', 'serviceOrganiser'),
    ];
  },
  PLAN_DRAFT: (state) => [step('agree-plan', 'planCoordinator', planDueOn(state))],
  PLAN_AGREED: (state) => [step('approve-plan', 'director', planDueOn(state))],
  PLAN_APPROVED: () => [step('place-orders', 'serviceOrganiser')],
  REFERRED: (state, facts) => {
    const again = toOrderAgain(state, facts);
    if (isOrderWaiting(state, facts)) return [...again, step('answer-order', 'providerManager')];
    const isAnyLeft = currentOrders(state).some((order) => !isLost(facts, order));
    return isAnyLeft || again.length === 0 ? [...again, step('start-service', 'providerWorker')] : again;
  },
  ACTIVE: (state, facts) => [
    ...toOrderAgain(state, facts),
    step('monitor', 'planCoordinator', state.nextMonitoringOn),
    state.plan
      ? step('hold-summary', 'planCoordinator', state.plan.approved?.endsOn)
      : step('close-case', 'planCoordinator', state.coordination?.to),
  ],
  SUSPENDED: (state) => [step('resume-services', 'planCoordinator', state.suspension?.to)],
  SUMMARY: () => [step('close-case', 'director')],
};

const residentStages: Stages = {
  NEED_REPORTED: (state) => [step('wait-for-contact', 'frontDesk', state.need?.contactDueOn)],
  APPLIED: () => [step('wait-for-check', 'planCoordinator')],
  INCOMPLETE: (state) => [step('complete-application', 'resident', state.supplement?.dueOn)],
  ASSESSING: (state) =>
    state.assessment ? [step('wait-for-decision', 'serviceOrganiser')] : [step('meet-coordinator', 'resident', state.meeting?.plannedOn)],
  QUALIFIED: (state) =>
    state.coordination && !state.coordination.withPlan
      ? [step('wait-for-provider', 'serviceOrganiser')]
      : [step('wait-for-plan', 'planCoordinator', planDueOn(state))],
  // Nobody is asked to agree to a plan that still has gaps.
  PLAN_DRAFT: (state, { plan }) => [
    plan && plan.issueCount > 0
      ? step('wait-for-plan', 'planCoordinator', planDueOn(state))
      : step('read-and-agree-plan', 'resident', planDueOn(state)),
  ],
  PLAN_AGREED: () => [step('wait-for-approval', 'director')],
  PLAN_APPROVED: () => [step('wait-for-provider', 'serviceOrganiser')],
  REFERRED: (state, facts) => [
    isOrderWaiting(state, facts) || toOrderAgain(state, facts).length > 0
      ? step('wait-for-provider', 'providerManager')
      : step('wait-for-start', 'providerWorker'),
  ],
  ACTIVE: (state) => [
    step('use-services', 'resident'),
    ...(state.plan ? [step('talk-at-summary', 'resident', state.plan.approved?.endsOn)] : []),
  ],
  SUSPENDED: (state) => [step('services-suspended', 'planCoordinator', state.suspension?.to)],
  SUMMARY: () => [step('wait-for-closing', 'director')],
};

type ServiceRule = (service: ServiceState, state: CaseState, facts: NextFacts) => readonly Step[];

function ofServices(state: CaseState, facts: NextFacts, rule: ServiceRule): readonly Step[] {
  return state.services.flatMap((service) => rule(service, state, facts).map((each) => ({ ...each, serviceId: service.serviceId })));
}

const ordered: readonly CaseState['status'][] = ['REFERRED', 'ACTIVE', 'SUSPENDED'];

const staffService: ServiceRule = (service, state, facts) => {
  if (facts.servicesOrderedUnlikePlan?.includes(service.serviceId) && ordered.includes(state.status))
    return [step('change-orders', 'serviceOrganiser')];
  if (service.status === 'pending' && state.status === 'ASSESSING' && state.assessment) {
    return [
      service.proposedRefusal ? step('sign-refusal', 'director') : step('decide-service', 'serviceOrganiser', state.application?.planDueOn),
    ];
  }
  // A decision is delivered also after the end of a case, unless nobody is left to receive it.
  if (service.status === 'refused' && !service.refusal?.deliveredOn && state.closing?.ending !== 'died')
    return [step('deliver-refusal', 'frontDesk')];
  if (service.status !== 'waitlisted' || state.closing) return [];
  const known = facts.services[service.serviceId];
  return [
    known?.isPlaceFree && known.queuePosition === 1
      ? step('offer-place', 'serviceOrganiser')
      : withPosition(step('watch-queue', 'serviceOrganiser'), service, facts),
  ];
};

const residentService: ServiceRule = (service, state, facts) => {
  // The right to appeal outlives the case, though not the person.
  if (state.closing && (service.status !== 'refused' || state.closing.ending === 'died')) return [];
  if (service.status === 'waitlisted') return [withPosition(step('wait-for-place', 'serviceOrganiser'), service, facts)];
  const appealUntil = service.refusal?.appealUntil;
  if (service.status !== 'refused' || (appealUntil && appealUntil < dayOf(facts.now))) return [];
  return [step('may-appeal', 'resident', appealUntil)];
};

function withPosition(each: Step, service: ServiceState, facts: NextFacts): Step {
  const position = facts.services[service.serviceId]?.queuePosition;
  return position ? { ...each, position } : each;
}
