import { z } from 'zod';
import { audits } from '#platform/http/index.ts';
import { choice, day, optionalText } from '#platform/http/fields.ts';
import { DateField, Notice, Paragraph, RadioGroup } from '#ui/index.ts';
import { findAssessment } from '#modules/assessment/index.ts';
import type { LawOnDay } from '#modules/law/index.ts';
import { isPlanObligatory } from '../../domain/planDuty.ts';
import { mayDecideCoordination } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { decideCoordination } from '../../usecases/decideCoordination.ts';
import { lawOfCase } from '../../usecases/planFile.ts';
import { caseFormDoors } from './caseForm.tsx';
import { noteField } from './noteField.tsx';
import { LawNote } from './casePage.tsx';
import { day as dayInWords, dayInField } from './inWords.ts';

const t = planStaffTexts.in('pl');
interface Loaded {
  readonly law: LawOnDay;
  /** What the assessment recommends; null when it recommends none. */
  readonly recommended: { readonly from: string; readonly to: string; readonly withPlan: boolean } | null;
}
const schema = z.object({ od: day(), do: day(), plan: choice(['tak', 'nie']), uwagi: optionalText(5000) });

function Explanation({ from, to, law }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate; readonly law: LawOnDay }) {
  if (Temporal.PlainDate.compare(from, to) > 0) return null;
  const isObligatory = isPlanObligatory({ from: from.toString(), to: to.toString() }, law.values);
  const values = { from: dayInWords(from), to: dayInWords(to), months: law.values.coordinationMonths };
  return (
    <Notice tone={isObligatory ? 'warning' : 'info'}>
      <Paragraph>{t(isObligatory ? 'coordination.obligatory' : 'coordination.voluntary', values)}</Paragraph>
    </Notice>
  );
}

export const coordinationDoors = caseFormDoors<typeof schema, Loaded>({
  path: '/koordynacja',
  may: mayDecideCoordination,
  reads: audits('plans.coordination.read'),
  writes: audits('plans.coordination.decided'),
  command: 'decideCoordination',
  schema,
  submit: t('coordination.submit'),
  check: t('coordination.check'),
  title: () => t('coordination.title'),
  lead: () => t('coordination.lead'),
  load: async (scope, view) => ({
    law: await lawOfCase(scope, view),
    recommended: (await findAssessment(scope, view.record.id))?.content.coordination ?? null,
  }),
  initial: ({ recommended }, { state }, today) => {
    const known = state.coordination ?? recommended;
    return {
      od: dayInField(known?.from ?? today),
      do: known ? dayInField(known.to) : '',
      plan: known ? (known.withPlan ? 'tak' : 'nie') : '',
      uwagi: state.coordination?.note ?? '',
    };
  },
  Fields: (form) => (
    <>
      <DateField name="od" label={t('coordination.from')} value={form.value('od')} error={form.error('od')} />
      <DateField name="do" label={t('coordination.to')} value={form.value('do')} error={form.error('do')} />
      <LawNote parameter={form.loaded.law.find('coordinationMonths')} />
      <RadioGroup
        name="plan"
        label={t('coordination.withPlan')}
        hint={t('coordination.rule', { months: form.loaded.law.values.coordinationMonths })}
        value={form.value('plan')}
        error={form.error('plan')}
        choices={[
          { value: 'tak', label: t('coordination.yes') },
          { value: 'nie', label: t('coordination.no') },
        ]}
      />
      {noteField(form, t('coordination.note'))}
    </>
  ),
  recorded: (event) =>
    event.type === 'coordinationDecided'
      ? {
          od: dayInField(event.data.from),
          do: dayInField(event.data.to),
          plan: event.data.withPlan ? 'tak' : 'nie',
          uwagi: event.data.note ?? '',
        }
      : undefined,
  preview: (value, { law }) => <Explanation from={value.od} to={value.do} law={law} />,
  act: (scope, caseId, version, value) =>
    decideCoordination(scope, caseId, version, { from: value.od, to: value.do, withPlan: value.plan === 'tak', note: value.uwagi }),
  fieldOf: ({ code }) => (code === 'plan-obligatory' ? 'plan' : code === 'dates-reversed' ? 'do' : undefined),
  done: () => t('coordination.done'),
});
