/** On which days an order may lie. Pure. */
import type { IsoDate } from '#shared/isoTime.ts';

export interface OrderedDays {
  readonly from: IsoDate;
  /** Null for an order without an end. */
  readonly to: IsoDate | null;
}
export interface PeriodFacts {
  /** The approved plan that foresees the service; null when none does. */
  readonly plan: { readonly startsOn: IsoDate; readonly endsOn: IsoDate } | null;
  readonly filedOn: IsoDate | null;
  /** The organiser said that the service begins before it was asked for. */
  readonly isEarlyOnPurpose: boolean;
}
export type PeriodRefusal =
  | { readonly code: 'order-starts-outside-plan' | 'order-ends-outside-plan'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly code: 'order-before-request'; readonly filedOn: IsoDate };

/**
 * What stands against the days of an order. A service of a plan is agreed on for the days of the plan alone: whoever
 * wants other days changes the plan, with the person. Help without a plan may have begun before anybody filed a request
 * (a fire, a sudden illness), so that is only asked about: mostly it is a slip.
 */
export function checkPeriod({ from, to }: OrderedDays, { plan, filedOn, isEarlyOnPurpose }: PeriodFacts): readonly PeriodRefusal[] {
  if (plan) {
    const days = { from: plan.startsOn, to: plan.endsOn };
    return [
      ...(from < plan.startsOn || from > plan.endsOn ? [{ code: 'order-starts-outside-plan', ...days } as const] : []),
      ...(to === null || to > plan.endsOn ? [{ code: 'order-ends-outside-plan', ...days } as const] : []),
    ];
  }
  return filedOn !== null && from < filedOn && !isEarlyOnPurpose ? [{ code: 'order-before-request', filedOn }] : [];
}
