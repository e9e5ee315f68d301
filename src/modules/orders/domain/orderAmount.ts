/** How much one order may ask for, and which limits it carries. Pure. */
import { isMoreThan } from '#shared/allowance.ts';
import type { DeliveryUnit } from './deliveries.ts';
import { limitsOfCard, type CardLimit, type Limit } from './limits.ts';
import { agreedLimit, strictestLimits } from './orderContent.ts';

/** So much of what deliveries are counted in. */
export interface OrderedAmount {
  readonly amount: number;
  readonly unit: DeliveryUnit;
  readonly per: Limit['per'];
}
export interface AmountFacts {
  /** What the approved plan foresees of the service; null when none does, or not in anything that is delivered one by one. */
  readonly planned: OrderedAmount | null;
  readonly cardLimits: readonly CardLimit[];
  /** Why the plan may go beyond the card: the organiser's words, null when they did not say. */
  readonly aboveCardBecause: string | null;
}
export interface AmountRefusal {
  readonly code: 'order-above-plan' | 'order-above-card' | 'order-above-card-in-plan';
  readonly asked: OrderedAmount;
  readonly allowed: OrderedAmount;
}

/**
 * What stands against the amount of an order (null when its limits are those of the plan and the card alone). The person agreed to
 * the plan's amount: whoever wants more changes the plan, with them. A plan beyond the card was approved so, but rather by mistake:
 * it is ordered when the organiser says why.
 */
export function checkAmount(asked: OrderedAmount | null, { planned, cardLimits, aboveCardBecause }: AmountFacts): readonly AmountRefusal[] {
  if (asked && planned && isMoreThan(asked, planned)) return [{ code: 'order-above-plan', asked, allowed: planned }];
  const meant = asked ?? planned;
  if (!meant) return [];
  return cardLimits.flatMap((limit): readonly AmountRefusal[] => {
    if (!isOfOnePerson(limit) || !isMoreThan(meant, limit)) return [];
    const isPlanned = planned !== null && isMoreThan(planned, limit);
    if (isPlanned && aboveCardBecause !== null) return [];
    const allowed = { ...meant, amount: limit.amount, per: periodOfCard(limit) };
    return [{ code: isPlanned ? 'order-above-card-in-plan' : 'order-above-card', asked: meant, allowed }];
  });
}

/** All limits that hold for an order: what was typed, what the plan foresees, and those of the card that the plan does not pass with a reason. */
export function limitsOfOrder(asked: OrderedAmount | null, { planned, cardLimits, aboveCardBecause }: AmountFacts): Limit[] {
  const isPassed = (limit: CardLimit) =>
    planned !== null && aboveCardBecause !== null && isOfOnePerson(limit) && isMoreThan(planned, limit);
  const agreed = [asked, planned].flatMap((each) => (each ? [agreedLimit(each.unit, each.amount, each.per)] : []));
  return [...strictestLimits([...agreed, ...limitsOfCard(cardLimits.filter((limit) => !isPassed(limit))).counted])];
}

const isOfOnePerson = ({ of }: CardLimit): boolean => of !== 'service';
const periodOfCard = ({ per }: CardLimit): Limit['per'] => (per === 'once' ? 'programme' : (per as Limit['per']));
