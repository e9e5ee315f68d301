import type { CaseEvent } from './caseEvents.ts';
import type { CaseState } from './caseState.ts';
import { decidingStatuses, statusByServices, type CaseStatusOrNew } from './caseStatus.ts';
import { findTransitionOfEvent } from './transitions.ts';

/** The status a recorded event leads to. `after` is the knowledge with the event, still with the old status. */
export function nextStatus(before: CaseState, event: CaseEvent, after: CaseState): CaseStatusOrNew {
  const row = findTransitionOfEvent(event.type, before.status, event.type === 'closed' ? event.data.ending : undefined);
  if (row === undefined) throw new Error(`The history of a case is damaged: ${event.type} cannot follow ${before.status}`);
  switch (row.to) {
    case 'stays':
      return before.status;
    case 'byServices':
      return byServices(before.status, after);
    case 'byProgress':
      return byProgress(after);
    case 'asBefore':
      return before.suspension?.before ?? before.status;
    default:
      return row.to;
  }
}

function byServices(from: CaseStatusOrNew, after: CaseState): CaseStatusOrNew {
  const derived = statusByServices(after.services.map((service) => service.status)) ?? from;
  if ((decidingStatuses as readonly CaseStatusOrNew[]).includes(from)) return derived;
  return (from === 'APPLIED' || from === 'INCOMPLETE') && derived === 'FORWARDED' ? derived : from;
}

function byProgress(after: CaseState): CaseStatusOrNew {
  const planId = after.plan?.planId ?? null;
  const orders = after.orders.filter((order) => order.planId === planId);
  if (orders.some((order) => order.startedOn !== null)) return 'ACTIVE';
  return orders.length > 0 ? 'REFERRED' : 'PLAN_APPROVED';
}
