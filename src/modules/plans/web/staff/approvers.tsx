import { z } from 'zod';
import { audits, centreDoor, page, readForm, redirect, type CentreContext, type FormFields } from '#platform/http/index.ts';
import { day, optionalDay, text, uuid } from '#platform/http/fields.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  DateField,
  EmptyState,
  errorOf,
  ErrorSummary,
  Form,
  FormActions,
  Heading,
  Lead,
  Paragraph,
  SelectField,
  Stack,
  Table,
  TextField,
  VisuallyHidden,
} from '#ui/index.ts';
import { findUserNames, listStaff } from '#modules/accounts/index.ts';
import { lawOn } from '#modules/law/index.ts';
import { mayAuthoriseApprovers } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { authoriseApprover, endAuthorisation, listApprovers } from '../../usecases/approvePlan.ts';
import { LawNote } from './casePage.tsx';
import { day as dayInWords, dayInField } from './inWords.ts';

const t = planStaffTexts.in('pl');
const path = '/praca/plany/upowaznienia';
const schema = z.object({ kto: uuid(), od: day(), do: optionalDay(), podstawa: text(300) });

interface Mistake {
  readonly field: string;
  readonly message: string;
}

async function approversPageOf(c: CentreContext, typed?: FormFields, errors: readonly Mistake[] = []) {
  const rows = await listApprovers(c.scope);
  const staff = await listStaff(c.scope, 'serviceOrganiser');
  const names = await findUserNames(
    c.scope,
    rows.map((row) => row.userId),
  );
  const law = await lawOn(c.scope, c.today);
  const approvers = law.find('planApprovers');
  const nameOf = (id: string) => names.get(id) ?? '–';
  const isRunning = (to: Temporal.PlainDate | null) => to === null || Temporal.PlainDate.compare(to, c.today) > 0;
  const f = (name: string, otherwise = '') => ({ name, value: typed?.get(name) ?? otherwise, error: errorOf(errors, name) });
  return (
    <StaffPage
      c={c}
      title={t('approvers.title')}
      crumbs={[{ label: t('list.title'), href: c.at('/praca/plany') }, { label: t('approvers.title') }]}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>{t('approvers.title')}</Heading>
      <Lead>{t('approvers.lead')}</Lead>
      <Stack gap="lg">
        <LawNote parameter={approvers} shown={Array.isArray(approvers?.value) ? approvers.value.join('; ') : ''} />
        <Table
          caption={t('approvers.caption')}
          empty={<EmptyState title={t('approvers.empty')} level={2} />}
          rows={rows}
          columns={[
            { key: 'who', label: t('approvers.who'), rowHeader: true, cell: (row) => nameOf(row.userId) },
            { key: 'from', label: t('approvers.from'), cell: (row) => dayInWords(row.validFrom) },
            { key: 'to', label: t('approvers.to'), cell: (row) => (row.validTo ? dayInWords(row.validTo) : t('approvers.noEnd')) },
            { key: 'basis', label: t('approvers.basis'), cell: (row) => row.basis },
            {
              key: 'end',
              label: t('approvers.end'),
              cell: (row) =>
                isRunning(row.validTo) && Temporal.PlainDate.compare(row.validFrom, c.today) <= 0 ? (
                  <Form action={c.at(`${path}/${row.id}/koniec`)} idempotencyKey={c.submissionKey()}>
                    <Button variant="tertiary">
                      {t('approvers.end')} <VisuallyHidden>{t('approvers.endNamed', { name: nameOf(row.userId) })}</VisuallyHidden>
                    </Button>
                  </Form>
                ) : (
                  '–'
                ),
            },
          ]}
        />
        <Card title={t('approvers.add')} level={2}>
          {staff.length === 0 ? (
            <Paragraph>{t('approvers.nobody')}</Paragraph>
          ) : (
            <Form action={c.at(path)} idempotencyKey={c.submissionKey()}>
              <SelectField
                {...f('kto')}
                label={t('approvers.who')}
                options={staff.map((each) => ({ value: each.userId, label: each.name }))}
              />
              <DateField {...f('od', dayInField(c.today))} label={t('approvers.from')} />
              <DateField {...f('do')} label={t('approvers.to')} hint={t('approvers.toHint')} required={false} />
              <TextField {...f('podstawa')} label={t('approvers.basis')} hint={t('approvers.basisHint')} />
              <FormActions>
                <Button>{t('approvers.submit')}</Button>
              </FormActions>
            </Form>
          )}
        </Card>
      </Stack>
    </StaffPage>
  );
}

export const approversPage = centreDoor({
  method: 'GET',
  path,
  may: mayAuthoriseApprovers,
  audit: audits('plans.approvers.read'),
  handle: async (c) => page(await approversPageOf(c)),
});

export const authoriseApproverDoor = centreDoor({
  method: 'POST',
  path,
  may: mayAuthoriseApprovers,
  audit: audits('plans.approver.authorised'),
  async handle(c) {
    const read = readForm(schema, c.fields);
    if (!read.ok) return page(await approversPageOf(c, c.fields, inWords('pl', read.errors)), 422);
    const { kto, od, do: to, podstawa } = read.value;
    const staff = await listStaff(c.scope, 'serviceOrganiser');
    const wrong = !staff.some((each) => each.userId === kto)
      ? { field: 'kto', code: 'choose-one' }
      : to && Temporal.PlainDate.compare(to, od) < 0
        ? { field: 'do', code: 'date-order' }
        : undefined;
    if (wrong) return page(await approversPageOf(c, c.fields, inWords('pl', [wrong])), 422);
    await authoriseApprover(c.scope, { userId: kto, validFrom: od, validTo: to, basis: podstawa });
    return redirect(c.at(path), t('approvers.done'));
  },
});

export const endApproverDoor = centreDoor({
  method: 'POST',
  path: `${path}/:authorisationId/koniec`,
  may: mayAuthoriseApprovers,
  audit: audits('plans.approver.ended'),
  async handle(c) {
    await endAuthorisation(c.scope, c.params.authorisationId);
    return redirect(c.at(path), t('approvers.ended'));
  },
});
