/**
 * Why a case may not do what was asked. Codes are stable; their words are in the texts.
 * `decide` returns all reasons that apply, the most basic one first.
 */
import type { CaseCommandType } from './caseCommands.ts';
import type { CaseRole } from './caseEvents.ts';
import type { CaseStatusOrNew, ServiceStatus } from './caseStatus.ts';

export type CaseRefusal =
  /** The case is at a stage where this cannot be done. `event` is the command asked for. */
  | { readonly code: 'not-from-this-state'; readonly from: CaseStatusOrNew; readonly event: CaseCommandType }
  /** The role may not do this; `allowed` lists who may. */
  | { readonly code: 'wrong-actor'; readonly role: CaseRole; readonly allowed: readonly CaseRole[] }
  /** Fields that are empty, too long or of a wrong form; paths inside the data. */
  | { readonly code: 'invalid-data'; readonly paths: readonly string[] }
  | { readonly code: 'date-in-future'; readonly path: string }
  | { readonly code: 'date-before'; readonly path: string; readonly earliest: string }
  /** The case cannot end before it began, nor before the last day on which it was served. */
  | { readonly code: 'ended-before-request' | 'ended-before-delivery' | 'ended-before-supplement'; readonly earliest: string }
  | { readonly code: 'dates-reversed'; readonly from: string; readonly to: string }
  | { readonly code: 'consent-missing' }
  | { readonly code: 'consent-unknown'; readonly consentId: string }
  | { readonly code: 'consent-repeated'; readonly consentId: string }
  | { readonly code: 'service-unknown'; readonly serviceId: string }
  | { readonly code: 'service-repeated'; readonly serviceId: string }
  | {
      readonly code: 'service-in-other-state';
      readonly serviceId: string;
      readonly is: ServiceStatus;
      readonly expected: readonly ServiceStatus[];
    }
  | { readonly code: 'last-service' }
  | { readonly code: 'programme-not-in-force'; readonly serviceId: string }
  | { readonly code: 'assessment-missing' }
  /** The talk about needs was held already: it cannot be agreed on anew. */
  | { readonly code: 'talk-held' }
  | { readonly code: 'assessment-version-outdated'; readonly expected: number }
  | { readonly code: 'conditions-not-met'; readonly serviceId: string }
  | { readonly code: 'conditions-unknown'; readonly serviceId: string }
  | { readonly code: 'no-place'; readonly serviceId: string }
  | { readonly code: 'place-is-free'; readonly serviceId: string }
  | { readonly code: 'not-first-in-queue'; readonly serviceId: string; readonly position: number | null }
  | { readonly code: 'reasons-missing' }
  | { readonly code: 'decision-number-missing' }
  | { readonly code: 'refusal-not-proposed'; readonly serviceId: string }
  | { readonly code: 'already-delivered'; readonly serviceId: string }
  | { readonly code: 'coordination-undecided' }
  | { readonly code: 'plan-obligatory'; readonly months: number }
  | { readonly code: 'plan-not-foreseen' }
  | { readonly code: 'plan-not-approved' }
  | { readonly code: 'plan-too-long'; readonly latestEnd: string }
  | { readonly code: 'plan-incomplete'; readonly issueCount: number }
  | { readonly code: 'plan-version-outdated'; readonly planId: string | null; readonly version: number }
  | { readonly code: 'not-authorised-to-approve' }
  | { readonly code: 'order-unknown'; readonly orderId: string }
  | { readonly code: 'nothing-ordered' }
  | { readonly code: 'order-repeated'; readonly orderId: string }
  | { readonly code: 'order-not-accepted'; readonly orderId: string }
  | { readonly code: 'already-started'; readonly orderId: string }
  | { readonly code: 'orders-open'; readonly orderIds: readonly string[] }
  | { readonly code: 'still-waiting'; readonly serviceIds: readonly string[] }
  | { readonly code: 'summary-missing' }
  | { readonly code: 'goals-without-result'; readonly goalIds: readonly string[] }
  | { readonly code: 'supplement-still-running'; readonly dueOn: string };

export type CaseRefusalCode = CaseRefusal['code'];
