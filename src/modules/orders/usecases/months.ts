import { toIsoInstant } from '#shared/isoTime.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { Forbidden, type CentreScope } from '#platform/http/index.ts';
import type { Ledger, Month } from '../domain/deliveries.ts';
import { closeMonth, monthStatement, reopenMonth, type MonthRefusal, type MonthStatement } from '../domain/months.ts';
import { isInProvidersSight } from '../domain/sight.ts';
import { mayCloseMonths, mayReopenMonths, mayWorkOnOrders } from '../policy.ts';
import { listDeliveries, type StoredDelivery } from '../store/deliveryStore.ts';
import { findMonth, listAllClosed, listClosedMonths, listMonthEvents, lockMonth, turnMonth } from '../store/monthStore.ts';
import { listOrderRows, type OrderRow } from '../store/orderStore.ts';
import { signatureOf } from './orderFile.ts';

/** A provider's month: what was settled, order by order. */
export interface ProviderMonth {
  readonly month: Month;
  readonly isClosed: boolean;
  readonly version: number;
  readonly totals: MonthStatement['totals'];
  readonly orders: readonly {
    readonly row: OrderRow;
    /** False when the provider no longer needs the person's data: then the order is known by its number only. */
    readonly isInSight: boolean;
    readonly totals: MonthStatement['totals'];
    readonly unconfirmed: readonly StoredDelivery[];
  }[];
}

function ownProvider(scope: CentreScope): string {
  const { actor } = scope;
  if (actor.kind !== 'user' || !actor.providerId || !mayWorkOnOrders.allows(actor).allowed) throw new Forbidden('another-provider');
  return actor.providerId;
}

/** The month of the actor's own provider. @throws Forbidden for anybody who works for none */
export async function getOwnMonth(scope: CentreScope, month: Month): Promise<ProviderMonth> {
  const providerId = ownProvider(scope);
  const ledger = await ledgerOfMonth(scope, providerId, month);
  const { version } = await findMonth(scope.tx, providerId, month);
  const statement = monthStatement(ledger, month);
  const touched = [...new Set(ledger.entries.filter((entry) => entry.month === month).map((entry) => entry.orderId))];
  const now = toIsoInstant(scope.now);
  const orders = (await listOrderRows(scope.tx, touched)).toSorted((a, b) => a.number.localeCompare(b.number, 'pl', { numeric: true }));
  return {
    month,
    isClosed: statement.isClosed,
    version,
    totals: statement.totals,
    orders: orders.map((row) => {
      const own = monthStatement({ ...ledger, entries: ledger.entries.filter((entry) => entry.orderId === row.id) }, month);
      return {
        row,
        isInSight: isInProvidersSight({ status: row.status, changedAt: toIsoInstant(row.changedAt) }, now),
        totals: own.totals,
        unconfirmed: ledger.entries.filter((entry) => own.unconfirmed.includes(entry.entryId)),
      };
    }),
  };
}

type MonthLedger = Omit<Ledger, 'entries'> & { readonly entries: readonly StoredDelivery[] };

/** All entries of the orders that have one in the month: an entry may have been reversed in another month. */
async function ledgerOfMonth(scope: CentreScope, providerId: string, month: Month): Promise<MonthLedger> {
  const settled = await listDeliveries(scope.tx, { providerId, month });
  const entries = await listDeliveries(scope.tx, { orderIds: [...new Set(settled.map((entry) => entry.orderId))] });
  return { entries, closedMonths: await listClosedMonths(scope.tx, providerId) };
}

export type MonthConflict = { readonly code: 'month-changed' };

/** Closes a month of the actor's provider. `version` is the one they saw. @throws Forbidden for all but its managers */
export async function closeOwnMonth(
  scope: CentreScope,
  input: { readonly month: Month; readonly version: number; readonly acceptUnconfirmed: boolean },
): Promise<Result<null, readonly (MonthRefusal | MonthConflict)[]>> {
  const providerId = ownProvider(scope);
  const may = mayCloseMonths.allows(scope.actor);
  if (!may.allowed) throw new Forbidden(may.reason);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(input.month)) return refuse([{ code: 'invalid-month' }]);
  const { version } = await lockMonth(scope.tx, providerId, input.month);
  if (version !== input.version) return refuse([{ code: 'month-changed' }]);
  const ledger = await ledgerOfMonth(scope, providerId, input.month);
  const closed = closeMonth(ledger, input.month, { acceptUnconfirmed: input.acceptUnconfirmed, now: toIsoInstant(scope.now) });
  if (!closed.ok) return refuse(closed.refusal);
  const unconfirmed = closed.value.type === 'monthClosed' ? closed.value.unconfirmed : [];
  const by = signatureOf(scope.actor);
  await turnMonth(scope.tx, { providerId, month: input.month, type: 'closed', at: scope.now, actor: by, reason: null, unconfirmed });
  return ok(null);
}

/** Opens a closed month of a provider again. @throws Forbidden for all but organisers and the director */
export async function reopenProviderMonth(
  scope: CentreScope,
  { providerId, month, reason }: { readonly providerId: string; readonly month: Month; readonly reason: string },
): Promise<Result<null, readonly MonthRefusal[]>> {
  const may = mayReopenMonths.allows(scope.actor);
  if (!may.allowed) throw new Forbidden(may.reason);
  // Asked before the lock, which would make a row for any month.
  const { isClosed } = await findMonth(scope.tx, providerId, month);
  if (isClosed) await lockMonth(scope.tx, providerId, month);
  const ledger = { entries: [], closedMonths: await listClosedMonths(scope.tx, providerId) };
  const reopened = reopenMonth(ledger, month, reason, toIsoInstant(scope.now));
  if (!reopened.ok) return refuse(reopened.refusal);
  const by = signatureOf(scope.actor);
  await turnMonth(scope.tx, { providerId, month, type: 'reopened', at: scope.now, actor: by, reason: reason.trim(), unconfirmed: [] });
  return ok(null);
}

/** Closed months of all providers and the latest turns, for the centre. */
export async function listMonths(scope: CentreScope) {
  return { closed: await listAllClosed(scope.tx, 200), events: await listMonthEvents(scope.tx, 50) };
}
