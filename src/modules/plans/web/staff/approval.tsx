import { z } from 'zod';
import { audits } from '#platform/http/index.ts';
import { choice, optionalText, wholeNumber } from '#platform/http/fields.ts';
import { Heading, Notice, Paragraph, RadioGroup } from '#ui/index.ts';
import { mayApprovePlans } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { approvePlan, returnPlan } from '../../usecases/approvePlan.ts';
import { getPlanFile, mayActorApprove, type PlanFile } from '../../usecases/planFile.ts';
import { PlanInWords } from '../planInWords.tsx';
import { caseFormDoors } from './caseForm.tsx';
import { noteField } from './noteField.tsx';
import { day } from './inWords.ts';

const t = planStaffTexts.in('pl');
const schema = z.object({ decyzja: choice(['tak', 'nie']), uwagi: optionalText(5000), rewizja: wholeNumber(1, 1_000_000) });
type Loaded = PlanFile & { readonly isAuthorised: boolean };

export const approvalDoors = caseFormDoors<typeof schema, Loaded>({
  path: '/plan/zatwierdzenie',
  may: mayApprovePlans,
  reads: audits('plans.plan.read'),
  writes: audits('plans.plan.approved'),
  command: 'approvePlan',
  ofPlan: true,
  schema,
  submit: t('approve.submit'),
  title: () => t('approve.title'),
  lead: () => t('approve.lead'),
  load: async (scope, view) => ({ ...(await getPlanFile(scope, view.record.id)), isAuthorised: await mayActorApprove(scope) }),
  initial: () => ({ decyzja: '', uwagi: '' }),
  seen: ({ latest }) => ({ rewizja: String(latest.revision) }),
  Fields: (form) => {
    const { agreement } = form.loaded.latest;
    return (
      <>
        {form.loaded.isAuthorised ? null : (
          <Notice tone="warning">
            <Paragraph>{t('approve.notAuthorised')}</Paragraph>
          </Notice>
        )}
        {agreement ? (
          <Paragraph>
            {t('approve.agreed', {
              date: day(agreement.agreedOn),
              who: t(`agree.${agreement.agreedBy}`),
              form: agreement.form === 'electronic' ? t('approve.online') : t(`agree.${agreement.form}`),
            })}
          </Paragraph>
        ) : null}
        <RadioGroup
          name="decyzja"
          label={t('approve.decision')}
          value={form.value('decyzja')}
          error={form.error('decyzja')}
          choices={[
            { value: 'tak', label: t('approve.yes') },
            { value: 'nie', label: t('approve.no') },
          ]}
        />
        {noteField(form, t('approve.note'), t('approve.noteHint'))}
      </>
    );
  },
  Below: ({ loaded }) => (
    <>
      <Heading level={2}>{t('overview.content')}</Heading>
      {loaded.latest.reason ? <Paragraph>{t('overview.reason', { reason: loaded.latest.reason })}</Paragraph> : null}
      <PlanInWords content={loaded.latest.content} lang="pl" level={3} />
    </>
  ),
  recorded: (event) =>
    event.type === 'planApproved'
      ? { decyzja: 'tak' }
      : event.type === 'planReturned'
        ? { decyzja: 'nie', uwagi: event.data.note }
        : undefined,
  act: (scope, caseId, version, value) => {
    const input = { revision: value.rewizja, note: value.uwagi };
    return value.decyzja === 'tak' ? approvePlan(scope, caseId, version, input) : returnPlan(scope, caseId, version, input);
  },
  fieldOf: ({ code }) => (code === 'note-missing' ? 'uwagi' : undefined),
  done: (value) => t(value.decyzja === 'tak' ? 'approve.doneYes' : 'approve.doneNo'),
  after: (caseId) => `/praca/sprawy/${caseId}/plan`,
});
