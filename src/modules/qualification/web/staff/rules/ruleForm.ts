import { z } from 'zod';
import { formatDate } from '#shared/polishDate.ts';
import { FormFields, readForm, type FieldError } from '#platform/http/index.ts';
import { optionalDay, optionalText } from '#platform/http/fields.ts';
import { keepIds, listAgeDoubts, readRule, ruleWords, writeRule, type Condition, type RuleProblem } from '#modules/eligibility/index.ts';
import type { OfferRule } from '../../../domain/offerRule.ts';
import { qualificationTexts } from '../../../texts/words.ts';

const t = qualificationTexts.in('pl');

const schema = z.object({
  limit: z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, 'limit')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(z.number().max(100_000, 'limit').nullable()),
  from: optionalDay(),
  to: optionalDay(),
  programme: optionalText(300),
  resolution: optionalText(300),
  source: optionalText(1000),
  rule: z.string().max(20_000, 'too-long'),
});

export type RuleFields = Omit<OfferRule, 'serviceId' | 'version'>;
export type ReadRuleForm =
  | { readonly ok: true; readonly value: RuleFields }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly problems: readonly RuleProblem[] };

/** What was typed as a rule; conditions that stand already keep their ids, and with them what staff settled about them. */
export function readRuleForm(fields: FormFields, current: readonly Condition[]): ReadRuleForm {
  const form = readForm(schema, fields);
  const { conditions, problems } = readRule(fields.get('rule'), ruleWords);
  if (!form.ok) return { ok: false, errors: form.errors, problems };
  const { limit, from, to, programme, resolution, source } = form.value;
  const errors = from && to && Temporal.PlainDate.compare(to, from) < 0 ? [{ field: 'to', code: 'date-order' }] : [];
  if (errors.length > 0 || problems.length > 0) return { ok: false, errors, problems };
  return {
    ok: true,
    value: {
      conditions: keepIds(conditions, current, ruleWords),
      placeLimit: limit,
      inForceFrom: from?.toString() ?? null,
      inForceTo: to?.toString() ?? null,
      programme,
      resolution,
      source,
    },
  };
}

const written = (iso: string | null) => (iso === null ? '' : formatDate(Temporal.PlainDate.from(iso)));
/** A rule as its form shows it. */
export const typedOf = (rule: OfferRule): FormFields =>
  FormFields.from({
    limit: rule.placeLimit === null ? '' : String(rule.placeLimit),
    from: written(rule.inForceFrom),
    to: written(rule.inForceTo),
    programme: rule.programme,
    resolution: rule.resolution,
    source: rule.source,
    rule: writeRule(rule.conditions, ruleWords),
  });

/** What is wrong with a line of the rule, and what would be understood. */
export function problemInWords({ line, column, code, found, hint }: RuleProblem): string {
  const said = t(`ruleProblem.${code}`, { line, column, found: found.slice(0, 80) });
  return hint === null ? said : `${said} ${t('ruleProblem.hint', { hint })}`;
}

/** What looks like a slip in a rule that is otherwise understood: its author is asked once before it is saved. `key` names the question. */
export function questionsOn(
  { conditions, placeLimit }: RuleFields,
  before: OfferRule,
): readonly { readonly key: string; readonly text: string }[] {
  const bounds = (from: number | null, to: number | null) =>
    [from === null ? '' : t('rules.boundFrom', { years: inPolish(from) }), to === null ? '' : t('rules.boundTo', { years: inPolish(to) })]
      .filter(Boolean)
      .join(' ') || t('rules.boundNone');
  const ages = listAgeDoubts(conditions).map((doubt) => ({
    key: `age-${doubt.group}-${doubt.from ?? ''}-${doubt.to ?? ''}`,
    text: t('rules.askGroupAge', {
      group: ruleWords.targetGroups[doubt.group] ?? doubt.group,
      bounds: bounds(doubt.from, doubt.to),
      groupBounds: bounds(doubt.groupFrom, doubt.groupTo),
    }),
  }));
  return [...(placeLimit === 0 && before.placeLimit !== 0 ? [{ key: 'no-places', text: t('rules.askNoPlaces') }] : []), ...ages];
}
const inPolish = (value: number) => String(value).replace('.', ',');
/** The questions as the box that answers all of them sends them. */
export const keyOf = (questions: readonly { readonly key: string }[]): string => questions.map(({ key }) => key).join(' ');
