import { getPlanFile, type PlannedService } from '#modules/plans/index.ts';
import { getProvider, getService } from '#modules/catalogue/index.ts';
import {
  changeOrderStatus,
  closeOwnMonth,
  getOrder,
  getOwnMonth,
  placeOrders,
  recordDelivered,
  watchAnswers,
  type DeliveryUnit,
  type OrderStatus,
  type StatusReason,
} from '#modules/orders/index.ts';
import { storyWords } from '../scenarios/words.ts';
import { done, type Day } from './day.ts';
import type { ServiceKey } from './setting.ts';

const units: Readonly<Record<ServiceKey, DeliveryUnit>> = {
  care: 'hour',
  rides: 'ride',
  respite: 'hour',
  repairs: 'visit',
  psychologist: 'session',
  meetings: 'visit',
  family: 'hour',
  speech: 'session',
};

/** Orders to providers, their answers and what they deliver. */
export function orderActs(day: Day) {
  const { setting, inHand } = day;
  return {
    /** Orders a service from the centre's first invented provider, or from the second one. */
    async orders(
      key: ServiceKey,
      { amount = 16, months = 6, fromSecond = false }: { amount?: number; months?: number; fromSecond?: boolean } = {},
    ): Promise<void> {
      const scope = day.as('serviceOrganiser');
      const service = await getService(scope, setting.serviceId(key));
      const { id: providerId, email } = await getProvider(scope, fromSecond ? setting.cast.secondProviderId : setting.cast.providerId);
      const plan = await getPlanFile(scope, inHand.caseId).catch(() => undefined);
      const planned = plan?.approved?.content.services.find((each) => each.serviceId === service.id);
      const order = {
        serviceId: service.id,
        providerId,
        providerEmail: email,
        scope: planned?.scope || service.name,
        unit: units[key],
        limit: { amount: allowedOf(amount, units[key], planned, service.limits), per: 'month' } as const,
        from: planned && planned.from > scope.today.toString() ? Temporal.PlainDate.from(planned.from) : scope.today,
        to: planned ? Temporal.PlainDate.from(planned.to) : scope.today.add({ months }),
        place: planned?.place || storyWords.atHome,
        schedule: storyWords.schedule,
        fee: storyWords.free,
        shares: { address: true, phone: true },
        contactPerson: null,
        needToKnow: [storyWords.ring],
        isOtherProviderOnPurpose: fromSecond,
      };
      const placed = done(`ordering ${key}`, await placeOrders(scope, { caseId: inHand.caseId, version: null, orders: [order] }));
      inHand.orders.set(key, placed.orderIds[0] ?? '');
    },
    async isAccepted(key: ServiceKey): Promise<void> {
      await turn(key, 'accepted', null);
    },
    async isRejected(key: ServiceKey, reason: StatusReason): Promise<void> {
      await turn(key, 'rejected', reason);
    },
    async isPutOnHold(key: ServiceKey, reason: StatusReason): Promise<void> {
      await turn(key, 'on-hold', reason);
    },
    async isCompleted(key: ServiceKey): Promise<void> {
      await turn(key, 'completed', null);
    },
    /** The time for answering has passed for whoever has not answered. */
    async timeForAnsweringPasses(): Promise<void> {
      await watchAnswers(day.as({ kind: 'system', task: 'orders.watchAnswers' }));
    },
    /** The provider delivers one unit today; hours are given in minutes. */
    async delivers(
      key: ServiceKey,
      { minutes = 120, isConfirmed = true }: { minutes?: number; isConfirmed?: boolean } = {},
    ): Promise<void> {
      const scope = day.as('providerWorker');
      const delivered = {
        on: scope.today,
        quantity: 1,
        minutes,
        worker: storyWords.worker,
        note: null,
        confirmedBy: isConfirmed ? ('person' as const) : null,
      };
      done(`delivering ${key}`, await recordDelivered(scope, orderOf(key), delivered));
    },
    /** The provider closes the month before this one. */
    async lastMonthIsClosed(): Promise<void> {
      const scope = day.as('providerManager');
      const month = scope.today.subtract({ months: 1 }).toPlainYearMonth().toString();
      const { version } = await getOwnMonth(scope, month);
      done('closing a month', await closeOwnMonth(scope, { month, version, acceptUnconfirmed: true }));
    },
  };

  function orderOf(key: ServiceKey): string {
    const orderId = inHand.orders.get(key);
    if (orderId === undefined) throw new Error(`${key} has not been ordered`);
    return orderId;
  }
  async function turn(key: ServiceKey, to: OrderStatus, reason: StatusReason | null): Promise<void> {
    const scope = day.as('providerManager');
    const { row } = await getOrder(scope, orderOf(key));
    done(`${key} ${to}`, await changeOrderStatus(scope, { orderId: row.id, version: row.version, to, reason }));
  }
}

/** As much as is asked for, but no more than the plan and the card of the service allow in a month. */
function allowedOf(
  asked: number,
  unit: string,
  planned: PlannedService | undefined,
  limits: readonly { readonly amount: number; readonly unit: string; readonly per: string }[],
): number {
  const most = limits.filter((each) => each.unit === unit && each.per === 'month').map((each) => each.amount);
  if (planned?.quantity && planned.unit === unit && planned.per === 'month') most.push(planned.quantity);
  return Math.min(asked, ...most);
}
