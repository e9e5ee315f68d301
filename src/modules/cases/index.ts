export {
  actOnCase,
  assignCoordinator,
  gatherFacts,
  getCase,
  openCase,
  setCaseWords,
  takeCoordination,
  whyNotNow,
  type CaseConflict,
  type CaseOrder,
  type CaseView,
  type KnownFacts,
} from './usecases/actOnCase.ts';
export {
  findCaseByNumber,
  getCaseRecords,
  listCases,
  listCasesOfPerson,
  type CaseQuery,
  type CaseRow,
  type CaseSort,
} from './usecases/listCases.ts';
export { attachmentLimits, attachToCase } from './usecases/attachments.ts';
export { applicantTypes, channels, reporterKinds } from './domain/caseEvents.ts';
export type { CaseEvent, CaseEventOf, CaseEventType, ClosingConsequences } from './domain/caseEvents.ts';
export type { CaseRefusal } from './domain/caseRefusal.ts';
export { findService, servicesWith, type CaseState } from './domain/caseState.ts';
export { caseStatuses, isFinal, type CaseStatus } from './domain/caseStatus.ts';
export { meetingForStaff } from './web/stepInWords.ts';
export { availableCommands } from './domain/decide.ts';
export type { DeliveredSum } from './domain/caseFacts.ts';
export type { NextStep } from './domain/whatNext.ts';
export { refusalInWords } from './texts/index.ts';
export {
  countDeadlines,
  countOpenCases,
  countRefusals,
  listRefusals,
  type Deadlines,
  type OpenCases,
  type RefusedService,
  type Refusals,
} from './usecases/figures.ts';
export { caseStaffTexts, caseTexts } from './texts/index.ts';
export { closingConsequences } from './domain/closing.ts';
export { CaseChanged } from './web/staff/CaseChanged.tsx';
export { readWritten, type WrittenOnCase } from './web/staff/writtenOnCase.ts';
export { listCaseChanges, type CaseChange } from './usecases/caseChanges.ts';
export { refreshNextStep } from './usecases/actOnCase.ts';
export { findTransition } from './domain/transitions.ts';
export { caseRolesOf as rolesOnCase } from './domain/caseActor.ts';
