import { beginnings } from './beginnings.ts';
import { decisions } from './decisions.ts';
import { plans } from './plans.ts';
import type { Scenario } from './scenario.ts';

/** Every story of a demonstration centre, the oldest first, as the numbers of cases run. */
export const scenarios: readonly Scenario[] = [...beginnings, ...decisions, ...plans].toSorted((a, b) => b.began - a.began);
