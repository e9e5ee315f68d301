import type { Actor } from '#shared/actor.ts';
import type { Result } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { at, type CaseInHand, type Setting } from './setting.ts';

/** One day of a story. Whoever acts on it acts a little later than whoever acted before. */
export interface Day {
  readonly setting: Setting;
  readonly inHand: CaseInHand;
  /** The scope of somebody who acts now. */
  as(who: Role | Actor): CentreScope;
}

export function dayOfStory(setting: Setting, inHand: CaseInHand, daysAgo: number, nextStep: () => number): Day {
  return { setting, inHand, as: (who) => at(setting, daysAgo, nextStep(), who) };
}

/** The value of an act that a story counts on. @throws Error that names the act and its refusals */
export function done<T>(act: string, result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`${act}: ${JSON.stringify(result.refusal)}`);
}
