import { z } from 'zod';
import { audits, centreDoor, FormFields, page, readForm, redirect, type CentreContext, type FieldError } from '#platform/http/index.ts';
import { choice, optionalDay } from '#platform/http/fields.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import { Button, DateField, ErrorSummary, errorOf, Form, FormActions, Heading, Lead, LinkButton, RadioGroup } from '#ui/index.ts';
import { getCase, refusalInWords, type CaseView } from '#modules/cases/index.ts';
import { heldAt } from '../../domain/assessmentContent.ts';
import { mayRecordAssessment } from '../../policy.ts';
import { assessmentTexts } from '../../texts/index.ts';
import { startAssessment } from '../../usecases/assessments.ts';

const schema = z.object({ place: choice(heldAt), plannedOn: optionalDay() });
const t = assessmentTexts.in('pl');

interface Props {
  readonly c: CentreContext<{ readonly caseId: string }>;
  readonly view: CaseView;
  readonly typed: FormFields;
  readonly errors: readonly FieldError[];
  readonly refusals?: readonly string[];
}
function StartPage({ c, view, typed, errors, refusals = [] }: Props) {
  const base = `/praca/sprawy/${c.params.caseId}`;
  const said = [...inWords('pl', errors), ...refusals.map((message) => ({ field: 'place', message }))];
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(said, name) });
  return (
    <StaffPage
      c={c}
      title={t('start.title')}
      width="narrow"
      hasErrors={said.length > 0}
      crumbs={[
        { label: t('cases'), href: c.at('/praca/sprawy') },
        { label: view.record.number, href: c.at(base) },
        { label: t('start.title') },
      ]}
    >
      <ErrorSummary errors={said} />
      <Heading level={1} caption={view.record.number}>
        {t('start.title')}
      </Heading>
      <Lead>{t('start.lead')}</Lead>
      <Form action={c.at(`${base}/rozpoznanie/umow`)} idempotencyKey={c.submissionKey()} version={view.state.version}>
        <RadioGroup {...field('place')} label={t('start.place')} choices={heldAt.map((value) => ({ value, label: t(`place.${value}`) }))} />
        <DateField {...field('plannedOn')} label={t('start.plannedOn')} hint={t('start.plannedHint')} required={false} />
        <FormActions>
          <Button type="submit">{t('start.send')}</Button>
          <LinkButton variant="secondary" href={c.at(base)}>
            {t('start.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </StaffPage>
  );
}

async function viewOf(c: Props['c']): Promise<CaseView> {
  const view = await getCase(c.scope, c.params.caseId);
  c.concerns({ caseId: c.params.caseId, ...(view.record.personId && { personId: view.record.personId }) });
  return view;
}

export const startAssessmentPage = centreDoor({
  method: 'GET',
  path: '/praca/sprawy/:caseId/rozpoznanie/umow',
  may: mayRecordAssessment,
  audit: audits('assessment.meeting.opened'),
  handle: async (c) => page(<StartPage c={c} view={await viewOf(c)} typed={FormFields.from({})} errors={[]} />),
});

export const startAssessmentDoor = centreDoor({
  method: 'POST',
  path: '/praca/sprawy/:caseId/rozpoznanie/umow',
  may: mayRecordAssessment,
  audit: audits('assessment.meeting.agreed'),
  async handle(c) {
    const view = await viewOf(c);
    const form = readForm(schema, c.fields);
    if (!form.ok) return page(<StartPage c={c} view={view} typed={c.fields} errors={form.errors} />, 422);
    const version = Number(c.fields.get('_version')) || null;
    const started = await startAssessment(c.scope, { caseId: c.params.caseId, version, ...form.value });
    const said = () => (started.ok && started.value.isNowCoordinator ? t('start.doneAndYours') : t('start.done'));
    if (started.ok) return redirect(c.at(`/praca/sprawy/${c.params.caseId}`), said());
    const isConflict = started.refusal.some((each) => each.code === 'case-changed');
    const refusals = started.refusal.map((each) => refusalInWords(each));
    return page(<StartPage c={c} view={view} typed={c.fields} errors={[]} refusals={refusals} />, isConflict ? 409 : 422);
  },
});
