import { beginnings } from './beginnings.ts';
import type { Scenario } from './scenario.ts';

/** Every story of a demonstration centre, the oldest first, as the numbers of cases run. */
export const scenarios: readonly Scenario[] = [...beginnings].toSorted((a, b) => b.began - a.began);
