/** What a provider delivered in one month, in one unit. */
export interface MonthSum {
  readonly providerId: string;
  readonly month: string;
  readonly unit: Unit;
  /** Units; what was taken back counts against it. */
  readonly quantity: number;
  readonly minutes: number;
}
export type Unit = 'visit' | 'hour' | 'ride' | 'session';

/** One provider's row of the board: amounts of one unit by month. */
export interface DeliveredBy {
  readonly providerId: string;
  /** Undefined for a provider the centre no longer knows. */
  readonly name: string | undefined;
  readonly unit: Unit;
  /** Hours with at most one decimal place; other units whole. Months without an entry are missing. */
  readonly byMonth: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Puts sums by month into rows, one a provider and unit, by name; a row whose amounts are all zero stays, it was corrected to that. */
export function byProvider(sums: readonly MonthSum[], names: ReadonlyMap<string, string>): readonly DeliveredBy[] {
  const rows = Map.groupBy(sums, (sum) => `${sum.providerId} ${sum.unit}`);
  return [...rows.values()]
    .flatMap((ofRow): DeliveredBy[] => {
      const [first] = ofRow;
      if (!first) return [];
      const { providerId, unit } = first;
      const amount = (part: readonly MonthSum[]) =>
        unit === 'hour' ? Math.round(total(part, 'minutes') / 6) / 10 : total(part, 'quantity');
      const months = Map.groupBy(ofRow, (sum) => sum.month);
      return [
        {
          providerId,
          name: names.get(providerId),
          unit,
          byMonth: new Map([...months].map(([month, part]) => [month, amount(part)])),
          // Rounded once, so that it is the sum of the minutes and not of rounded months.
          total: amount(ofRow),
        },
      ];
    })
    .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'pl') || a.unit.localeCompare(b.unit));
}

const total = (part: readonly MonthSum[], what: 'minutes' | 'quantity') => part.reduce((sum, each) => sum + each[what], 0);
