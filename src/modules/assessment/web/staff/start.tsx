import { z } from 'zod';
import { audits, centreDoor, FormFields, page, readForm, redirect, type CentreContext, type FieldError } from '#platform/http/index.ts';
import { choice, optionalDay, optionalHour, optionalText } from '#platform/http/fields.ts';
import { formatShortDate } from '#shared/polishDate.ts';
import { inWords, StaffPage } from '#platform/html/index.ts';
import {
  Button,
  DateField,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  LinkButton,
  Notice,
  RadioGroup,
  TextField,
} from '#ui/index.ts';
import { getCase, refusalInWords, type CaseView } from '#modules/cases/index.ts';
import { heldAt } from '../../domain/assessmentContent.ts';
import { mayRecordAssessment } from '../../policy.ts';
import { assessmentTexts } from '../../texts/index.ts';
import { startAssessment } from '../../usecases/assessments.ts';

const schema = z.object({ place: choice(heldAt), plannedOn: optionalDay(), plannedAt: optionalHour(), where: optionalText(500) });
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
  const { meeting, assessment } = view.state;
  const said = [
    ...inWords('pl', errors, (_, code) => (isOwnMistake(code) ? t(`start.${code}`) : undefined)),
    ...refusals.map((message) => ({ field: 'place', message })),
  ];
  const title = t(meeting ? 'start.change' : 'start.title');
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(said, name) });
  return (
    <StaffPage
      c={c}
      title={title}
      width="narrow"
      hasErrors={said.length > 0}
      crumbs={[{ label: t('cases'), href: c.at('/praca/sprawy') }, { label: view.record.number, href: c.at(base) }, { label: title }]}
    >
      <ErrorSummary errors={said} />
      <Heading level={1} caption={view.record.number}>
        {title}
      </Heading>
      {assessment ? <Notice tone="info">{t('start.held')}</Notice> : null}
      <Lead>{t('start.lead')}</Lead>
      <Form action={c.at(`${base}/rozpoznanie/umow`)} idempotencyKey={c.submissionKey()} version={view.state.version}>
        <RadioGroup {...field('place')} label={t('start.place')} choices={heldAt.map((value) => ({ value, label: t(`place.${value}`) }))} />
        <DateField {...field('plannedOn')} label={t('start.plannedOn')} hint={t('start.plannedHint')} required={false} />
        <TextField
          {...field('plannedAt')}
          label={t('start.plannedAt')}
          hint={t('start.plannedAtHint')}
          width="short"
          maxlength={5}
          required={false}
        />
        <TextField {...field('where')} label={t('start.where')} hint={t('start.whereHint')} maxlength={500} required={false} />
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

const ownMistakes = ['dayPast', 'hourPast', 'hourNeedsDay'] as const;
type OwnMistake = (typeof ownMistakes)[number];
const isOwnMistake = (code: string): code is OwnMistake => ownMistakes.some((each) => each === code);

/** What is wrong with the day and the hour of a talk, seen now in Poland. */
function findWrongTime({ plannedOn, plannedAt }: z.output<typeof schema>, today: Temporal.PlainDate, now: Temporal.Instant): FieldError[] {
  const wrong = (field: 'plannedOn' | 'plannedAt', code: OwnMistake): FieldError[] => [{ field, code }];
  if (plannedOn === null) return plannedAt === null ? [] : wrong('plannedOn', 'hourNeedsDay');
  const ahead = Temporal.PlainDate.compare(plannedOn, today);
  if (ahead < 0) return wrong('plannedOn', 'dayPast');
  const isOver =
    ahead === 0 && plannedAt !== null && plannedAt < now.toZonedDateTimeISO('Europe/Warsaw').toPlainTime().toString().slice(0, 5);
  return isOver ? wrong('plannedAt', 'hourPast') : [];
}

/** The form as the talk is agreed on now; empty before. */
function typedOf({ state: { meeting } }: CaseView): FormFields {
  if (!meeting) return FormFields.from({});
  const { place, plannedOn, plannedAt = null, where = null } = meeting;
  const day = plannedOn && formatShortDate(Temporal.PlainDate.from(plannedOn));
  return FormFields.from({ place, plannedOn: day, plannedAt: plannedAt && plannedAt.replace(/^0/, ''), where });
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
  async handle(c) {
    const view = await viewOf(c);
    return page(<StartPage c={c} view={view} typed={typedOf(view)} errors={[]} />);
  },
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
    const wrong = findWrongTime(form.value, c.today, c.scope.now);
    if (wrong.length > 0) return page(<StartPage c={c} view={view} typed={c.fields} errors={wrong} />, 422);
    const version = Number(c.fields.get('_version')) || null;
    const started = await startAssessment(c.scope, { caseId: c.params.caseId, version, ...form.value });
    const isNow = started.ok && started.value.isNowCoordinator;
    const said = () => t(isNow ? 'start.doneAndYours' : view.state.meeting ? 'start.changed' : 'start.done');
    if (started.ok) return redirect(c.at(`/praca/sprawy/${c.params.caseId}`), said());
    const isConflict = started.refusal.some((each) => each.code === 'case-changed');
    const refusals = started.refusal.map((each) => refusalInWords(each));
    return page(<StartPage c={c} view={view} typed={c.fields} errors={[]} refusals={refusals} />, isConflict ? 409 : 422);
  },
});
