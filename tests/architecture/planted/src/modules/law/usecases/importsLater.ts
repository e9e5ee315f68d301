import { plan } from '#modules/plans/index.ts';
export const bad = plan;
