/** Sentences for tests of orders and deliveries. */
import { foldOrder, type Order } from './order.ts';
import type { DeliveryFacts, NewEntry } from './deliveries.ts';
import type { OrderStatus } from './orderStates.ts';

export const testNow = '2025-06-30T10:00:00.000Z';

export function anOrder(status: OrderStatus = 'in-progress', change: Partial<Order> = {}): Order {
  const placed = foldOrder([
    {
      type: 'placed',
      at: '2025-03-03T09:00:00.000Z',
      actor: { role: 'serviceOrganiser', id: 'u1' },
      data: {
        orderId: 'o1',
        caseId: 'c1',
        serviceId: 's1',
        providerId: 'v1',
        from: '2025-03-10',
        to: '2025-12-31',
        answerDueOn: '2025-03-11',
      },
    },
  ]);
  return { ...placed, status, ...change };
}

export function anEntry(entryId: string, change: Partial<NewEntry> = {}): NewEntry {
  return { entryId, orderId: 'o1', on: '2025-06-02', unit: 'hour', quantity: 1, minutes: 60, note: null, ...change };
}

export function someFacts(change: Partial<DeliveryFacts> = {}): DeliveryFacts {
  return { now: testNow, order: anOrder(), limits: [], suspensions: [], ...change };
}
