import { z } from 'zod';
import {
  audits,
  centreDoor,
  FormFields,
  NotFound,
  page,
  readForm,
  redirect,
  type CentreContext,
  type Reply,
} from '#platform/http/index.ts';
import { day } from '#platform/http/fields.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import { Button, DateField, ErrorSummary, errorOf, Form, FormActions, Heading, Lead, LinkButton, Notice, Paragraph } from '#ui/index.ts';
import { formatDate } from '#shared/polishDate.ts';
import { findService, getCase } from '#modules/cases/index.ts';
import { getService } from '#modules/catalogue/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { mayRecordDelivery } from '../../policy.ts';
import { qualificationTexts } from '../../texts/words.ts';
import { recordRefusalDelivery } from '../../usecases/refuseService.ts';
import { isConflict, reasonsInWords } from './refusals.ts';

type Context = CentreContext<{ readonly caseId: string; readonly serviceId: string }>;
const t = qualificationTexts.in('pl');
const path = '/praca/sprawy/:caseId/kwalifikacja/:serviceId/doreczenie';
const schema = z.object({ deliveredOn: day() });

async function show(
  c: Context,
  status: 200 | 409 | 422,
  errors: readonly { readonly field: string; readonly message: string }[] = [],
): Promise<Reply> {
  const { caseId, serviceId } = c.params;
  const { record, state } = await getCase(c.scope, caseId);
  const refusal = findService(state, serviceId)?.refusal;
  if (!refusal) throw new NotFound('refusal');
  c.concerns({ caseId, ...(record.personId && { personId: record.personId }) });
  const service = await getService(c.scope, serviceId);
  const law = await lawOn(c.scope, record.filedOn ?? c.today);
  const typed = status === 200 ? FormFields.from({}) : c.fields;
  return page(
    <StaffPage
      c={c}
      title={t('delivery.title')}
      width="narrow"
      hasErrors={errors.length > 0}
      crumbs={[
        { label: t('cases'), href: c.at('/praca/sprawy') },
        { label: record.number, href: c.at(`/praca/sprawy/${caseId}`) },
        { label: t('delivery.title') },
      ]}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={record.number}>
        {t('delivery.title')}
      </Heading>
      <Paragraph>
        {t('page.decision', { number: refusal.decisionNumber })}: {service.name}
      </Paragraph>
      <Lead>{t('delivery.lead', { days: law.values.appealDays })}</Lead>
      {refusal.deliveredOn ? (
        <Notice>{t('delivery.recorded', { date: formatDate(Temporal.PlainDate.from(refusal.deliveredOn)) })}</Notice>
      ) : null}
      <Form
        action={c.at(`/praca/sprawy/${caseId}/kwalifikacja/${serviceId}/doreczenie`)}
        idempotencyKey={c.submissionKey()}
        version={state.version}
      >
        <DateField
          name="deliveredOn"
          label={t('delivery.on')}
          hint={t('delivery.hint')}
          value={typed.get('deliveredOn')}
          error={errorOf(errors, 'deliveredOn')}
        />
        <FormActions>
          <Button type="submit">{t('delivery.send')}</Button>
          <LinkButton variant="secondary" href={c.at(`/praca/sprawy/${caseId}`)}>
            {t('page.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </StaffPage>,
    status,
  );
}

export const deliveryPageDoor = centreDoor({
  method: 'GET',
  path,
  may: mayRecordDelivery,
  audit: audits('qualification.delivery.opened'),
  handle: (c) => show(c, 200),
});

export const deliveryDoor = centreDoor({
  method: 'POST',
  path,
  may: mayRecordDelivery,
  audit: audits('qualification.refusal.delivered'),
  async handle(c) {
    const form = readForm(schema, c.fields);
    if (!form.ok) return show(c, 422, inWords('pl', form.errors));
    const version = Number(c.fields.get('_version')) || null;
    const done = await recordRefusalDelivery(c.scope, { ...c.params, version, ...form.value });
    if (!done.ok) {
      const errors = reasonsInWords(done.refusal).map((message) => ({ field: 'deliveredOn', message }));
      return show(c, isConflict(done.refusal) ? 409 : 422, errors);
    }
    c.concerns({ caseId: c.params.caseId, ...(done.value.personId && { personId: done.value.personId }) });
    const until = findService(done.value, c.params.serviceId)?.refusal?.appealUntil;
    return redirect(
      c.at(`/praca/sprawy/${c.params.caseId}`),
      t('delivery.done', { until: until ? formatDate(Temporal.PlainDate.from(until)) : '–' }),
    );
  },
});
