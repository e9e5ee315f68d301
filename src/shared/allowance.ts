/** Whether an amount of a service that is asked for one person is more than a limit allows. Pure. */

/** So much of a unit in a period: 20 hours a month. `per` is a code of the catalogue's limits, or `programme` for all of it. */
interface Allowance {
  readonly amount: number;
  readonly unit: string;
  readonly per: string;
}

/** From the shortest; whatever is had once is had in the whole programme. */
const periods = ['use', 'day', 'week', 'month', 'year', 'programme'];
const lengthOf = (per: string) => periods.indexOf(per === 'once' || per === 'plan' ? 'programme' : per);

/**
 * True when what is asked passes the limit already by itself: the same unit, in the same period or a shorter one, and more of it.
 * 10 hours a week may still keep to 22 hours a month (not every week has its ten), 30 hours a week cannot. Other units and longer
 * periods cannot be compared.
 */
export function isMoreThan(asked: Allowance, limit: Allowance): boolean {
  if (asked.unit !== limit.unit || lengthOf(asked.per) < 0) return false;
  return lengthOf(asked.per) <= lengthOf(limit.per) && asked.amount > limit.amount;
}
