export interface PlanRow {
  readonly id: string;
}
export const store = 1;
export const listPlans = () => [];
export const savePlan = () => undefined;
