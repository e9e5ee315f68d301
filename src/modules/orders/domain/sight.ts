/** For how long a provider sees the person behind an order. */
import { addDays, dayOf, type IsoInstant } from '#shared/isoTime.ts';
import type { Order } from './order.ts';
import { isOrderOpen } from './orderStates.ts';

/**
 * Days after the end of an order in which late paperwork may still be done. Not a figure of the law: long enough
 * for the settlement of the month in which the order ended.
 */
export const graceDays = 60;

/**
 * True while the provider needs the person's data: from the request until the order has ended, and after
 * completion or failure for the days of grace. A rejected, cancelled or unanswered order shows nothing.
 */
export function isInProvidersSight(order: Pick<Order, 'status' | 'changedAt'>, now: IsoInstant): boolean {
  if (isOrderOpen(order.status)) return true;
  if (order.status !== 'completed' && order.status !== 'failed') return false;
  return dayOf(now) <= addDays(dayOf(order.changedAt), graceDays);
}
