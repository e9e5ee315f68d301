/**
 * What people ask a case to do. A command carries what a person decided or typed; dates that follow
 * from the law, queue positions and consequences are added by `decide`.
 */
import type { CaseActor, CaseEventData, RefusalReason } from './caseEvents.ts';
import type { Ending } from './caseStatus.ts';

export type CaseCommandData = {
  reportNeed: Omit<CaseEventData<'needReported'>, 'contactDueOn'>;
  inform: CaseEventData<'informed'>;
  /** One application for several services. `forwardingConsentId` records a consent given with it. */
  apply: Omit<CaseEventData<'applied'>, 'planDueOn'> & { readonly forwardingConsentId: string | null };
  giveConsent: CaseEventData<'consentGiven'>;
  withdrawConsent: CaseEventData<'consentWithdrawn'>;
  assignCoordinator: CaseEventData<'coordinatorAssigned'>;
  markIncomplete: Omit<CaseEventData<'markedIncomplete'>, 'dueOn'>;
  complete: CaseEventData<'completed'>;
  forward: Omit<CaseEventData<'forwarded'>, 'consentId'> & { readonly consentId: string | null };
  startAssessment: CaseEventData<'assessmentStarted'>;
  recordAssessment: CaseEventData<'assessmentRecorded'>;
  qualifyService: CaseEventData<'serviceQualified'>;
  waitlistService: { readonly serviceId: string };
  proposeRefusal: CaseEventData<'refusalProposed'>;
  sendRefusalBack: CaseEventData<'refusalSentBack'>;
  refuseService: { readonly serviceId: string; readonly reasons: RefusalReason[]; readonly decisionNumber: string | null };
  recordRefusalDelivery: Omit<CaseEventData<'refusalDelivered'>, 'appealUntil'>;
  offerPlace: CaseEventData<'placeOffered'>;
  withdrawService: CaseEventData<'serviceWithdrawn'>;
  decideCoordination: Omit<CaseEventData<'coordinationDecided'>, 'isPlanObligatory'>;
  draftPlan: CaseEventData<'planDrafted'>;
  agreePlan: CaseEventData<'planAgreed'>;
  declinePlan: CaseEventData<'planNotAgreed'>;
  returnPlan: CaseEventData<'planReturned'>;
  approvePlan: CaseEventData<'planApproved'>;
  revisePlan: CaseEventData<'planRevised'>;
  dropRevision: CaseEventData<'revisionDropped'>;
  placeOrders: CaseEventData<'ordersPlaced'>;
  startService: CaseEventData<'serviceStarted'>;
  suspend: CaseEventData<'suspended'>;
  resume: CaseEventData<'resumed'>;
  recordMonitoring: CaseEventData<'monitored'>;
  holdSummary: CaseEventData<'summaryHeld'>;
  close: { readonly ending: Ending; readonly occurredOn: string; readonly note: string | null };
};

export type CaseCommandType = keyof CaseCommandData;
export type CaseCommandOf<C extends CaseCommandType> = {
  readonly type: C;
  readonly actor: CaseActor;
  readonly data: CaseCommandData[C];
};
export type CaseCommand = { [C in CaseCommandType]: CaseCommandOf<C> }[CaseCommandType];
