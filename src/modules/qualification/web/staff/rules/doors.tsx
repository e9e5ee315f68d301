import {
  audits,
  centreDoor,
  draftDoor,
  findDraft,
  page,
  redirect,
  saveDraft,
  versionSeen,
  type CentreContext,
  type CentreScope,
  type Reply,
} from '#platform/http/index.ts';
import { findInheritedFields, getService } from '#modules/catalogue/index.ts';
import { maySeeQueues, maySetRules } from '../../../policy.ts';
import { qualificationTexts } from '../../../texts/words.ts';
import { getOfferRule, setOfferRule } from '../../../usecases/rules.ts';
import { keyOf, questionsOn, readRuleForm } from './ruleForm.ts';
import { rulesAddress, RulesPage, type RulesShown } from './RulesPage.tsx';

type Context = CentreContext<{ readonly serviceId: string }>;
const t = qualificationTexts.in('pl');
const path = '/praca/kolejki/:serviceId/zasady';

async function show(
  c: Context,
  status: 200 | 409 | 422,
  shown: Omit<RulesShown, 'service' | 'rule'> & Partial<RulesShown> = {},
): Promise<Reply> {
  const service = await getService(c.scope, c.params.serviceId);
  const rule = shown.newer ?? (await getOfferRule(c.scope, c.params.serviceId));
  const inherited = await findInheritedFields(c.scope, service.id);
  const draft = shown.typed ? undefined : await findDraft(c.scope, rulesAddress(c, service.id));
  return page(<RulesPage c={c} {...shown} service={service} rule={rule} draft={draft} inherited={inherited} />, status);
}

/** Whether the conditions come from elsewhere: then they are not changed here. */
const isShared = async (scope: CentreScope, serviceId: string): Promise<boolean> =>
  (await findInheritedFields(scope, serviceId))?.names.includes('rule') ?? false;

export const rulesPageDoor = centreDoor({
  method: 'GET',
  path,
  may: maySetRules,
  audit: audits('qualification.rule.read'),
  handle: (c) => show(c, 200),
});

export const rulesDoor = centreDoor({
  method: 'POST',
  path,
  may: maySetRules,
  audit: audits('qualification.rule.changed'),
  keepsDraft: true,
  async handle(c) {
    const { serviceId } = c.params;
    const current = await getOfferRule(c.scope, serviceId);
    const read = readRuleForm(c.fields, current.conditions);
    if (!read.ok) return show(c, 422, { typed: c.fields, errors: read.errors, problems: read.problems });
    // Shared conditions stay, by whatever the form carries.
    const value = (await isShared(c.scope, serviceId)) ? { ...read.value, conditions: current.conditions } : read.value;
    const questions = questionsOn(value, current);
    if (questions.length > 0 && c.fields.get('sure') !== keyOf(questions)) {
      return show(c, 422, { typed: c.fields, questions, errors: [{ field: 'sure', code: 'sure' }] });
    }
    const done = await setOfferRule(c.scope, { ...value, serviceId, version: versionSeen(c.fields) });
    if (!done.ok) return show(c, 409, { typed: c.fields, newer: done.refusal[0].newer });
    // Not everybody who sets rules may see who waits.
    const next = maySeeQueues.allows(c.actor).allowed ? c.at(`/praca/kolejki/${serviceId}`) : rulesAddress(c, serviceId);
    return redirect(next, t('rules.done'));
  },
});
export const keepRulesDraft = draftDoor<Context['params']>(rulesDoor, { check: (c) => getService(c.scope, c.params.serviceId) });

/** Shows how a rule is understood, without saving it. */
export const rulesTryDoor = centreDoor({
  method: 'POST',
  path: `${path}/sprawdz`,
  may: maySetRules,
  audit: audits('qualification.rule.read'),
  repeatable: 'shows how a rule is understood; the unsent text that it keeps is the last that was typed, however often',
  async handle(c) {
    const current = await getOfferRule(c.scope, c.params.serviceId);
    const read = readRuleForm(c.fields, current.conditions);
    if (!read.ok) return show(c, 422, { typed: c.fields, errors: read.errors, problems: read.problems });
    // What was looked at is what comes back, not what was typed before it.
    await saveDraft(c.scope, rulesAddress(c, c.params.serviceId), c.fields);
    return show(c, 200, {
      typed: c.fields,
      questions: questionsOn(read.value, current),
      understood: (await isShared(c.scope, c.params.serviceId)) ? current.conditions : read.value.conditions,
    });
  },
});
