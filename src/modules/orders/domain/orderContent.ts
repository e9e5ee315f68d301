/** What one order asks for: the service, how much of it, and the little that the provider has to know about the person. */
import { z } from 'zod';
import { deliveryUnits, type DeliveryUnit } from './deliveries.ts';
import { limitSchema, type Limit } from './limits.ts';

const words = (max: number) => z.string().min(1).max(max);
const maybe = (max: number) => words(max).nullable();

export const handingOver = ['phone', 'inPerson'] as const;

/**
 * Kept with the order as it was placed. There is deliberately no place for a PESEL, a birth date, a diagnosis
 * or the plan: providers see the least that the work needs.
 */
export const orderContentSchema = z.strictObject({
  serviceName: words(300),
  providerName: words(300),
  /** Where the answering link goes; null when the provider answers in its portal only, or was told otherwise. */
  providerEmail: maybe(254),
  /** How the organiser hands the order over to a provider whom no letter and no portal reaches. */
  handedOver: z.enum(handingOver).nullable().default(null),
  caseNumber: words(64),
  scope: words(4000),
  unit: z.enum(deliveryUnits),
  /** Agreed for this order first, then those of the card of the service. */
  limits: z.array(limitSchema).max(20),
  /** Why the order goes beyond the limits of the card; null when it does not. */
  aboveCardBecause: maybe(1000).default(null),
  place: maybe(500),
  schedule: maybe(1000),
  fee: maybe(500),
  recipient: z.strictObject({ name: words(200), address: maybe(300), phone: maybe(40) }),
  contactPerson: z.strictObject({ name: words(200), phone: maybe(40), relation: maybe(100) }).nullable(),
  needToKnow: z.array(words(500)).max(20),
});
export type OrderContent = z.infer<typeof orderContentSchema>;

/** The limit agreed in an order: hours are counted in minutes, anything else in units. */
export function agreedLimit(unit: DeliveryUnit, amount: number, per: Limit['per']): Limit {
  return unit === 'hour'
    ? { measure: 'minutes', per, most: Math.round(amount * 60) }
    : { measure: 'quantity', per, most: Math.floor(amount) };
}

/** Limits without repetitions: of those that measure the same in the same period the strictest stays. */
export function strictestLimits(limits: readonly Limit[]): readonly Limit[] {
  const kept = new Map<string, Limit>();
  for (const limit of limits) {
    const key = `${limit.measure} ${limit.per}`;
    const other = kept.get(key);
    if (!other || limit.most < other.most) kept.set(key, limit);
  }
  return [...kept.values()];
}
