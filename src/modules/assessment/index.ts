export {
  findAssessment,
  recordAssessment,
  startAssessment,
  type AssessmentConflict,
  type AssessmentPlan,
  type AssessmentRecord,
} from './usecases/assessments.ts';
export type { Advice, Assessment, AssessmentContent, Finding, SensitiveContent } from './domain/assessmentContent.ts';
export { editionOn, type Edition, type LifeArea } from './lifeAreas.ts';
