/** Closing a month of deliveries: after it, nothing new is settled in that month. */
import { addDays, dayOf, type IsoInstant } from '#shared/isoTime.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { deliveryUnits, entriesInForce, type DeliveryUnit, type Ledger, type LedgerEvent, type Month } from './deliveries.ts';

export type MonthRefusal =
  | { readonly code: 'invalid-month' }
  | { readonly code: 'month-not-over'; readonly month: Month }
  | { readonly code: 'month-already-closed'; readonly month: Month }
  | { readonly code: 'month-not-closed'; readonly month: Month }
  | { readonly code: 'reason-missing' }
  /** Entries nobody confirmed; closing all the same must be asked for in so many words. */
  | { readonly code: 'unconfirmed'; readonly entryIds: readonly string[] };

export type MonthStatement = {
  readonly month: Month;
  readonly isClosed: boolean;
  /** Sums of everything settled in the month, counter-entries included: corrections of earlier months may make them negative. */
  readonly totals: readonly { readonly unit: DeliveryUnit; readonly quantity: number; readonly minutes: number }[];
  /** Entries in force that nobody has confirmed. */
  readonly unconfirmed: readonly string[];
};

/** What was settled in a month. */
export function monthStatement(ledger: Ledger, month: Month): MonthStatement {
  const settled = ledger.entries.filter((entry) => entry.month === month);
  const totals = deliveryUnits
    .map((unit) => ({ unit, entries: settled.filter((entry) => entry.unit === unit) }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ unit, entries }) => ({
      unit,
      quantity: entries.reduce((sum, entry) => sum + entry.quantity, 0),
      minutes: entries.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0),
    }));
  const unconfirmed = entriesInForce(ledger)
    .filter((entry) => entry.month === month && entry.confirmation === null)
    .map((entry) => entry.entryId);
  return { month, isClosed: ledger.closedMonths.includes(month), totals, unconfirmed };
}

/** Closes a month on its last day or later. Unconfirmed entries stand in the way unless they are accepted as they are. */
export function closeMonth(
  ledger: Ledger,
  month: Month,
  options: { readonly acceptUnconfirmed: boolean; readonly now: IsoInstant },
): Result<LedgerEvent, readonly MonthRefusal[]> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return refuse([{ code: 'invalid-month' }]);
  if (ledger.closedMonths.includes(month)) return refuse([{ code: 'month-already-closed', month }]);
  const tomorrow = addDays(dayOf(options.now), 1);
  if (tomorrow.slice(0, 7) <= month) return refuse([{ code: 'month-not-over', month }]);
  const { unconfirmed } = monthStatement(ledger, month);
  if (unconfirmed.length > 0 && !options.acceptUnconfirmed) return refuse([{ code: 'unconfirmed', entryIds: unconfirmed }]);
  return ok({ type: 'monthClosed', month, unconfirmed, at: options.now });
}

/** Opens a closed month again, for a reason that stays in its history. */
export function reopenMonth(ledger: Ledger, month: Month, reason: string, now: IsoInstant): Result<LedgerEvent, readonly MonthRefusal[]> {
  if (!ledger.closedMonths.includes(month)) return refuse([{ code: 'month-not-closed', month }]);
  if (reason.trim() === '') return refuse([{ code: 'reason-missing' }]);
  return ok({ type: 'monthReopened', month, reason: reason.trim(), at: now });
}
