import type { Permission } from '#shared/policy.ts';
import { NotFound, type CentreContext } from '#platform/http/index.ts';
import { mayUseLink, mayWorkOnOrders } from '../../policy.ts';

/** Where somebody works on one order of a provider: in the provider's portal, or by a link without an account. */
export interface OrderPlace {
  readonly kind: 'account' | 'link';
  /** Address pattern of the page of the order, below the centre's address. */
  readonly path: '/wykonawca/zlecenia/:orderId' | '/odpowiedz/zlecenie';
  readonly may: Permission;
}
export const places: readonly OrderPlace[] = [
  { kind: 'account', path: '/wykonawca/zlecenia/:orderId', may: mayWorkOnOrders },
  { kind: 'link', path: '/odpowiedz/zlecenie', may: mayUseLink },
];

/** The order a request is about: by its address, or by the link in the bearer's hand. */
export function orderIdOf(c: CentreContext<object>): string {
  const named = (c.params as Readonly<Record<string, string>>)['orderId'];
  if (named) return named;
  if (c.actor.kind === 'orderLink') return c.actor.orderId;
  throw new NotFound('order');
}
/** The address of the page of the order, or of something below it. */
export function addressOf(c: CentreContext<object>, place: OrderPlace, below = ''): string {
  return c.at(place.path.replace(':orderId', orderIdOf(c)) + below);
}
