/** By which rule a service is given: its conditions, its places, and while which programme is in force. */
import type { IsoDate } from '#shared/isoTime.ts';
import { conditionsOfCard, type CardConditions, type Condition } from '#modules/eligibility/index.ts';

export type OfferRule = {
  readonly serviceId: string;
  /** 0: nobody set a rule yet, it follows from the card. */
  readonly version: number;
  readonly conditions: readonly Condition[];
  /** How many people may use the service at once; null without a limit. */
  readonly placeLimit: number | null;
  /** First and last day of the programme; null is open. */
  readonly inForceFrom: IsoDate | null;
  readonly inForceTo: IsoDate | null;
  readonly programme: string | null;
  /** The resolution behind the programme, as it is to be printed. */
  readonly resolution: string | null;
  readonly source: string | null;
};

export type CardOfRule = CardConditions & {
  readonly id: string;
  readonly status: string;
  readonly capacity: number | null;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  readonly source: string | null;
};

/** The rule that a card states by itself, until the centre sets one. */
export function ruleOfCard(card: CardOfRule): OfferRule {
  return {
    serviceId: card.id,
    version: 0,
    conditions: conditionsOfCard(card),
    placeLimit: card.capacity,
    inForceFrom: card.validFrom,
    inForceTo: card.validTo,
    programme: null,
    resolution: null,
    source: card.source,
  };
}

/** Whether the service may be given on a day: published, and within the programme's days (both included). */
export function isInForce(rule: OfferRule, card: Pick<CardOfRule, 'status'>, on: IsoDate): boolean {
  if (card.status !== 'active') return false;
  return (rule.inForceFrom === null || rule.inForceFrom <= on) && (rule.inForceTo === null || on <= rule.inForceTo);
}
