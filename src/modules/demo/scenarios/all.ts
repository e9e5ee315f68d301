import { beginnings } from './beginnings.ts';
import { decisions } from './decisions.ts';
import { deliveries } from './deliveries.ts';
import { endings } from './endings.ts';
import { demoCentres, type DemoCentre } from './people.ts';
import { cards } from './cards.ts';
import { plans } from './plans.ts';
import type { Scenario } from './scenario.ts';

const scenarios: readonly Scenario[] = [...beginnings, ...decisions, ...plans, ...deliveries, ...endings, ...cards].toSorted(
  (a, b) => b.began - a.began,
);

/** The stories of a demonstration centre, the oldest first, as the numbers of cases run. */
export const scenariosOf = (centre: DemoCentre): readonly Scenario[] =>
  scenarios.filter((scenario) => centre === demoCentres[0] || !scenario.isOfFirstCentre);
