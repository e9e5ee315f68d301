import { addDays, dayOf, isIsoDate } from '#shared/isoTime.ts';
import type { CaseRefusal } from './caseRefusal.ts';
import { currentOrders, servicesWith } from './caseState.ts';
import type { Guard, GuardContext } from './guard.ts';

/** Days on which something is said to have happened already. */
const pastDays = ['filedOn', 'givenOn', 'withdrawnOn', 'heldOn', 'agreedOn', 'approvedOn', 'startedOn', 'deliveredOn', 'occurredOn', 'on'];

function consentId({ command }: GuardContext): string | null {
  return 'consentId' in command.data ? command.data.consentId : null;
}

export const generalGuards = {
  notInFuture({ command, facts }) {
    const today = dayOf(facts.now);
    return Object.entries(command.data).flatMap(([path, value]): CaseRefusal[] =>
      pastDays.includes(path) && typeof value === 'string' && isIsoDate(value) && value > today ? [{ code: 'date-in-future', path }] : [],
    );
  },

  datesInOrder({ command }) {
    if (!('from' in command.data)) return [];
    const { from, to } = command.data;
    return to !== null && to < from ? [{ code: 'dates-reversed', from, to }] : [];
  },

  /** Coordination and plans look ahead from the request that asked for them. */
  notBeforeRequest({ state, command }) {
    const earliest = state.application?.filedOn;
    const [path, day] =
      command.type === 'decideCoordination'
        ? ['from', command.data.from]
        : command.type === 'draftPlan'
          ? ['startsOn', command.data.startsOn]
          : [];
    return earliest && path && day && day < earliest ? [{ code: 'date-before', path, earliest }] : [];
  },

  consentGiven(context) {
    const wanted = consentId(context);
    if (!wanted) return [{ code: 'consent-missing' }];
    const isGiven = context.state.consents.some((each) => each.consentId === wanted && each.withdrawnOn === null);
    return isGiven ? [] : [{ code: 'consent-missing' }];
  },

  consentIsNew(context) {
    const given = consentId(context) ?? '';
    return context.state.consents.some((each) => each.consentId === given) ? [{ code: 'consent-repeated', consentId: given }] : [];
  },

  consentIsKnown(context) {
    const wanted = consentId(context) ?? '';
    const isGiven = context.state.consents.some((each) => each.consentId === wanted && each.withdrawnOn === null);
    return isGiven ? [] : [{ code: 'consent-unknown', consentId: wanted }];
  },

  /** A talk is agreed on for a day to come, and agreed on anew only while it was not held. */
  talkIsAhead({ state, command, facts }) {
    if (command.type !== 'startAssessment') return [];
    const today = dayOf(facts.now);
    const { plannedOn } = command.data;
    const refusals: CaseRefusal[] = state.assessment ? [{ code: 'talk-held' }] : [];
    return plannedOn !== null && plannedOn < today ? [...refusals, { code: 'date-before', path: 'plannedOn', earliest: today }] : refusals;
  },

  assessmentIsNext({ state, command }) {
    if (command.type !== 'recordAssessment') return [];
    const expected = (state.assessment?.version ?? 0) + 1;
    return command.data.version === expected ? [] : [{ code: 'assessment-version-outdated', expected }];
  },

  supplementOver({ state, facts }) {
    const dueOn = state.supplement?.dueOn;
    return dueOn !== undefined && dayOf(facts.now) <= dueOn ? [{ code: 'supplement-still-running', dueOn }] : [];
  },

  /**
   * The day of an ending stops the fees, so it lies within the life of the case: not before it was filed (or the need
   * reported), not before the last delivery that counts. Who moved away or died earlier was not served later: a delivery
   * noted after that day is a mistake to be corrected first. An application is left incomplete only after the day given.
   */
  endsWithinCase({ state, command, facts }) {
    if (command.type !== 'close' || !isIsoDate(command.data.occurredOn)) return [];
    const { occurredOn, ending } = command.data;
    const begunOn = state.application?.filedOn ?? (state.openedAt && dayOf(state.openedAt));
    const suppliedBy = ending === 'uncompleted' && state.supplement ? addDays(state.supplement.dueOn, 1) : null;
    const refusals: CaseRefusal[] = [];
    if (begunOn && occurredOn < begunOn) refusals.push({ code: 'ended-before-request', earliest: begunOn });
    if (suppliedBy && occurredOn < suppliedBy) refusals.push({ code: 'ended-before-supplement', earliest: suppliedBy });
    const servedOn = facts.lastDeliveredOn;
    if (servedOn && occurredOn < servedOn) refusals.push({ code: 'ended-before-delivery', earliest: servedOn });
    return refusals;
  },

  orderAccepted({ state, command, facts }) {
    if (command.type !== 'startService') return [];
    const { orderId } = command.data;
    const order = currentOrders(state).find((each) => each.orderId === orderId);
    if (!order) return [{ code: 'order-unknown', orderId }];
    if (order.startedOn !== null) return [{ code: 'already-started', orderId }];
    return facts.acceptedOrderIds.includes(orderId) ? [] : [{ code: 'order-not-accepted', orderId }];
  },

  ordersForQualified({ state, command }) {
    if (command.type !== 'placeOrders') return [];
    const { orders } = command.data;
    const known = new Set(state.orders.map((order) => order.orderId));
    return orders.flatMap(({ orderId, serviceId }): CaseRefusal[] => {
      const refusals: CaseRefusal[] = [];
      if (known.has(orderId)) refusals.push({ code: 'order-repeated', orderId });
      known.add(orderId);
      const service = state.services.find((each) => each.serviceId === serviceId);
      if (!service) refusals.push({ code: 'service-unknown', serviceId });
      else if (service.status !== 'qualified') {
        refusals.push({ code: 'service-in-other-state', serviceId, is: service.status, expected: ['qualified'] });
      }
      return refusals;
    });
  },

  somethingOrdered({ state }) {
    return currentOrders(state).length > 0 ? [] : [{ code: 'nothing-ordered' }];
  },

  notBeforeSuspension({ state, command }) {
    if (command.type !== 'resume' || !state.suspension) return [];
    const earliest = state.suspension.from;
    return command.data.on < earliest ? [{ code: 'date-before', path: 'on', earliest }] : [];
  },

  nobodyWaits({ state }) {
    const serviceIds = servicesWith(state, 'waitlisted');
    return serviceIds.length > 0 ? [{ code: 'still-waiting', serviceIds }] : [];
  },

  noOpenOrders({ facts }) {
    return facts.openOrderIds.length > 0 ? [{ code: 'orders-open', orderIds: facts.openOrderIds }] : [];
  },
} satisfies Record<string, Guard>;
