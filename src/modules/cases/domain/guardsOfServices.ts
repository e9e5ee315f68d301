import type { CaseRefusal } from './caseRefusal.ts';
import { currentOrders, findService } from './caseState.ts';
import { decidingStatuses, statusByServices, type ServiceStatus } from './caseStatus.ts';
import type { Guard, GuardContext } from './guard.ts';

function serviceIdsOf({ command }: GuardContext): readonly string[] {
  if ('serviceId' in command.data) return [command.data.serviceId];
  return 'serviceIds' in command.data ? command.data.serviceIds : [];
}

/** A guard that every named service stands in one of the expected statuses. */
const standsIn =
  (...expected: readonly ServiceStatus[]): Guard =>
  (context) =>
    serviceIdsOf(context).flatMap((serviceId): readonly CaseRefusal[] => {
      const service = findService(context.state, serviceId);
      if (!service) return [{ code: 'service-unknown', serviceId }];
      return expected.includes(service.status) ? [] : [{ code: 'service-in-other-state', serviceId, is: service.status, expected }];
    });

export const serviceGuards = {
  servicesNotRepeated(context) {
    const ids = serviceIdsOf(context);
    return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((serviceId) => ({ code: 'service-repeated', serviceId }));
  },

  programmesInForce(context) {
    return serviceIdsOf(context)
      .filter((serviceId) => !context.facts.services[serviceId]?.isProgrammeInForce)
      .map((serviceId) => ({ code: 'programme-not-in-force', serviceId }));
  },

  servicePending: standsIn('pending'),
  servicesPending: standsIn('pending'),
  serviceWaitlisted: standsIn('waitlisted'),

  assessmentRecorded({ state }) {
    return state.assessment ? [] : [{ code: 'assessment-missing' }];
  },

  conditionsMet(context) {
    return serviceIdsOf(context).flatMap((serviceId): CaseRefusal[] => {
      const conditions = context.facts.services[serviceId]?.conditions ?? 'unknown';
      if (conditions === 'met') return [];
      return [{ code: conditions === 'notMet' ? 'conditions-not-met' : 'conditions-unknown', serviceId }];
    });
  },

  placeFree(context) {
    return serviceIdsOf(context)
      .filter((serviceId) => !context.facts.services[serviceId]?.isPlaceFree)
      .map((serviceId) => ({ code: 'no-place', serviceId }));
  },

  placesUsedUp(context) {
    return serviceIdsOf(context)
      .filter((serviceId) => context.facts.services[serviceId]?.isPlaceFree)
      .map((serviceId) => ({ code: 'place-is-free', serviceId }));
  },

  firstInQueue(context) {
    return serviceIdsOf(context).flatMap((serviceId): CaseRefusal[] => {
      const position = context.facts.services[serviceId]?.queuePosition ?? null;
      return position === 1 ? [] : [{ code: 'not-first-in-queue', serviceId, position }];
    });
  },

  reasonsGiven({ command }) {
    if (!('reasons' in command.data)) return [];
    const { reasons } = command.data;
    const areGiven = reasons.length > 0 && reasons.every((reason) => reason.inOwnWords.trim() !== '');
    return areGiven ? [] : [{ code: 'reasons-missing' }];
  },

  decisionNumbered({ command }) {
    if (command.type !== 'refuseService') return [];
    return command.data.decisionNumber?.trim() ? [] : [{ code: 'decision-number-missing' }];
  },

  refusalProposed(context) {
    return serviceIdsOf(context)
      .filter((serviceId) => findService(context.state, serviceId)?.proposedRefusal === null)
      .map((serviceId) => ({ code: 'refusal-not-proposed', serviceId }));
  },

  deliveryIsNews(context) {
    const wrong = standsIn('refused')(context);
    if (wrong.length > 0) return wrong;
    const { command, state } = context;
    const said = command.type === 'recordRefusalDelivery' ? command.data.deliveredOn : null;
    // Another day corrects the one that was recorded: the time for an appeal hangs on it.
    return serviceIdsOf(context)
      .filter((serviceId) => findService(state, serviceId)?.refusal?.deliveredOn === said)
      .map((serviceId) => ({ code: 'already-delivered', serviceId }));
  },

  /** Nothing is delivered before it was signed. */
  deliveredAfterSigning({ state, command }) {
    if (command.type !== 'recordRefusalDelivery') return [];
    const { serviceId, deliveredOn } = command.data;
    const signedOn = findService(state, serviceId)?.refusal?.signedOn;
    return signedOn !== undefined && deliveredOn < signedOn ? [{ code: 'date-before', path: 'deliveredOn', earliest: signedOn }] : [];
  },

  /** A service already ordered ends with its orders, and a planned one by a new version of the plan. */
  serviceCanBeWithdrawn(context) {
    const { state } = context;
    const isBeforePlan = ['APPLIED', 'INCOMPLETE', ...decidingStatuses].some((status) => status === state.status);
    const wrong = standsIn(...(isBeforePlan ? (['pending', 'waitlisted', 'qualified'] as const) : (['waitlisted'] as const)))(context);
    if (wrong.length > 0) return wrong;
    const ordered = currentOrders(state).filter((order) => serviceIdsOf(context).includes(order.serviceId));
    return ordered.length > 0 ? [{ code: 'orders-open', orderIds: ordered.map((order) => order.orderId) }] : [];
  },

  /** Giving up everything is an ending of the case, with consequences of its own. */
  notTheLastService(context) {
    const givenUp = serviceIdsOf(context);
    const left = context.state.services.filter((service) => !givenUp.includes(service.serviceId));
    return statusByServices(left.map((service) => service.status)) ? [] : [{ code: 'last-service' }];
  },
} satisfies Record<string, Guard>;
