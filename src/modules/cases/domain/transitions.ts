/**
 * The life cycle of a case as data: what may happen from where, by whom, under which guards, which
 * document it produces and which deadline of the law it starts. Everything not listed is refused.
 */
import type { LawValueKey } from '#shared/lawValues.ts';
import type { CaseCommandType } from './caseCommands.ts';
import type { CaseEventType, CaseRole } from './caseEvents.ts';
import { caseStatuses, isFinal, statusOfEnding, type CaseStatus, type CaseStatusOrNew, type Ending } from './caseStatus.ts';
import type { GuardName } from './guards.ts';

/**
 * Where an event leads: a status, or a rule.
 * `stays` keeps it · `byServices` derives it from the decided services (later stages keep theirs) ·
 * `byProgress` is ACTIVE once a service of the plan has started, REFERRED once ordered, else PLAN_APPROVED ·
 * `asBefore` returns to the status before the suspension.
 */
export type Target = CaseStatus | 'stays' | 'byServices' | 'byProgress' | 'asBefore';

export type CaseDocument =
  | 'needReportCard'
  | 'serviceInformation'
  | 'application'
  | 'summons'
  | 'forwardingLetter'
  | 'assessmentCard'
  | 'qualificationCard'
  | 'placeInformation'
  | 'refusalDecision'
  | 'planDraft'
  | 'plan'
  | 'order'
  | 'suspensionNote'
  | 'monitoringNote'
  | 'summary'
  | 'closingNote';

export type Transition = {
  readonly command: CaseCommandType;
  readonly event: CaseEventType;
  /** Only for `close`: which ending this row is about. */
  readonly ending?: Ending;
  readonly from: readonly CaseStatusOrNew[];
  readonly to: Target;
  readonly actors: readonly CaseRole[];
  readonly guards: readonly GuardName[];
  readonly document?: CaseDocument;
  readonly deadline?: LawValueKey;
};

const desk: readonly CaseRole[] = ['frontDesk', 'planCoordinator', 'serviceOrganiser'];
const coordinators: readonly CaseRole[] = ['planCoordinator', 'serviceOrganiser'];
const qualifiers: readonly CaseRole[] = ['planCoordinator', 'serviceOrganiser', 'director'];
const providers: readonly CaseRole[] = ['providerManager', 'providerWorker'];
const notFinal = caseStatuses.filter((status) => !isFinal(status));
const afterApplication = notFinal.filter((status) => status !== 'NEED_REPORTED');
const afterQualification: readonly CaseStatus[] = [
  'QUALIFIED',
  'PLAN_DRAFT',
  'PLAN_AGREED',
  'PLAN_APPROVED',
  'REFERRED',
  'ACTIVE',
  'SUSPENDED',
  'SUMMARY',
];
const planned: readonly CaseStatus[] = ['PLAN_DRAFT', 'PLAN_AGREED', 'PLAN_APPROVED', 'REFERRED', 'ACTIVE'];

const close = (ending: Ending, from: readonly CaseStatus[], actors: readonly CaseRole[], guards: readonly GuardName[]): Transition => ({
  command: 'close',
  event: 'closed',
  ending,
  from,
  to: statusOfEnding[ending],
  actors,
  guards: ['notInFuture', 'endsWithinCase', ...guards],
  document: 'closingNote',
});

export const transitions: readonly Transition[] = [
  {
    command: 'reportNeed',
    event: 'needReported',
    from: ['NEW'],
    to: 'NEED_REPORTED',
    actors: ['resident', 'communityOrganiser', ...desk, 'providerManager'],
    guards: [],
    document: 'needReportCard',
    deadline: 'needContactDays',
  },
  {
    command: 'inform',
    event: 'informed',
    from: ['NEED_REPORTED'],
    to: 'INFORMED',
    actors: desk,
    guards: [],
    document: 'serviceInformation',
  },
  {
    command: 'apply',
    event: 'applied',
    from: ['NEW', 'NEED_REPORTED'],
    to: 'APPLIED',
    actors: ['resident', ...desk],
    guards: ['notInFuture', 'servicesNotRepeated', 'programmesInForce'],
    document: 'application',
    deadline: 'planDueDays',
  },
  {
    command: 'giveConsent',
    event: 'consentGiven',
    from: afterApplication,
    to: 'stays',
    actors: ['resident', ...desk],
    guards: ['notInFuture', 'consentIsNew'],
  },
  {
    command: 'withdrawConsent',
    event: 'consentWithdrawn',
    from: afterApplication,
    to: 'stays',
    actors: ['resident', ...desk],
    guards: ['notInFuture', 'consentIsKnown'],
  },
  {
    command: 'assignCoordinator',
    event: 'coordinatorAssigned',
    from: notFinal,
    to: 'stays',
    actors: [...desk, 'director'],
    guards: [],
  },
  {
    command: 'markIncomplete',
    event: 'markedIncomplete',
    from: ['APPLIED'],
    to: 'INCOMPLETE',
    actors: desk,
    guards: [],
    document: 'summons',
    deadline: 'supplementDays',
  },
  { command: 'complete', event: 'completed', from: ['INCOMPLETE'], to: 'APPLIED', actors: ['resident', ...desk], guards: [] },
  {
    command: 'forward',
    event: 'forwarded',
    from: ['APPLIED', 'INCOMPLETE', 'ASSESSING'],
    to: 'byServices',
    actors: coordinators,
    guards: ['consentGiven', 'servicesNotRepeated', 'servicesPending'],
    document: 'forwardingLetter',
  },
  {
    command: 'startAssessment',
    event: 'assessmentStarted',
    from: ['APPLIED'],
    to: 'ASSESSING',
    actors: ['planCoordinator'],
    guards: ['talkIsAhead'],
  },
  {
    command: 'startAssessment',
    event: 'assessmentStarted',
    from: ['ASSESSING'],
    to: 'stays',
    actors: ['planCoordinator'],
    guards: ['talkIsAhead'],
  },
  {
    command: 'recordAssessment',
    event: 'assessmentRecorded',
    from: ['ASSESSING', 'QUALIFIED', 'WAITLISTED', 'PLAN_DRAFT', 'ACTIVE'],
    to: 'stays',
    actors: ['planCoordinator'],
    guards: ['notInFuture', 'assessmentIsNext'],
    document: 'assessmentCard',
  },
  {
    command: 'qualifyService',
    event: 'serviceQualified',
    from: ['ASSESSING'],
    to: 'byServices',
    actors: qualifiers,
    guards: ['servicePending', 'assessmentRecorded', 'programmesInForce', 'conditionsMet', 'placeFree'],
    document: 'qualificationCard',
  },
  {
    command: 'waitlistService',
    event: 'serviceWaitlisted',
    from: ['ASSESSING'],
    to: 'byServices',
    actors: [...qualifiers, 'system'],
    guards: ['servicePending', 'assessmentRecorded', 'programmesInForce', 'conditionsMet', 'placesUsedUp'],
    document: 'placeInformation',
  },
  {
    command: 'proposeRefusal',
    event: 'refusalProposed',
    from: ['ASSESSING'],
    to: 'stays',
    actors: coordinators,
    guards: ['servicePending', 'assessmentRecorded', 'reasonsGiven'],
  },
  {
    command: 'sendRefusalBack',
    event: 'refusalSentBack',
    from: ['ASSESSING'],
    to: 'stays',
    actors: ['director'],
    guards: ['servicePending', 'refusalProposed'],
  },
  {
    command: 'refuseService',
    event: 'serviceRefused',
    from: ['ASSESSING'],
    to: 'byServices',
    actors: ['director'],
    guards: ['servicePending', 'assessmentRecorded', 'reasonsGiven', 'decisionNumbered'],
    document: 'refusalDecision',
  },
  {
    command: 'recordRefusalDelivery',
    event: 'refusalDelivered',
    // A decision once signed is delivered also after the case ended: only then the time for an appeal runs.
    from: ['ASSESSING', 'WAITLISTED', 'REFUSED', ...afterQualification, ...Object.values(statusOfEnding)],
    to: 'stays',
    actors: [...desk, 'director'],
    guards: ['notInFuture', 'deliveryIsNews', 'deliveredAfterSigning'],
    deadline: 'appealDays',
  },
  {
    command: 'offerPlace',
    event: 'placeOffered',
    from: ['WAITLISTED', 'ASSESSING', ...afterQualification],
    to: 'byServices',
    actors: [...qualifiers, 'system'],
    guards: ['serviceWaitlisted', 'programmesInForce', 'firstInQueue', 'placeFree'],
    document: 'qualificationCard',
  },
  {
    command: 'withdrawService',
    event: 'serviceWithdrawn',
    from: afterApplication.filter((status) => status !== 'REFUSED'),
    to: 'byServices',
    actors: ['resident', ...desk],
    guards: ['serviceCanBeWithdrawn', 'notTheLastService'],
  },
  {
    command: 'decideCoordination',
    event: 'coordinationDecided',
    from: ['QUALIFIED'],
    to: 'stays',
    actors: ['planCoordinator', 'serviceOrganiser'],
    guards: ['datesInOrder', 'notBeforeRequest', 'planIfObligatory'],
  },
  {
    command: 'draftPlan',
    event: 'planDrafted',
    from: ['QUALIFIED', 'PLAN_DRAFT', 'SUMMARY'],
    to: 'PLAN_DRAFT',
    actors: ['planCoordinator'],
    guards: ['notBeforeRequest', 'planForeseen', 'draftIsNext', 'planLength'],
    document: 'planDraft',
  },
  {
    command: 'agreePlan',
    event: 'planAgreed',
    from: ['PLAN_DRAFT'],
    to: 'PLAN_AGREED',
    actors: ['resident', 'planCoordinator'],
    guards: ['notInFuture', 'planIsCurrent', 'planComplete', 'planLength'],
    document: 'plan',
  },
  {
    command: 'declinePlan',
    event: 'planNotAgreed',
    from: ['PLAN_DRAFT', 'PLAN_AGREED'],
    to: 'PLAN_DRAFT',
    actors: ['resident', 'planCoordinator'],
    guards: ['planIsCurrent'],
  },
  {
    command: 'returnPlan',
    event: 'planReturned',
    from: ['PLAN_AGREED'],
    to: 'PLAN_DRAFT',
    actors: ['director', 'serviceOrganiser'],
    guards: ['planIsCurrent', 'mayApprove'],
  },
  {
    command: 'approvePlan',
    event: 'planApproved',
    from: ['PLAN_AGREED'],
    to: 'byProgress',
    actors: ['director', 'serviceOrganiser'],
    guards: ['notInFuture', 'planIsCurrent', 'mayApprove', 'planComplete', 'planLength'],
    document: 'plan',
  },
  {
    command: 'revisePlan',
    event: 'planRevised',
    from: ['PLAN_APPROVED', 'REFERRED', 'ACTIVE'],
    to: 'PLAN_DRAFT',
    actors: ['planCoordinator'],
    guards: ['planForeseen', 'revisionIsNext', 'planLength'],
    document: 'planDraft',
  },
  {
    command: 'dropRevision',
    event: 'revisionDropped',
    from: ['PLAN_DRAFT', 'PLAN_AGREED'],
    to: 'byProgress',
    actors: ['planCoordinator'],
    guards: ['planIsCurrent', 'earlierVersionApproved'],
  },
  {
    command: 'placeOrders',
    event: 'ordersPlaced',
    from: ['QUALIFIED', 'PLAN_APPROVED', 'REFERRED', 'ACTIVE'],
    to: 'byProgress',
    actors: ['serviceOrganiser'],
    guards: ['coordinationDecided', 'planApprovedIfForeseen', 'ordersForQualified'],
    document: 'order',
    deadline: 'referralLinkDays',
  },
  {
    command: 'startService',
    event: 'serviceStarted',
    from: ['REFERRED', 'ACTIVE'],
    to: 'ACTIVE',
    actors: [...providers, 'planCoordinator', 'serviceOrganiser'],
    guards: ['notInFuture', 'orderAccepted'],
  },
  {
    command: 'startService',
    event: 'serviceStarted',
    from: ['PLAN_DRAFT', 'PLAN_AGREED'],
    to: 'stays',
    actors: [...providers, 'planCoordinator', 'serviceOrganiser'],
    guards: ['notInFuture', 'orderAccepted'],
  },
  {
    command: 'suspend',
    event: 'suspended',
    from: planned,
    to: 'SUSPENDED',
    actors: ['planCoordinator', ...providers],
    guards: ['datesInOrder', 'somethingOrdered'],
    document: 'suspensionNote',
  },
  {
    command: 'resume',
    event: 'resumed',
    from: ['SUSPENDED'],
    to: 'asBefore',
    actors: ['planCoordinator', ...providers],
    guards: ['notInFuture', 'notBeforeSuspension'],
  },
  {
    command: 'recordMonitoring',
    event: 'monitored',
    from: [...planned, 'SUSPENDED'],
    to: 'stays',
    actors: ['planCoordinator'],
    guards: ['notInFuture'],
    document: 'monitoringNote',
  },
  {
    command: 'holdSummary',
    event: 'summaryHeld',
    from: ['ACTIVE'],
    to: 'SUMMARY',
    actors: ['planCoordinator'],
    guards: ['notInFuture', 'everyGoalSummed'],
    document: 'summary',
  },
  close('done', ['ACTIVE', 'SUMMARY'], ['director', 'planCoordinator'], ['summaryIfPlanned', 'nobodyWaits', 'noOpenOrders']),
  close('withdrawn', notFinal, ['resident', ...desk], []),
  close('moved', notFinal, desk, []),
  close('died', notFinal, desk, []),
  close('limit', afterQualification, coordinators, []),
  close('uncompleted', ['INCOMPLETE'], desk, ['supplementOver']),
];

/** The row for a command from a status, or undefined when it is not foreseen. */
export function findTransition(command: CaseCommandType, from: CaseStatusOrNew, ending?: Ending): Transition | undefined {
  return transitions.find((row) => row.command === command && row.from.includes(from) && row.ending === ending);
}

/** The row by which a recorded event moved a case from a status. */
export function findTransitionOfEvent(event: CaseEventType, from: CaseStatusOrNew, ending?: Ending): Transition | undefined {
  return transitions.find((row) => row.event === event && row.from.includes(from) && row.ending === ending);
}
