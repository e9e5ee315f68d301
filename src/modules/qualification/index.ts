export {
  offerPlace,
  qualifyService,
  settleConditions,
  waitlistService,
  withdrawService,
  type AboutService,
  type Decided,
  type Forwarding,
  type Settlement,
} from './usecases/decideService.ts';
export { proposeRefusal, recordRefusalDelivery, sendRefusalBack, signRefusal, type DecisionText } from './usecases/refuseService.ts';
export { getOffer, type Offer } from './usecases/offers.ts';
export { getOfferRule, setOfferRule } from './usecases/rules.ts';
export { getQueue, listQueues, type Queue, type QueueSummary } from './usecases/lists.ts';
export { freeInWords, takenInWords } from './web/staff/queueWords.ts';
export type { OfferRule } from './domain/offerRule.ts';
export type { RefusalReason, RefusalReasonCode } from './domain/outcome.ts';
export { correctPublishedPlaces } from './usecases/publishPlaces.ts';
