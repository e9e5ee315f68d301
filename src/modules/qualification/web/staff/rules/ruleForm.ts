import { z } from 'zod';
import { formatDate } from '#shared/polishDate.ts';
import { FormFields, readForm, type FieldError } from '#platform/http/index.ts';
import { optionalDay, optionalText } from '#platform/http/fields.ts';
import { keepIds, readRule, ruleWords, writeRule, type Condition, type RuleProblem } from '#modules/eligibility/index.ts';
import type { OfferRule } from '../../../domain/offerRule.ts';
import { qualificationTexts } from '../../../texts/words.ts';

const t = qualificationTexts.in('pl');

const schema = z.object({
  limit: z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, 'not-a-number')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(z.number().max(100_000, 'too-big').nullable()),
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
