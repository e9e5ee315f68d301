import type { IsoDate, IsoInstant } from '#shared/isoTime.ts';
import type { LawValues } from '#shared/lawValues.ts';

/** What the qualification module knows about one requested service of this case. */
export type ServiceFacts = {
  readonly isProgrammeInForce: boolean;
  /** All conditions together, after what staff settled by hand. */
  readonly conditions: 'met' | 'notMet' | 'unknown';
  /** A place that this person may take now: free, and nobody earlier waits for it. Always true without a limit. */
  readonly isPlaceFree: boolean;
  /** 1 is first; for a person not yet on the list, the position they would get. Null without a queue. */
  readonly queuePosition: number | null;
};

export type DeliveredSum = {
  readonly serviceId: string;
  readonly unit: 'hour' | 'visit' | 'session' | 'ride' | 'day' | 'month' | 'person' | 'km' | 'use';
  readonly quantity: number;
  readonly minutes: number;
};

/** What a decision needs from outside the case's own history. `now` and the law are arguments, never read from a clock. */
export type CaseFacts = {
  readonly now: IsoInstant;
  readonly law: LawValues;
  /** By service id. A missing service counts as not in force. */
  readonly services: Readonly<Record<string, ServiceFacts>>;
  /** Orders of the case that are neither completed, failed, rejected nor cancelled. */
  readonly openOrderIds: readonly string[];
  /** Orders a provider has accepted (or already carries out). */
  readonly acceptedOrderIds: readonly string[];
  /** Orders that were rejected, given back, failed or taken back: nobody carries them out. */
  readonly lostOrderIds: readonly string[];
  /** The latest day on which something was delivered under an order of the case and still counts; null when nothing was. */
  readonly lastDeliveredOn: IsoDate | null;
  /** What was delivered under the orders of the case and still counts, by service and unit; `minutes` is the time of it all. */
  readonly delivered?: readonly DeliveredSum[];
  /** Services with an order that runs on other amounts than the approved plan foresees. */
  readonly servicesOrderedUnlikePlan?: readonly string[];
  /** Who delivers each service by its newest order, by name, where one runs. */
  readonly providersByService?: Readonly<Record<string, string>>;
  /** Validation of the plan at hand: how many problems its content has, and its goals. */
  readonly plan: { readonly issueCount: number; readonly goalIds: readonly string[] } | null;
  /** True for the director and for a service organiser whom the director authorised to approve plans. */
  readonly mayActorApprovePlans: boolean;
};

/** Facts with nothing known besides the time and the law: spread and fill in what the command needs. */
export function factsAt(now: IsoInstant, law: LawValues): CaseFacts {
  return {
    now,
    law,
    services: {},
    openOrderIds: [],
    acceptedOrderIds: [],
    lostOrderIds: [],
    lastDeliveredOn: null,
    plan: null,
    mayActorApprovePlans: false,
  };
}
