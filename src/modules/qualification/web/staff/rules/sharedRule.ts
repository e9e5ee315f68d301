import { keepIds, readRule, ruleWords, writeRule } from '#modules/eligibility/index.ts';
import { getServices } from '#modules/catalogue/index.ts';
import type { SharedText } from '#platform/module.ts';
import { qualificationTexts } from '../../../texts/words.ts';
import { getRules } from '../../../usecases/offers.ts';
import { getOfferRule, setOfferRule } from '../../../usecases/rules.ts';
import { problemInWords } from './ruleForm.ts';

const t = qualificationTexts.in('pl');

/** The conditions of a rule, as text that services of several centres can share; places and days stay each centre's own. */
export const sharedRule: SharedText = {
  name: 'rule',
  label: () => t('rules.rule'),
  hint: () => t('rules.ruleHint'),
  read(typed) {
    const { conditions, problems } = readRule(typed, ruleWords);
    if (problems.length > 0) return { ok: false, problems: problems.map(problemInWords) };
    return { ok: true, text: writeRule(conditions, ruleWords) };
  },
  async find(scope, serviceIds) {
    const services = await getServices(scope, serviceIds);
    const rules = await getRules(scope, services.values());
    return new Map([...rules].map(([id, { conditions }]) => [id, writeRule(conditions, ruleWords)]));
  },
  async write(scope, serviceId, text) {
    const rule = await getOfferRule(scope, serviceId);
    const { conditions, problems } = readRule(text, ruleWords);
    if (problems.length > 0) throw new Error(`a shared rule is not understood: ${problems[0]?.code}`);
    return (await setOfferRule(scope, { ...rule, conditions: keepIds(conditions, rule.conditions, ruleWords) })).ok;
  },
};
