/** Orders on a real database for tests: `const order = await anOrderPlaced(scope)`, then as its provider. */
import { getValue } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { addProvider } from '#modules/catalogue/index.ts';
import { act, asRole, caseAppliedFor, qualifyAll, type OpenedCase } from '#modules/cases/testing.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { findOrderRow, type OrderRow } from './store/orderStore.ts';
import { changeOrderStatus } from './usecases/changeOrder.ts';
import type { DeliveredInput } from './usecases/deliveries.ts';
import { placeOrders, type NewOrderInput } from './usecases/placeOrders.ts';

export interface PlacedOrder extends OpenedCase {
  readonly orderId: string;
  readonly providerId: string;
  readonly serviceId: string;
}

/** The same transaction, acted in by somebody who works for a provider. */
export const asProvider = (scope: CentreScope, providerId: string, role: Role = 'providerManager'): CentreScope => ({
  ...scope,
  actor: userWithRole(role, { providerId }),
});

export async function aProvider(scope: CentreScope, name: string, email: string | null = 'wykonawca@przyklad.example'): Promise<string> {
  return addProvider(scope, { name, kind: 'ngo', email, phone: null });
}

/** A case with qualified services and no plan, ready for orders. */
export async function aCaseToOrder(scope: CentreScope, ...names: readonly string[]): Promise<OpenedCase> {
  const opened = await caseAppliedFor(scope, ...names);
  await qualifyAll(scope, opened.caseId);
  const from = scope.today.toString();
  const to = scope.today.add({ days: 60 }).toString();
  await act(scope, opened.caseId, 'planCoordinator', { type: 'decideCoordination', data: { from, to, withPlan: false, note: null } });
  return opened;
}

export function aNewOrder(scope: CentreScope, serviceId: string, providerId: string, change: Partial<NewOrderInput> = {}): NewOrderInput {
  return {
    serviceId,
    providerId,
    providerEmail: 'wykonawca@przyklad.example',
    scope: 'Zakupy i wspólny spacer.',
    unit: 'visit',
    limit: { amount: 3, per: 'month' },
    from: scope.today.subtract({ days: 40 }),
    to: scope.today.add({ days: 60 }),
    place: null,
    schedule: null,
    fee: null,
    shares: { address: true, phone: false },
    contactPerson: null,
    needToKnow: ['Trzecie piętro bez windy.'],
    isEarlyOnPurpose: true,
    ...change,
  };
}

/** One order of a new case to a new provider. @throws Error with the reasons when it is refused */
export async function anOrderPlaced(
  scope: CentreScope,
  change: Partial<NewOrderInput> & { readonly provider?: string } = {},
): Promise<PlacedOrder> {
  const { provider = `Wykonawca ${crypto.randomUUID()}`, ...rest } = change;
  const opened = await aCaseToOrder(scope, 'Opieka w domu');
  const providerId = rest.providerId ?? (await aProvider(scope, provider));
  const serviceId = opened.serviceIds[0] ?? '';
  const order = aNewOrder(scope, serviceId, providerId, rest);
  const placed = await placeOrders(asRole(scope, 'serviceOrganiser'), { caseId: opened.caseId, version: null, orders: [order] });
  return { ...opened, providerId, serviceId, orderId: getValue(placed).orderIds[0] ?? '' };
}

/** The same, accepted by the provider. */
export async function anOrderAccepted(
  scope: CentreScope,
  change: Partial<NewOrderInput> & { readonly provider?: string } = {},
): Promise<PlacedOrder> {
  const order = await anOrderPlaced(scope, change);
  const input = { orderId: order.orderId, version: 1, to: 'accepted', reason: null } as const;
  getValue(await changeOrderStatus(asProvider(scope, order.providerId), input));
  return order;
}

export const rowOf = async (scope: CentreScope, orderId: string): Promise<OrderRow> => {
  const row = await findOrderRow(scope.tx, orderId);
  if (!row) throw new Error('no such order');
  return row;
};

export function aDelivery(scope: CentreScope, change: Partial<DeliveredInput> = {}): DeliveredInput {
  return { on: scope.today, quantity: 1, minutes: null, worker: 'Jan Testowy', note: null, confirmedBy: null, isAnother: true, ...change };
}
