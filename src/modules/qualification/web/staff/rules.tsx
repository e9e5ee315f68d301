import { z } from 'zod';
import {
  audits,
  centreDoor,
  draftAddress,
  draftDoor,
  findDraft,
  FormFields,
  page,
  readForm,
  redirect,
  versionSeen,
  type CentreContext,
  type FieldError,
  type Reply,
} from '#platform/http/index.ts';
import { optionalDay, optionalText } from '#platform/http/fields.ts';
import { inWords, RestoredDraft, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  CheckboxGroup,
  ConflictNotice,
  DateField,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  NumberField,
  Paragraph,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { getService } from '#modules/catalogue/index.ts';
import { conditionInWords, type Condition } from '#modules/eligibility/index.ts';
import type { OfferRule } from '../../domain/offerRule.ts';
import { maySetRules } from '../../policy.ts';
import { qualificationTexts } from '../../texts/words.ts';
import { getOfferRule, setOfferRule } from '../../usecases/rules.ts';

type Context = CentreContext<{ readonly serviceId: string }>;
const t = qualificationTexts.in('pl');
const path = '/praca/kolejki/:serviceId/zasady';
const optionalNumber = (max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, 'not-a-number')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(z.number().max(max, 'too-big').nullable());
const schema = z.object({
  limit: optionalNumber(100_000),
  from: optionalDay(),
  to: optionalDay(),
  programme: optionalText(300),
  resolution: optionalText(300),
  source: optionalText(1000),
  keep: z.array(z.string()).max(100, 'too-many'),
  minAge: optionalNumber(130),
  maxAge: optionalNumber(130),
  add: optionalText(4000),
});
const written = (iso: string | null) => (iso === null ? '' : formatDate(Temporal.PlainDate.from(iso)));
const typedOf = (rule: OfferRule) =>
  FormFields.from({
    limit: rule.placeLimit === null ? '' : String(rule.placeLimit),
    from: written(rule.inForceFrom),
    to: written(rule.inForceTo),
    programme: rule.programme,
    resolution: rule.resolution,
    source: rule.source,
    keep: rule.conditions.map((condition) => condition.id),
  });

/** The conditions after the form: those kept, and the new ones under ids of their own. */
function conditionsOf(rule: OfferRule, value: z.output<typeof schema>): Condition[] {
  const kept = rule.conditions.filter((condition) => value.keep.includes(condition.id));
  const used = new Set(rule.conditions.map((condition) => condition.id));
  const fresh = (stem: string) => {
    let number = 1;
    while (used.has(`${stem}${number}`)) number += 1;
    used.add(`${stem}${number}`);
    return `${stem}${number}`;
  };
  const lines = (value.add ?? '').split('\n').flatMap((line) => line.trim() || []);
  return [
    ...kept,
    ...(value.minAge === null ? [] : [{ id: fresh('age'), kind: 'ageAtLeast', years: value.minAge } as const]),
    ...(value.maxAge === null ? [] : [{ id: fresh('age'), kind: 'ageAtMost', years: value.maxAge } as const]),
    ...lines.map((line) => ({ id: fresh('own'), kind: 'inWords', text: line }) as const),
  ];
}

interface Shown {
  readonly status: 200 | 409 | 422;
  readonly typed?: FormFields;
  readonly errors?: readonly FieldError[];
  readonly newer?: OfferRule;
}
async function show(c: Context, { status, typed, errors = [], newer }: Shown): Promise<Reply> {
  const { serviceId } = c.params;
  const service = await getService(c.scope, serviceId);
  const rule = newer ?? (await getOfferRule(c.scope, serviceId));
  const here = c.at(`/praca/kolejki/${serviceId}/zasady`);
  const draft = typed ? undefined : await findDraft(c.scope, here);
  const shown = typed ?? draft?.typed ?? typedOf(rule);
  // The form goes on from what its author saw, until they were told of newer rules.
  const version = newer || !(typed ?? draft) ? rule.version : versionSeen(shown);
  const theirs = typedOf(rule);
  const said = inWords('pl', errors);
  const field = (name: string) => ({ name, value: shown.get(name), error: errorOf(said, name), required: false });
  const compared = [
    ['limit', t('rules.limit')],
    ['from', t('rules.from')],
    ['to', t('rules.to')],
    ['programme', t('rules.programme')],
    ['resolution', t('rules.resolution')],
    ['source', t('rules.source')],
  ] as const;
  return page(
    <StaffPage
      c={c}
      title={t('rules.title', { service: service.name })}
      width="narrow"
      hasErrors={said.length > 0}
      crumbs={[
        { label: t('queues.title'), href: c.at('/praca/kolejki') },
        { label: service.name, href: c.at(`/praca/kolejki/${serviceId}`) },
        { label: t('queues.rules') },
      ]}
    >
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('rules.title', { service: service.name })}</Heading>
      <Lead>{t('rules.lead')}</Lead>
      <Paragraph muted>{rule.version === 0 ? t('rules.fromCard') : t('rules.version', { version: rule.version })}</Paragraph>
      {newer ? (
        <ConflictNotice fields={compared.map(([name, label]) => ({ label, mine: shown.get(name), theirs: theirs.get(name) }))} />
      ) : null}
      <RestoredDraft c={c} draft={draft} />
      <Form action={here} idempotencyKey={c.submissionKey()} version={version} autosave={draftAddress(here)}>
        <NumberField {...field('limit')} label={t('rules.limit')} hint={t('rules.limitHint')} width="short" />
        <DateField {...field('from')} label={t('rules.from')} />
        <DateField {...field('to')} label={t('rules.to')} />
        <TextField {...field('programme')} label={t('rules.programme')} maxlength={300} />
        <TextField {...field('resolution')} label={t('rules.resolution')} maxlength={300} />
        <TextField {...field('source')} label={t('rules.source')} hint={t('rules.sourceHint')} maxlength={1000} />
        {rule.conditions.length > 0 ? (
          <CheckboxGroup
            name="keep"
            label={t('rules.keep')}
            hint={t('rules.keepHint')}
            required={false}
            values={shown.all('keep')}
            choices={rule.conditions.map((condition) => ({
              value: condition.id,
              label: conditionInWords(condition),
              hint: t(`howChecked.${['residesInArea', 'ageAtLeast', 'ageAtMost'].includes(condition.kind) ? 'data' : 'staff'}`),
            }))}
          />
        ) : null}
        <NumberField {...field('minAge')} label={t('rules.minAge')} width="short" />
        <NumberField {...field('maxAge')} label={t('rules.maxAge')} width="short" />
        <TextArea {...field('add')} label={t('rules.add')} hint={t('rules.addHint')} rows={4} limit={4000} />
        <FormActions>
          <Button type="submit">{t('rules.send')}</Button>
        </FormActions>
      </Form>
    </StaffPage>,
    status,
  );
}

export const rulesPageDoor = centreDoor({
  method: 'GET',
  path,
  may: maySetRules,
  audit: audits('qualification.rule.read'),
  handle: (c) => show(c, { status: 200 }),
});

export const rulesDoor = centreDoor({
  method: 'POST',
  path,
  may: maySetRules,
  audit: audits('qualification.rule.changed'),
  keepsDraft: true,
  async handle(c) {
    const { serviceId } = c.params;
    const form = readForm(schema, c.fields);
    if (!form.ok) return show(c, { status: 422, typed: c.fields, errors: form.errors });
    const { limit, from, to, programme, resolution, source } = form.value;
    if (from && to && Temporal.PlainDate.compare(to, from) < 0)
      return show(c, { status: 422, typed: c.fields, errors: [{ field: 'to', code: 'date-order' }] });
    const current = await getOfferRule(c.scope, serviceId);
    const done = await setOfferRule(c.scope, {
      serviceId,
      version: Number(c.fields.get('_version')) || 0,
      conditions: conditionsOf(current, form.value),
      placeLimit: limit,
      inForceFrom: from?.toString() ?? null,
      inForceTo: to?.toString() ?? null,
      programme,
      resolution,
      source,
    });
    if (!done.ok) return show(c, { status: 409, typed: c.fields, newer: done.refusal[0].newer });
    return redirect(c.at(`/praca/kolejki/${serviceId}`), t('rules.done'));
  },
});

export const keepRulesDraft = draftDoor<Context['params']>(rulesDoor, { check: (c) => getService(c.scope, c.params.serviceId) });
