import { aPlan } from '../testing.ts';
export const bad = aPlan;
