/**
 * Delivered units: what a provider did, on which day, how much, confirmed by whom. Entries are only
 * appended: a mistake is reversed by a counter-entry of the opposite amount. A ledger holds the
 * entries of one service of one person, so that limits count all its orders.
 */
import { dayOf, isIsoDate, minutesOfDay, type IsoDate, type IsoInstant } from '#shared/isoTime.ts';
import { foldName } from '#shared/personName.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { findExcesses, type Limit, type LimitExcess } from './limits.ts';
import type { Order } from './order.ts';
import type { OrderStatus } from './orderStates.ts';

export const deliveryUnits = ['visit', 'hour', 'ride', 'session'] as const;
export type DeliveryUnit = (typeof deliveryUnits)[number];
export const confirmers = ['person', 'family', 'providerStatement'] as const;
export type Confirmation = { readonly by: (typeof confirmers)[number]; readonly on: IsoDate };

/** `2025-03`. */
export type Month = string;

export type NewEntry = {
  readonly entryId: string;
  readonly orderId: string;
  readonly on: IsoDate;
  readonly unit: DeliveryUnit;
  /** Whole units; for hours 1, the time being in `minutes`. */
  readonly quantity: number;
  /** Time spent; needed for hours, optional for the rest. */
  readonly minutes: number | null;
  readonly note: string | null;
};

export type DeliveryEntry = NewEntry & {
  /** The month it is settled in: its own, or for late corrections the first one still open. */
  readonly month: Month;
  /** The entry this one reverses; its amounts are then the negative ones. */
  readonly counters: string | null;
  readonly recordedAt: IsoInstant;
  readonly confirmation: Confirmation | null;
};

export type LedgerEvent =
  | { readonly type: 'delivered'; readonly entry: DeliveryEntry }
  | { readonly type: 'confirmed'; readonly entryId: string; readonly confirmation: Confirmation }
  | { readonly type: 'monthClosed'; readonly month: Month; readonly unconfirmed: readonly string[]; readonly at: IsoInstant }
  | { readonly type: 'monthReopened'; readonly month: Month; readonly reason: string; readonly at: IsoInstant };

export type Ledger = { readonly entries: readonly DeliveryEntry[]; readonly closedMonths: readonly Month[] };
export const emptyLedger: Ledger = { entries: [], closedMonths: [] };

export type DeliveryRefusal =
  | { readonly code: 'invalid-date' | 'invalid-quantity' | 'minutes-missing' | 'invalid-minutes' | 'note-too-long' }
  | {
      readonly code: 'entry-repeated' | 'entry-unknown' | 'already-reversed' | 'counter-entry' | 'already-confirmed';
      readonly entryId: string;
    }
  /** An entry in force says the same of the same order; whoever means a second one says so. */
  | { readonly code: 'entry-alike'; readonly entryId: string; readonly on: IsoDate; readonly worker: string }
  | { readonly code: 'date-in-future'; readonly on: IsoDate }
  /** Today is not as old as the time said to be spent today. */
  | { readonly code: 'longer-than-day-so-far'; readonly minutesSoFar: number }
  | { readonly code: 'outside-order'; readonly from: IsoDate; readonly to: IsoDate | null }
  | { readonly code: 'wrong-order'; readonly orderId: string }
  | { readonly code: 'order-not-running'; readonly status: OrderStatus }
  | { readonly code: 'suspended'; readonly from: IsoDate; readonly to: IsoDate | null }
  | { readonly code: 'month-closed'; readonly month: Month }
  | { readonly code: 'confirmed-before-delivery'; readonly on: IsoDate }
  | { readonly code: 'limit-passed'; readonly excess: LimitExcess };

/** What the rules need besides the ledger. Suspensions are those of the case; both days count. */
export type DeliveryFacts = {
  readonly now: IsoInstant;
  readonly order: Order;
  readonly limits: readonly Limit[];
  readonly suspensions: readonly { readonly from: IsoDate; readonly to: IsoDate | null }[];
};

/** The ledger after one more event. */
export function evolveLedger(ledger: Ledger, event: LedgerEvent): Ledger {
  switch (event.type) {
    case 'delivered':
      return { ...ledger, entries: [...ledger.entries, event.entry] };
    case 'confirmed':
      return {
        ...ledger,
        entries: ledger.entries.map((entry) => (entry.entryId === event.entryId ? { ...entry, confirmation: event.confirmation } : entry)),
      };
    case 'monthClosed':
      return { ...ledger, closedMonths: [...ledger.closedMonths, event.month] };
    case 'monthReopened':
      return { ...ledger, closedMonths: ledger.closedMonths.filter((month) => month !== event.month) };
  }
}

/** The ledger after all events, oldest first. */
export function foldLedger(events: readonly LedgerEvent[]): Ledger {
  return events.reduce(evolveLedger, emptyLedger);
}

/** Entries that still count: neither reversed nor reversing. */
export function entriesInForce(ledger: Ledger): readonly DeliveryEntry[] {
  const reversed = new Set(ledger.entries.map((entry) => entry.counters));
  return ledger.entries.filter((entry) => entry.counters === null && !reversed.has(entry.entryId));
}

/** An entry and who delivered, which limits do not need. */
export type WorkedEntry = DeliveryEntry & { readonly worker: string };

/**
 * An entry in force of the same order, day, amount and worker: the same visit written down twice, most likely. `besides`
 * is an entry about to be replaced, which does not count.
 */
export function findAlike(
  entries: readonly WorkedEntry[],
  wanted: NewEntry & { readonly worker: string },
  besides: string | null = null,
): WorkedEntry | undefined {
  const standing = new Set(entriesInForce({ entries, closedMonths: [] }).map((entry) => entry.entryId));
  return entries.find(
    (entry) =>
      standing.has(entry.entryId) &&
      entry.entryId !== besides &&
      entry.orderId === wanted.orderId &&
      entry.on === wanted.on &&
      entry.quantity === wanted.quantity &&
      entry.minutes === wanted.minutes &&
      foldName(entry.worker) === foldName(wanted.worker),
  );
}

/** Records a delivered unit, or says everything that stands against it. */
export function recordDelivery(ledger: Ledger, entry: NewEntry, facts: DeliveryFacts): Result<LedgerEvent, readonly DeliveryRefusal[]> {
  const month = entry.on.slice(0, 7);
  const refusals = [
    ...checkEntry(ledger, entry, facts),
    ...(ledger.closedMonths.includes(month) ? [{ code: 'month-closed', month } as const] : []),
  ];
  return refusals.length > 0 ? refuse(refusals) : ok(delivered(entry, month, null, facts.now));
}

/**
 * Corrects an entry: reverses it and, if given, records what it should have been. Months already
 * closed stay as they are; the correction is settled in the current month.
 */
export function correctDelivery(
  ledger: Ledger,
  correction: { readonly entryId: string; readonly counterEntryId: string; readonly reason: string; readonly replacement: NewEntry | null },
  facts: DeliveryFacts,
): Result<readonly LedgerEvent[], readonly DeliveryRefusal[]> {
  const { entryId, counterEntryId, reason, replacement } = correction;
  const original = ledger.entries.find((entry) => entry.entryId === entryId);
  if (!original) return refuse([{ code: 'entry-unknown', entryId }]);
  if (original.counters !== null) return refuse([{ code: 'counter-entry', entryId }]);
  if (ledger.entries.some((entry) => entry.counters === entryId)) return refuse([{ code: 'already-reversed', entryId }]);
  if (ledger.entries.some((entry) => entry.entryId === counterEntryId))
    return refuse([{ code: 'entry-repeated', entryId: counterEntryId }]);
  if (reason.length > 2000) return refuse([{ code: 'note-too-long' }]);

  const opposite: NewEntry = {
    ...original,
    entryId: counterEntryId,
    quantity: -original.quantity,
    minutes: original.minutes && -original.minutes,
    note: reason,
  };
  const settledIn = (month: Month) => (ledger.closedMonths.includes(month) ? dayOf(facts.now).slice(0, 7) : month);
  const counter = delivered(opposite, settledIn(original.month), entryId, facts.now);
  const events = [counter, ...(replacement ? [delivered(replacement, settledIn(replacement.on.slice(0, 7)), null, facts.now)] : [])];
  const refusals: DeliveryRefusal[] = replacement ? [...checkEntry(evolveLedger(ledger, counter), replacement, facts)] : [];
  for (const { entry } of events) {
    if (ledger.closedMonths.includes(entry.month)) refusals.push({ code: 'month-closed', month: entry.month });
  }
  return refusals.length > 0 ? refuse(refusals) : ok(events);
}

/** Records who confirmed an entry. A confirmation may follow the closing of its month. */
export function confirmDelivery(
  ledger: Ledger,
  entryId: string,
  confirmation: Confirmation,
  now: IsoInstant,
): Result<LedgerEvent, readonly DeliveryRefusal[]> {
  const entry = ledger.entries.find((each) => each.entryId === entryId);
  if (!entry) return refuse([{ code: 'entry-unknown', entryId }]);
  if (entry.counters !== null) return refuse([{ code: 'counter-entry', entryId }]);
  if (ledger.entries.some((each) => each.counters === entryId)) return refuse([{ code: 'already-reversed', entryId }]);
  if (entry.confirmation) return refuse([{ code: 'already-confirmed', entryId }]);
  if (!isIsoDate(confirmation.on)) return refuse([{ code: 'invalid-date' }]);
  if (confirmation.on > dayOf(now)) return refuse([{ code: 'date-in-future', on: confirmation.on }]);
  if (confirmation.on < entry.on) return refuse([{ code: 'confirmed-before-delivery', on: entry.on }]);
  return ok({ type: 'confirmed', entryId, confirmation });
}

type Delivered = Extract<LedgerEvent, { type: 'delivered' }>;

function delivered(entry: NewEntry, month: Month, counters: string | null, recordedAt: IsoInstant): Delivered {
  const { entryId, orderId, on, unit, quantity, minutes, note } = entry;
  return {
    type: 'delivered',
    entry: { entryId, orderId, on, unit, quantity, minutes, note, month, counters, recordedAt, confirmation: null },
  };
}

/** On which statuses deliveries may be written down: paperwork may come after a pause or the end. */
const running: readonly OrderStatus[] = ['in-progress', 'on-hold', 'completed'];

function checkEntry(ledger: Ledger, entry: NewEntry, { now, order, limits, suspensions }: DeliveryFacts): readonly DeliveryRefusal[] {
  const refusals: DeliveryRefusal[] = [];
  const { entryId, on, quantity, minutes, unit, note } = entry;
  if (ledger.entries.some((each) => each.entryId === entryId)) refusals.push({ code: 'entry-repeated', entryId });
  if (entry.orderId !== order.orderId) refusals.push({ code: 'wrong-order', orderId: entry.orderId });
  if (!running.includes(order.status)) refusals.push({ code: 'order-not-running', status: order.status });
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 1000) refusals.push({ code: 'invalid-quantity' });
  if (minutes === null && (unit === 'hour' || limits.some((limit) => limit.measure === 'minutes')))
    refusals.push({ code: 'minutes-missing' });
  if (minutes !== null && (!Number.isInteger(minutes) || minutes < 1 || minutes > 24 * 60)) refusals.push({ code: 'invalid-minutes' });
  if (note !== null && note.length > 2000) refusals.push({ code: 'note-too-long' });
  if (!isIsoDate(on)) return [...refusals, { code: 'invalid-date' }];
  if (on > dayOf(now)) refusals.push({ code: 'date-in-future', on });
  const minutesSoFar = minutesOfDay(now);
  if (on === dayOf(now) && minutes !== null && minutes > minutesSoFar) refusals.push({ code: 'longer-than-day-so-far', minutesSoFar });
  if (on < order.from || (order.to !== null && on > order.to)) refusals.push({ code: 'outside-order', from: order.from, to: order.to });
  const suspension = suspensions.find(({ from, to }) => on >= from && (to === null || on <= to));
  if (suspension) refusals.push({ code: 'suspended', from: suspension.from, to: suspension.to });
  if (refusals.length > 0) return refusals;
  return findExcesses(entriesInForce(ledger), limits, entry).map((excess) => ({ code: 'limit-passed', excess }));
}
