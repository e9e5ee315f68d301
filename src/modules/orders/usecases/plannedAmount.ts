import type { PlanContent, PlannedService } from '#modules/plans/index.ts';
import { deliveryUnits } from '../domain/deliveries.ts';
import type { OrderedAmount } from '../domain/orderAmount.ts';

export const periodsOfPlan = { once: 'programme', day: 'day', week: 'week', month: 'month', plan: 'programme' } as const;

/** How much of a service its row of a plan foresees; null when it is not counted in anything that is delivered one by one. */
function amountOf({ quantity, unit, per }: PlannedService): OrderedAmount | null {
  const counted = deliveryUnits.find((each) => each === unit);
  return counted && quantity ? { amount: quantity, unit: counted, per: periodsOfPlan[per] } : null;
}

/** How much of a service a plan foresees; rows counted the same way are taken together. */
export function plannedAmount(content: PlanContent | undefined, serviceId: string): OrderedAmount | null {
  const amounts = (content?.services ?? []).filter((each) => each.serviceId === serviceId).flatMap((each) => amountOf(each) ?? []);
  const [first] = amounts;
  if (!first) return null;
  const alike = amounts.filter(({ unit, per }) => unit === first.unit && per === first.per);
  return { ...first, amount: alike.reduce((sum, each) => sum + each.amount, 0) };
}
