import { allowed, caseHolderMay, denied, orderLinkMay, rolesMay, type Decision, type Permission } from '#shared/policy.ts';
import type { Actor } from '#shared/actor.ts';

/** Who orders services, takes orders back and opens closed months again. */
export const mayPlaceOrders: Permission = rolesMay('orders.place', ['serviceOrganiser']);
export const mayReadOrders: Permission = rolesMay('orders.read', ['planCoordinator', 'serviceOrganiser', 'director']);
/** Who compares providers' bills with what was delivered: amounts by order, nobody named. */
export const mayReadSettlements: Permission = rolesMay('orders.settlements.read', ['accountant', 'serviceOrganiser', 'director']);
export const mayReopenMonths: Permission = rolesMay('orders.month.reopen', ['serviceOrganiser', 'director']);

/** The person concerned reads who delivers their services. */
export const mayReadOwnOrders: Permission = caseHolderMay('orders.mine.read');

/** Those who work for a provider; which orders they see is decided by {@link maySeeOrder}. */
export const mayWorkOnOrders: Permission = rolesMay('orders.own.work', ['providerManager', 'providerWorker']);
export const mayCloseMonths: Permission = rolesMay('orders.month.close', ['providerManager']);
export const mayUseLink: Permission = orderLinkMay('orders.link.work');

/** A provider's people see orders of their provider, the bearer of a link the one order, staff all of the centre. */
export function maySeeOrder(actor: Actor, order: { readonly id: string; readonly providerId: string }): Decision {
  if (actor.kind === 'system') return allowed;
  if (actor.kind === 'orderLink') return actor.orderId === order.id ? allowed : denied('another-order');
  if (mayReadOrders.allows(actor).allowed) return allowed;
  const works = mayWorkOnOrders.allows(actor);
  if (!works.allowed) return works;
  return actor.kind === 'user' && actor.providerId === order.providerId ? allowed : denied('another-provider');
}

/** True for those who act for the provider. */
export function actsForProvider(actor: Actor): boolean {
  return actor.kind === 'orderLink' || (actor.kind === 'user' && mayWorkOnOrders.allows(actor).allowed);
}
