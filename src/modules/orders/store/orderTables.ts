import type { Selectable } from 'kysely';
import type { OrderStatus } from '../domain/orderStates.ts';

export interface OrderTables {
  'orders.record': {
    centreId: string;
    id: string;
    version: number;
    number: string;
    caseId: string;
    personId: string;
    serviceId: string;
    providerId: string;
    status: OrderStatus;
    isOpen: boolean;
    needsProvider: boolean;
    content: unknown;
    startsOn: Temporal.PlainDate;
    endsOn: Temporal.PlainDate | null;
    answerDueOn: Temporal.PlainDate;
    remindedAt: Temporal.Instant | null;
    documentId: string | null;
    pausedFrom: Temporal.PlainDate | null;
    pausedTo: Temporal.PlainDate | null;
    searchText: string;
    placedAt: Temporal.Instant;
    changedAt: Temporal.Instant;
  };
  'orders.orderEvent': {
    centreId: string;
    orderId: string;
    seq: number;
    type: string;
    at: Temporal.Instant;
    actorRole: string;
    actorId: string | null;
    data: unknown;
  };
  'orders.delivery': {
    centreId: string;
    id: string;
    orderId: string;
    deliveredOn: Temporal.PlainDate;
    month: string;
    unit: string;
    quantity: number;
    minutes: number | null;
    worker: string;
    note: string | null;
    counters: string | null;
    recordedAt: Temporal.Instant;
    recordedBy: string;
  };
  'orders.confirmation': {
    centreId: string;
    deliveryId: string;
    confirmedBy: string;
    confirmedOn: Temporal.PlainDate;
    recordedAt: Temporal.Instant;
    recordedBy: string;
  };
  'orders.month': { centreId: string; providerId: string; month: string; isClosed: boolean; version: number };
  'orders.monthEvent': {
    centreId: string;
    providerId: string;
    month: string;
    seq: number;
    type: 'closed' | 'reopened';
    at: Temporal.Instant;
    actor: string;
    reason: string | null;
    unconfirmed: string[];
  };
  'orders.link': {
    centreId: string;
    id: string;
    orderId: string;
    tokenHash: string;
    createdAt: Temporal.Instant;
    expiresAt: Temporal.Instant;
  };
  'orders.numbering': { centreId: string; year: number; last: number };
}
export type StoredOrder = Selectable<OrderTables['orders.record']>;
