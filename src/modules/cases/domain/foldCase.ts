/** A case from its events: a pure fold, the same on every reading. */
import { applyEvent } from './applyEvent.ts';
import type { CaseEvent } from './caseEvents.ts';
import type { CaseState } from './caseState.ts';
import { nextStatus } from './nextStatus.ts';

export const newCase: CaseState = {
  status: 'NEW',
  version: 0,
  openedAt: null,
  changedAt: null,
  need: null,
  personId: null,
  application: null,
  services: [],
  consents: [],
  supplement: null,
  meeting: null,
  assessment: null,
  coordination: null,
  plan: null,
  orders: [],
  suspension: null,
  lastMonitoredOn: null,
  nextMonitoringOn: null,
  summary: null,
  closing: null,
};

/** The state after one more event. Throws when the event could not have followed: the history is damaged. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  const known = applyEvent(state, event);
  return {
    ...known,
    status: nextStatus(state, event, known),
    version: state.version + 1,
    openedAt: state.openedAt ?? event.at,
    changedAt: event.at,
  };
}

/** The state after all events of a case, oldest first. */
export function foldCase(events: readonly CaseEvent[]): CaseState {
  return events.reduce(evolve, newCase);
}
