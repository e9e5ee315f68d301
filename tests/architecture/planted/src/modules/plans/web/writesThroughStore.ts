import { listPlans, savePlan, type PlanRow } from '../store/planStore.ts';
export const bad: [typeof listPlans, typeof savePlan, PlanRow | null] = [listPlans, savePlan, null];
