import { ok, refuse, type Result } from '#shared/result.ts';

/** A range of days, both ends included; without `to` it has no end. */
export type Period = {
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate;
};

/** Makes a period; the end may not come before the start. */
export function periodOf(from: Temporal.PlainDate, to?: Temporal.PlainDate): Result<Period, 'ends-before-it-starts'> {
  if (to === undefined) return ok({ from });
  return isBefore(to, from) ? refuse('ends-before-it-starts') : ok({ from, to });
}

export function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

export function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return isBefore(b, a) ? b : a;
}

export function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return isBefore(a, b) ? b : a;
}

export function contains(period: Period, day: Temporal.PlainDate): boolean {
  return !isBefore(day, period.from) && (period.to === undefined || !isBefore(period.to, day));
}

/** The days that two periods share, or undefined when they share none. */
export function intersection(a: Period, b: Period): Period | undefined {
  const from = later(a.from, b.from);
  const to = a.to === undefined ? b.to : b.to === undefined ? a.to : earlier(a.to, b.to);
  if (to === undefined) return { from };
  return isBefore(to, from) ? undefined : { from, to };
}

export function overlaps(a: Period, b: Period): boolean {
  return intersection(a, b) !== undefined;
}

/** The number of days, both ends counted. Undefined for a period without an end. */
export function lengthInDays(period: Period): number | undefined {
  return period.to === undefined ? undefined : period.from.until(period.to).days + 1;
}

/**
 * Full months of a period, both ends counted: 15 January – 14 April is three months, 15 January – 13 April is two.
 * A month that lacks the day of the start ends on its own last day. Infinity for a period without an end.
 */
export function fullMonths(period: Period): number {
  if (period.to === undefined) return Number.POSITIVE_INFINITY;
  const end = period.to.add({ days: 1 });
  const estimate = (end.year - period.from.year) * 12 + (end.month - period.from.month);
  return isBefore(end, period.from.add({ months: estimate })) ? estimate - 1 : estimate;
}

/** The last day by which an individual plan is due: the given number of days after the application (30 by the Act). */
export function planDueOn(appliedOn: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return appliedOn.add({ days });
}

/** The last possible day of a plan that may run for the given number of months (12 by the Act), both ends counted. */
export function latestPlanEnd(startsOn: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return startsOn.add({ months }).subtract({ days: 1 });
}

/** Whether coordination over the period is long enough (3 full months by the Act) for an individual plan to be obligatory. */
export function isPlanObligatory(coordination: Period, fromMonths: number): boolean {
  return fullMonths(coordination) >= fromMonths;
}

/** Age in completed years; someone born on 29 February comes of age on 1 March of a common year. */
export function ageOn(bornOn: Temporal.PlainDate, day: Temporal.PlainDate): number {
  const hadBirthday = day.month > bornOn.month || (day.month === bornOn.month && day.day >= bornOn.day);
  return day.year - bornOn.year - (hadBirthday ? 0 : 1);
}

/** Something that applies in a dated range, written as ISO dates: law parameters, tariffs, identifiers of bodies. */
export type Dated = { readonly validFrom: string; readonly validTo?: string | null | undefined };

/** The first entry in force on the day, or undefined. */
export function findInForce<T extends Dated>(entries: readonly T[], day: Temporal.PlainDate): T | undefined {
  // ISO dates of four-digit years sort as text.
  const iso = day.toString();
  return entries.find(({ validFrom, validTo }) => validFrom <= iso && (validTo == null || iso <= validTo));
}
