export type { PlanContent, PlannedService } from './domain/planContent.ts';
export type { Plan, PlanVersion } from './domain/planVersions.ts';
export { answerPlan, type AnswerInput } from './usecases/agreeOnPlan.ts';
export { approvePlan, returnPlan } from './usecases/approvePlan.ts';
export { decideCoordination, type CoordinationInput } from './usecases/decideCoordination.ts';
export {
  recordMonitoring,
  resumeCase,
  suspendCase,
  type ClosingInput,
  type MonitoringInput,
  type SuspensionInput,
} from './usecases/followCase.ts';
export { holdSummary, type SummaryInput } from './usecases/holdSummary.ts';
export { findPlanFile, getPlanFile, type PlanFile } from './usecases/planFile.ts';
export { revisePlan, savePlanPart, startPlan, type StartInput } from './usecases/writePlan.ts';
