import { assessmentActs } from './assessment.ts';
import { dayOfStory, type Day } from './day.ts';
import { catalogueActs } from './catalogue.ts';
import { decisionActs } from './decisions.ts';
import { orderActs } from './orders.ts';
import { planActs } from './plans.ts';
import { requestActs } from './requests.ts';
import type { CaseInHand, Setting } from './setting.ts';

const actsOf = (day: Day) => ({
  ...requestActs(day),
  ...assessmentActs(day),
  ...decisionActs(day),
  ...planActs(day),
  ...orderActs(day),
  ...catalogueActs(day),
});
/** Everything that can happen in a story. */
export type Acts = ReturnType<typeof actsOf>;

/** Begins a story: what it returns lets things happen a number of days ago. */
export function beginStory(setting: Setting): (daysAgo: number) => Acts {
  const inHand: CaseInHand = { caseId: '', orders: new Map() };
  let step = 0;
  return (daysAgo) => actsOf(dayOfStory(setting, inHand, daysAgo, () => (step += 1)));
}
