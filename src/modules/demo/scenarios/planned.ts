import type { PlanStory } from '../telling/plans.ts';
import type { ServiceKey } from '../telling/setting.ts';
import type { Acts } from '../telling/story.ts';
import { planStories } from './plans.ts';
import { talks } from './talks.ts';

/** From the request to an approved plan, at an ordinary pace: twenty-two days. */
export async function getsPlan(
  on: (daysAgo: number) => Acts,
  began: number,
  services: readonly ServiceKey[],
  {
    months = 12,
    talk = talks.livesAlone,
    plan = planStories.atHome,
  }: { months?: number; talk?: (typeof talks)[keyof typeof talks]; plan?: PlanStory } = {},
): Promise<void> {
  await on(began).asks(services);
  await on(began - 1).findsCoordinator();
  await on(began - 2).arrangesTalk('whereThePersonStays', 4);
  await on(began - 6).assesses(talk);
  await on(began - 9).qualifiesFor(...services);
  await on(began - 10).decidesCoordination(months);
  await on(began - 16).writesPlan(months, plan);
  await on(began - 20).agreesToPlan();
  await on(began - 22).approvesPlan();
}
