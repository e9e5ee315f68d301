/**
 * The states of a service order, in the words of the FHIR/Gravity referral task. The centre is the
 * requester, the provider the target. Whatever is not in `orderTransitions` is refused.
 */
export const orderStatuses = [
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const orderParties = ['requester', 'target'] as const;
export type OrderParty = (typeof orderParties)[number];

export type OrderTransition = { readonly from: OrderStatus; readonly to: OrderStatus; readonly by: readonly OrderParty[] };

const target = ['target'] as const;
const both = ['requester', 'target'] as const;

export const orderTransitions: readonly OrderTransition[] = [
  { from: 'requested', to: 'accepted', by: target },
  { from: 'requested', to: 'rejected', by: target },
  { from: 'requested', to: 'cancelled', by: both },
  { from: 'accepted', to: 'in-progress', by: target },
  { from: 'accepted', to: 'on-hold', by: target },
  { from: 'accepted', to: 'completed', by: target },
  { from: 'accepted', to: 'failed', by: target },
  { from: 'accepted', to: 'cancelled', by: both },
  { from: 'in-progress', to: 'on-hold', by: target },
  { from: 'in-progress', to: 'completed', by: target },
  { from: 'in-progress', to: 'failed', by: target },
  { from: 'in-progress', to: 'cancelled', by: both },
  { from: 'on-hold', to: 'in-progress', by: target },
  { from: 'on-hold', to: 'completed', by: target },
  { from: 'on-hold', to: 'failed', by: target },
  { from: 'on-hold', to: 'cancelled', by: both },
  ...orderStatuses
    .filter((from) => from !== 'entered-in-error')
    .map((from): OrderTransition => ({ from, to: 'entered-in-error', by: ['requester'] })),
];

/** The row for a change, or undefined when it is not foreseen. */
export function findOrderTransition(from: OrderStatus, to: OrderStatus): OrderTransition | undefined {
  return orderTransitions.find((row) => row.from === from && row.to === to);
}

/** What a party may set an order to now: the buttons of a page. */
export function nextOrderStatuses(from: OrderStatus, by: OrderParty): readonly OrderStatus[] {
  return orderTransitions.filter((row) => row.from === from && row.by.includes(by)).map((row) => row.to);
}

/** Orders whose provider still has work or an answer to give. */
export function isOrderOpen(status: OrderStatus): boolean {
  return status === 'requested' || isOrderAccepted(status);
}

/** Orders a provider has taken on and not yet ended: only with such an order a provider sees the person. */
export function isOrderAccepted(status: OrderStatus): boolean {
  return status === 'accepted' || status === 'in-progress' || status === 'on-hold';
}

/** Nobody carries the order out any more, and nobody said that all of it was done. */
export function isOrderLost(status: OrderStatus): boolean {
  return status === 'rejected' || status === 'cancelled' || status === 'failed' || status === 'entered-in-error';
}

/** Reasons by code. A status listed here may not be set without one of its reasons; `other` needs own words. */
export const statusReasons = {
  rejected: ['noCapacity', 'outsideArea', 'notOurService', 'needsMore', 'cannotReachPerson', 'personDeclined', 'datesNotPossible', 'other'],
  cancelled: [
    'expired',
    'personWithdrew',
    'personMoved',
    'personDied',
    'limitUsedUp',
    'planChanged',
    'providerWithdrew',
    'orderedElsewhere',
    'other',
  ],
  failed: ['personAbsent', 'personRefused', 'cannotReachPerson', 'providerUnable', 'other'],
} as const satisfies Partial<Record<OrderStatus, readonly string[]>>;

/** Reasons that may be given, but need not be. */
export const optionalReasons = {
  'on-hold': ['hospital', 'absence', 'providerGap', 'personAsked', 'other'],
} as const satisfies Partial<Record<OrderStatus, readonly string[]>>;

export type StatusReasonCode =
  | (typeof statusReasons)[keyof typeof statusReasons][number]
  | (typeof optionalReasons)[keyof typeof optionalReasons][number];
export type StatusReason = { readonly code: StatusReasonCode; readonly inOwnWords: string };

/** The codes a status may carry; empty where a reason has no place. */
export function reasonsFor(status: OrderStatus): readonly StatusReasonCode[] {
  const reasons: Partial<Record<OrderStatus, readonly StatusReasonCode[]>> = { ...statusReasons, ...optionalReasons };
  return reasons[status] ?? [];
}

export function isReasonNeeded(status: OrderStatus): boolean {
  return status in statusReasons;
}
