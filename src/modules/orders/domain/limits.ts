/** Limits of a service, as centres publish them: hours a month, rides a week, uses a programme, hours at one time. */
import { z } from 'zod';
import type { IsoDate } from '#shared/isoTime.ts';

/**
 * `measure`: minutes spent, quantity of units, or how many times the service was used at all.
 * `per`: one use (undivided), a day, a week from Monday, a calendar month or year, or
 * everything in the programme.
 */
export const limitSchema = z.strictObject({
  measure: z.enum(['minutes', 'quantity', 'uses']),
  per: z.enum(['use', 'day', 'week', 'month', 'year', 'programme']),
  most: z.int().min(0),
});
export type Limit = z.infer<typeof limitSchema>;

/** One limit that would be passed: what is used in its period, what was asked for, what is left. */
export type LimitExcess = { readonly limit: Limit; readonly used: number; readonly asked: number; readonly left: number };

/** What counts of a delivery: whole units, and the minutes spent where they are known. */
type Amount = { readonly on: IsoDate; readonly minutes: number | null; readonly quantity: number };

/** What is used and left of each limit in the period around a day. `entries` are those in force: nothing reversed. */
export function limitUsage(
  entries: readonly Amount[],
  limits: readonly Limit[],
  on: IsoDate,
): readonly { limit: Limit; used: number; left: number }[] {
  return limits.map((limit) => {
    const period = periodOfLimit(limit, on);
    const inPeriod = entries.filter((entry) => limit.per !== 'use' && periodOfLimit(limit, entry.on) === period);
    const used = inPeriod.reduce((sum, entry) => sum + measured(limit, entry), 0);
    return { limit, used, left: Math.max(0, limit.most - used) };
  });
}

/** The limits an asked delivery would pass, with figures to explain each. */
export function findExcesses(entries: readonly Amount[], limits: readonly Limit[], asked: Amount): readonly LimitExcess[] {
  return limitUsage(entries, limits, asked.on)
    .map((usage) => ({ ...usage, asked: measured(usage.limit, asked) }))
    .filter((usage) => usage.used + usage.asked > usage.limit.most);
}

function measured(limit: Limit, amount: Amount): number {
  if (limit.measure === 'uses') return 1;
  return limit.measure === 'minutes' ? (amount.minutes ?? 0) : amount.quantity;
}

/** The name of the period a day falls into: days of one period have the same name. */
function periodOfLimit(limit: Limit, on: IsoDate): string {
  switch (limit.per) {
    case 'use':
    case 'day':
      return on;
    case 'week': {
      const day = Temporal.PlainDate.from(on);
      return day.subtract({ days: day.dayOfWeek - 1 }).toString();
    }
    case 'month':
      return on.slice(0, 7);
    case 'year':
      return on.slice(0, 4);
    case 'programme':
      return 'programme';
  }
}

/** A limit as the card of a service publishes it. */
export type CardLimit = { readonly amount: number; readonly unit: string; readonly per: string; readonly of: string };

/**
 * The limits of a card that deliveries can be counted against, and those nobody can count this way
 * (kilometres, days, persons, limits of the service as a whole): these are shown, not enforced.
 */
export function limitsOfCard<T extends CardLimit>(
  cardLimits: readonly T[],
): { readonly counted: readonly Limit[]; readonly uncounted: readonly T[] } {
  const counted: Limit[] = [];
  const uncounted: T[] = [];
  for (const each of cardLimits) {
    const measure = measures[each.unit];
    const read = limitSchema.safeParse({
      measure,
      per: each.per === 'once' ? 'programme' : each.per,
      most: measure === 'minutes' ? Math.round(each.amount * 60) : Math.floor(each.amount),
    });
    if (read.success && each.of !== 'service') counted.push(read.data);
    else uncounted.push(each);
  }
  return { counted, uncounted };
}

const measures: Readonly<Record<string, Limit['measure']>> = {
  hour: 'minutes',
  visit: 'quantity',
  ride: 'quantity',
  session: 'quantity',
  use: 'uses',
};
