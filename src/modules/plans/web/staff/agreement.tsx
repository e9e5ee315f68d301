import { z } from 'zod';
import { audits } from '#platform/http/index.ts';
import { choice, day, optionalText, wholeNumber } from '#platform/http/fields.ts';
import { DateField, Heading, Notice, Paragraph, RadioGroup, TextArea, TextField } from '#ui/index.ts';
import { mayWritePlans } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { answerPlan } from '../../usecases/agreeOnPlan.ts';
import { getPlanFile, type PlanFile } from '../../usecases/planFile.ts';
import { PlanInWords } from '../planInWords.tsx';
import { caseFormDoors } from './caseForm.tsx';
import { dayInField } from './inWords.ts';

const t = planStaffTexts.in('pl');
const sayers = ['self', 'statutoryRepresentative', 'actualCarer'] as const;
const schema = z.object({
  odpowiedz: choice(['zgoda', 'uwagi']),
  kiedy: day(),
  sposob: choice(['signature', 'spoken']),
  kto: choice(sayers),
  imie: optionalText(200),
  tresc: optionalText(5000),
  rewizja: wholeNumber(1, 1_000_000),
});

/** What the resident said about the draft or the agreed plan, written down by the coordinator. */
export const agreementDoors = caseFormDoors<typeof schema, PlanFile>({
  path: '/plan/uzgodnienie',
  may: mayWritePlans,
  reads: audits('plans.plan.read'),
  writes: audits('plans.plan.answered'),
  command: 'declinePlan',
  ofPlan: true,
  schema,
  submit: t('agree.submit'),
  title: () => t('agree.title'),
  lead: () => t('agree.lead'),
  load: (scope, view) => getPlanFile(scope, view.record.id),
  initial: ({ view }, _view, today) => ({
    odpowiedz: '',
    kiedy: dayInField(today),
    sposob: '',
    kto: view.state.application?.applicantType ?? 'self',
    imie: '',
    tresc: '',
  }),
  seen: ({ latest }) => ({ rewizja: String(latest.revision) }),
  Fields: (form) => (
    <>
      {form.loaded.issues.length > 0 ? (
        <Notice tone="warning">
          <Paragraph>{t('agree.incomplete')}</Paragraph>
        </Notice>
      ) : null}
      <RadioGroup
        name="odpowiedz"
        label={t('agree.answer')}
        value={form.value('odpowiedz')}
        error={form.error('odpowiedz')}
        choices={[
          { value: 'zgoda', label: t('agree.yes') },
          { value: 'uwagi', label: t('agree.no') },
        ]}
      />
      <TextArea
        name="tresc"
        label={t('agree.note')}
        hint={t('agree.noteHint')}
        required={false}
        rows={3}
        value={form.value('tresc')}
        error={form.error('tresc')}
      />
      <DateField name="kiedy" label={t('agree.on')} value={form.value('kiedy')} error={form.error('kiedy')} />
      <RadioGroup
        name="sposob"
        label={t('agree.form')}
        value={form.value('sposob')}
        error={form.error('sposob')}
        choices={(['signature', 'spoken'] as const).map((value) => ({ value, label: t(`agree.${value}`) }))}
      />
      <RadioGroup
        name="kto"
        label={t('agree.by')}
        value={form.value('kto')}
        error={form.error('kto')}
        choices={sayers.map((value) => ({ value, label: t(`agree.${value}`) }))}
      />
      <TextField
        name="imie"
        label={t('agree.name')}
        hint={t('agree.nameHint')}
        required={false}
        value={form.value('imie')}
        error={form.error('imie')}
      />
    </>
  ),
  Below: ({ loaded }) => (
    <>
      <Heading level={2}>{t('overview.content')}</Heading>
      <PlanInWords content={loaded.latest.content} lang="pl" level={3} />
    </>
  ),
  recorded: (event) =>
    event.type === 'planAgreed'
      ? { odpowiedz: 'zgoda', kiedy: dayInField(event.data.agreedOn), kto: event.data.agreedBy }
      : event.type === 'planNotAgreed'
        ? { odpowiedz: 'uwagi', tresc: event.data.note ?? '' }
        : undefined,
  act: (scope, caseId, version, value) =>
    answerPlan(scope, caseId, version, {
      revision: value.rewizja,
      isAgreed: value.odpowiedz === 'zgoda',
      on: value.kiedy,
      by: value.kto,
      byName: value.imie,
      form: value.sposob,
      note: value.tresc,
    }),
  fieldOf: ({ code }) =>
    code === 'name-missing' ? 'imie' : code === 'note-missing' ? 'tresc' : code === 'date-in-future' ? 'kiedy' : undefined,
  done: (value) => t(value.odpowiedz === 'zgoda' ? 'agree.doneYes' : 'agree.doneNo'),
  after: (caseId) => `/praca/sprawy/${caseId}/plan`,
});
