/**
 * One order to one provider for one service of a case. Its changes are appended, never rewritten;
 * the order is the fold of its events.
 */
import { z } from 'zod';
import { addDays, dayOf, isoDateSchema, isoInstantSchema, type IsoDate, type IsoInstant } from '#shared/isoTime.ts';
import type { LawValues } from '#shared/lawValues.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { roles } from '#shared/roles.ts';
import {
  findOrderTransition,
  isReasonNeeded,
  optionalReasons,
  orderParties,
  orderStatuses,
  reasonsFor,
  statusReasons,
  type OrderParty,
  type OrderStatus,
  type StatusReason,
} from './orderStates.ts';

const id = z.string().min(1).max(64);
const actorSchema = z.strictObject({ role: z.enum([...roles, 'system']), id: id.nullable() });
export type OrderActor = z.infer<typeof actorSchema>;
const reasonCodes = [
  ...statusReasons.rejected,
  ...statusReasons.cancelled,
  ...statusReasons.failed,
  ...optionalReasons['on-hold'],
] as const;
const reasonSchema = z.strictObject({ code: z.enum([...new Set(reasonCodes)]), inOwnWords: z.string().max(2000) });

/** Reads one stored event of an order. */
export const orderEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('placed'),
    at: isoInstantSchema,
    actor: actorSchema,
    data: z.strictObject({
      orderId: id,
      caseId: id,
      serviceId: id,
      providerId: id,
      from: isoDateSchema,
      to: isoDateSchema.nullable(),
      answerDueOn: isoDateSchema,
    }),
  }),
  z.strictObject({
    type: z.literal('statusChanged'),
    at: isoInstantSchema,
    actor: actorSchema,
    data: z.strictObject({ to: z.enum(orderStatuses), by: z.enum(orderParties), reason: reasonSchema.nullable() }),
  }),
]);
export type OrderEvent = z.infer<typeof orderEventSchema>;
type Placed = Extract<OrderEvent, { type: 'placed' }>;

export type Order = Placed['data'] & {
  readonly status: OrderStatus;
  readonly statusReason: StatusReason | null;
  readonly placedAt: IsoInstant;
  readonly changedAt: IsoInstant;
  /** How many events it has: the optimistic version. */
  readonly version: number;
};

export type OrderRefusal =
  | { readonly code: 'not-from-this-status'; readonly from: OrderStatus; readonly to: OrderStatus }
  | { readonly code: 'wrong-party'; readonly by: OrderParty; readonly allowed: readonly OrderParty[] }
  | { readonly code: 'reason-missing'; readonly allowed: readonly string[] }
  | { readonly code: 'reason-not-for-this-status'; readonly allowed: readonly string[] }
  | { readonly code: 'own-words-missing' }
  | { readonly code: 'own-words-too-long'; readonly most: number }
  /** The answering time is over: the organiser decides anew. */
  | { readonly code: 'answer-too-late'; readonly answerDueOn: IsoDate }
  /** Nobody may call an order expired before its answering time is over. */
  | { readonly code: 'answer-still-possible'; readonly answerDueOn: IsoDate }
  | { readonly code: 'dates-reversed'; readonly from: IsoDate; readonly to: IsoDate };

export type NewOrder = Omit<Placed['data'], 'answerDueOn'>;

/** Places an order; the provider has the law's number of days to answer. */
export function placeOrder(
  order: NewOrder,
  actor: OrderActor,
  now: IsoInstant,
  law: Pick<LawValues, 'referralLinkDays'>,
): Result<OrderEvent, readonly OrderRefusal[]> {
  if (order.to !== null && order.to < order.from) return refuse([{ code: 'dates-reversed', from: order.from, to: order.to }]);
  return ok({ type: 'placed', at: now, actor, data: { ...order, answerDueOn: addDays(dayOf(now), law.referralLinkDays) } });
}

export type StatusChange = {
  readonly to: OrderStatus;
  readonly by: OrderParty;
  readonly actor: OrderActor;
  readonly reason: StatusReason | null;
};

/** Changes the status of an order, or says every reason why not. */
export function changeOrder(order: Order, change: StatusChange, now: IsoInstant): Result<OrderEvent, readonly OrderRefusal[]> {
  const row = findOrderTransition(order.status, change.to);
  if (!row) return refuse([{ code: 'not-from-this-status', from: order.status, to: change.to }]);
  if (!row.by.includes(change.by)) return refuse([{ code: 'wrong-party', by: change.by, allowed: row.by }]);
  const refusals = [...checkReason(change), ...checkAnswerTime(order, change, now)];
  if (refusals.length > 0) return refuse(refusals);
  const { to, by, reason, actor } = change;
  return ok({ type: 'statusChanged', at: now, actor, data: { to, by, reason } });
}

function checkReason({ to, reason }: StatusChange): readonly OrderRefusal[] {
  const allowed = reasonsFor(to);
  if (reason === null) return isReasonNeeded(to) ? [{ code: 'reason-missing', allowed }] : [];
  if (!allowed.includes(reason.code)) return [{ code: 'reason-not-for-this-status', allowed }];
  if (reason.inOwnWords.length > 2000) return [{ code: 'own-words-too-long', most: 2000 }];
  return reason.code === 'other' && reason.inOwnWords.trim() === '' ? [{ code: 'own-words-missing' }] : [];
}

function checkAnswerTime(order: Order, { to, reason }: StatusChange, now: IsoInstant): readonly OrderRefusal[] {
  const { answerDueOn } = order;
  const isOver = isAnswerTimeOver(order, now);
  if (reason?.code === 'expired' && (order.status !== 'requested' || !isOver)) return [{ code: 'answer-still-possible', answerDueOn }];
  const isAnswer = to === 'accepted' || to === 'rejected';
  return isAnswer && isOver ? [{ code: 'answer-too-late', answerDueOn }] : [];
}

/** True after the last day on which the provider could answer, whether or not the order was already taken back. */
export function isAnswerTimeOver(order: Pick<Order, 'answerDueOn'>, now: IsoInstant): boolean {
  return dayOf(now) > order.answerDueOn;
}

/** True when the provider has not answered and the given number of days or fewer are left. */
export function isReminderDue(order: Order, now: IsoInstant, daysBefore: number): boolean {
  return order.status === 'requested' && !isAnswerTimeOver(order, now) && dayOf(now) >= addDays(order.answerDueOn, -daysBefore);
}

/** The change by which an unanswered order goes back to the organiser: cancelled, with the reason `expired`. */
export const expiry: StatusChange = {
  to: 'cancelled',
  by: 'requester',
  actor: { role: 'system', id: null },
  reason: { code: 'expired', inOwnWords: '' },
};

const endsWithoutProvider: readonly (string | undefined)[] = ['expired', 'providerWithdrew'];

/** True when the organiser has to find another provider: rejected, failed, expired or given back by the provider. */
export function needsAnotherProvider({ status, statusReason }: Pick<Order, 'status' | 'statusReason'>): boolean {
  return status === 'rejected' || status === 'failed' || (status === 'cancelled' && endsWithoutProvider.includes(statusReason?.code));
}

/** The order after one more event. */
export function evolveOrder(order: Order | undefined, event: OrderEvent): Order {
  if (event.type === 'placed') {
    return { ...event.data, status: 'requested', statusReason: null, placedAt: event.at, changedAt: event.at, version: 1 };
  }
  if (!order) throw new Error('The history of an order is damaged: it does not begin with its placing');
  return { ...order, status: event.data.to, statusReason: event.data.reason, changedAt: event.at, version: order.version + 1 };
}

/** The order after all its events, oldest first. Throws when there are none. */
export function foldOrder(events: readonly OrderEvent[]): Order {
  const order = events.reduce<Order | undefined>(evolveOrder, undefined);
  if (!order) throw new Error('An order has at least the event of its placing');
  return order;
}
