import { ok, refuse, type Result } from '#shared/result.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { getService } from '#modules/catalogue/index.ts';
import type { OfferRule } from '../domain/offerRule.ts';
import { insertRule } from '../store/ruleStore.ts';
import { authorOf } from './decideService.ts';
import { getRules } from './offers.ts';
import { publishPlaces } from './publishPlaces.ts';

/**
 * The rule by which a service is given: set by the centre, or following from its card.
 * @throws NotFound when the centre has no such service.
 */
export async function getOfferRule(scope: CentreScope, serviceId: string): Promise<OfferRule> {
  const service = await getService(scope, serviceId);
  const rule = (await getRules(scope, [service])).get(serviceId);
  if (!rule) throw new Error('every card has a rule');
  return rule;
}

export type RuleConflict = { readonly code: 'rule-changed'; readonly newer: OfferRule };
/** Sets a rule anew; `version` is the one the author saw. What was decided under earlier versions stands. */
export async function setOfferRule(scope: CentreScope, rule: OfferRule): Promise<Result<OfferRule, readonly [RuleConflict]>> {
  const current = await getOfferRule(scope, rule.serviceId);
  if (current.version !== rule.version) return refuse([{ code: 'rule-changed', newer: current }]);
  const next = { ...rule, version: rule.version + 1 };
  if (!(await insertRule(scope.tx, next, authorOf(scope), scope.now))) {
    return refuse([{ code: 'rule-changed', newer: await getOfferRule(scope, rule.serviceId) }]);
  }
  await publishPlaces(scope, [rule.serviceId]);
  await scope.audit('qualification.rule.set', { detail: { serviceId: rule.serviceId, version: next.version } });
  return ok(next);
}
