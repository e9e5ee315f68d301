import { dayOf } from '#shared/isoTime.ts';
import type { CaseEvent } from './caseEvents.ts';
import type { CaseState, PlanState, ServiceState } from './caseState.ts';

const untouched: Omit<ServiceState, 'serviceId'> = {
  status: 'pending',
  cardNumber: null,
  waitlistedAt: null,
  proposedRefusal: null,
  refusal: null,
};

function withService(state: CaseState, serviceId: string, change: Partial<ServiceState>): CaseState {
  return { ...state, services: state.services.map((service) => (service.serviceId === serviceId ? { ...service, ...change } : service)) };
}

function withPlan(state: CaseState, change: Partial<PlanState>): CaseState {
  return { ...state, plan: state.plan && { ...state.plan, ...change } };
}

/** What the event adds to the knowledge about a case; the status is found separately. */
export function applyEvent(state: CaseState, { type, at, data }: CaseEvent): CaseState {
  switch (type) {
    case 'needReported':
      return { ...state, need: data, personId: data.personId };
    case 'informed':
    case 'coordinatorAssigned':
      return state;
    case 'applied':
      return {
        ...state,
        application: data,
        personId: data.personId,
        services: data.serviceIds.map((serviceId) => ({ serviceId, ...untouched })),
      };
    case 'consentGiven':
      return { ...state, consents: [...state.consents, { ...data, withdrawnOn: null }] };
    case 'consentWithdrawn':
      return {
        ...state,
        consents: state.consents.map((each) => (each.consentId === data.consentId ? { ...each, withdrawnOn: data.withdrawnOn } : each)),
      };
    case 'markedIncomplete':
      return { ...state, supplement: data };
    case 'completed':
      return { ...state, supplement: null };
    case 'forwarded':
      return data.serviceIds.reduce(
        (after, serviceId) => withService(after, serviceId, { status: 'forwarded', proposedRefusal: null }),
        state,
      );
    case 'assessmentStarted':
      return { ...state, meeting: data };
    case 'assessmentRecorded':
      return { ...state, assessment: data };
    case 'serviceQualified':
    case 'placeOffered':
      return withService(state, data.serviceId, { status: 'qualified', cardNumber: data.cardNumber, proposedRefusal: null });
    case 'serviceWaitlisted':
      return withService(state, data.serviceId, { status: 'waitlisted', waitlistedAt: at, proposedRefusal: null });
    case 'refusalProposed':
      return withService(state, data.serviceId, { proposedRefusal: data.reasons });
    case 'refusalSentBack':
      return withService(state, data.serviceId, { proposedRefusal: null });
    case 'serviceRefused':
      return withService(state, data.serviceId, {
        status: 'refused',
        proposedRefusal: null,
        refusal: { reasons: data.reasons, decisionNumber: data.decisionNumber, signedOn: dayOf(at), deliveredOn: null, appealUntil: null },
      });
    case 'refusalDelivered': {
      const refusal = state.services.find((service) => service.serviceId === data.serviceId)?.refusal ?? null;
      return withService(state, data.serviceId, {
        refusal: refusal && { ...refusal, deliveredOn: data.deliveredOn, appealUntil: data.appealUntil },
      });
    }
    case 'serviceWithdrawn':
      return withService(state, data.serviceId, { status: 'withdrawn', proposedRefusal: null });
    case 'coordinationDecided':
      return { ...state, coordination: data };
    case 'planDrafted': {
      const isSamePlan = state.plan?.planId === data.planId;
      const base = isSamePlan && state.plan ? state.plan : { lastVersion: data.version, firstStartsOn: data.startsOn, approved: null };
      // Until something is approved the first day of the plan moves with the draft.
      const firstStartsOn = base.approved ? base.firstStartsOn : data.startsOn;
      return { ...state, plan: { ...base, ...data, firstStartsOn, agreedOn: null }, summary: isSamePlan ? state.summary : null };
    }
    case 'planAgreed':
      return withPlan(state, { agreedOn: data.agreedOn });
    case 'planNotAgreed':
    case 'planReturned':
      return withPlan(state, { agreedOn: null });
    case 'planApproved':
      return withPlan(state, {
        approved: state.plan && {
          version: data.version,
          startsOn: state.plan.startsOn,
          endsOn: state.plan.endsOn,
          agreedOn: state.plan.agreedOn,
          approvedOn: data.approvedOn,
        },
      });
    case 'planRevised':
      return withPlan(state, {
        version: data.version,
        lastVersion: data.version,
        startsOn: data.startsOn,
        endsOn: data.endsOn,
        agreedOn: null,
      });
    case 'revisionDropped': {
      const approved = state.plan?.approved;
      return approved
        ? withPlan(state, { version: approved.version, startsOn: approved.startsOn, endsOn: approved.endsOn, agreedOn: approved.agreedOn })
        : state;
    }
    case 'ordersPlaced':
      return {
        ...state,
        orders: [...state.orders, ...data.orders.map((order) => ({ ...order, planId: state.plan?.planId ?? null, startedOn: null }))],
      };
    case 'serviceStarted':
      return {
        ...state,
        orders: state.orders.map((order) => (order.orderId === data.orderId ? { ...order, startedOn: data.startedOn } : order)),
      };
    case 'suspended':
      // Only a stored case can be suspended, so its status is never NEW here.
      return { ...state, suspension: state.status === 'NEW' ? null : { ...data, before: state.status } };
    case 'resumed':
      return { ...state, suspension: null };
    case 'monitored':
      return { ...state, lastMonitoredOn: data.on, nextMonitoringOn: data.nextOn };
    case 'summaryHeld':
      return { ...state, summary: data, nextMonitoringOn: null };
    case 'closed':
      return { ...state, closing: data, supplement: null, suspension: null };
  }
}
