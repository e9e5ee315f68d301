import type { IsoDate } from '#shared/isoTime.ts';
import type { ClosingConsequences } from './caseEvents.ts';
import type { CaseFacts } from './caseFacts.ts';
import { servicesWith, type CaseState } from './caseState.ts';

/**
 * What must follow the end of a case: open orders are cancelled, taken places go to whoever waits,
 * the person leaves every queue, and fees stop on the day of the event. Fees are null where no order
 * was ever placed: nothing could accrue.
 */
export function closingConsequences(state: CaseState, facts: Pick<CaseFacts, 'openOrderIds'>, occurredOn: IsoDate): ClosingConsequences {
  return {
    ordersToCancel: [...facts.openOrderIds],
    placesToFree: [...servicesWith(state, 'qualified')],
    queuesToLeave: [...servicesWith(state, 'waitlisted')],
    feesStopOn: state.orders.length > 0 ? occurredOn : null,
  };
}
