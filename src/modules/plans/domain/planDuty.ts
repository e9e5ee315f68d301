/** When a plan is obligatory, by when it is due, how long it may last: the law's figures are arguments. */
import type { IsoDate } from '#shared/isoTime.ts';
import type { LawValues } from '#shared/lawValues.ts';
import * as period from '#shared/period.ts';

const day = (date: IsoDate) => Temporal.PlainDate.from(date);

/** True when services to the person need coordination for the law's number of full months or longer. Both days count. */
export function isPlanObligatory(
  coordination: { readonly from: IsoDate; readonly to: IsoDate },
  law: Pick<LawValues, 'coordinationMonths'>,
): boolean {
  return period.isPlanObligatory({ from: day(coordination.from), to: day(coordination.to) }, law.coordinationMonths);
}

/** The last day to have the plan, counted from the application. */
export function planDueOn(filedOn: IsoDate, law: Pick<LawValues, 'planDueDays'>): IsoDate {
  return period.planDueOn(day(filedOn), law.planDueDays).toString();
}

/** The last day a plan may have. A changed plan counts from the first day of its first version. */
export function latestPlanEnd(startsOn: IsoDate, law: Pick<LawValues, 'planMaxMonths'>): IsoDate {
  return period.latestPlanEnd(day(startsOn), law.planMaxMonths).toString();
}
