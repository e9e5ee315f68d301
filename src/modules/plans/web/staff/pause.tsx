import { z } from 'zod';
import { audits } from '#platform/http/index.ts';
import { choice, day, optionalDay, optionalText } from '#platform/http/fields.ts';
import { DateField, RadioGroup } from '#ui/index.ts';
import { mayMonitor } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { resumeCase, suspendCase } from '../../usecases/followCase.ts';
import { caseFormDoors } from './caseForm.tsx';
import { noteField } from './noteField.tsx';
import { dayInField } from './inWords.ts';

const t = planStaffTexts.in('pl');
const reasons = ['hospital', 'absence', 'providerGap', 'personAsked', 'other'] as const;
const suspensionSchema = z.object({ powod: choice(reasons), od: day(), do: optionalDay(), uwagi: optionalText(5000) });
const resumptionSchema = z.object({ od: day(), uwagi: optionalText(5000) });

export const suspensionDoors = caseFormDoors<typeof suspensionSchema, null>({
  path: '/przerwa',
  may: mayMonitor,
  reads: audits('plans.suspension.read'),
  writes: audits('plans.suspension.recorded'),
  command: 'suspend',
  schema: suspensionSchema,
  submit: t('suspension.submit'),
  title: () => t('suspension.title'),
  lead: () => t('suspension.lead'),
  load: async () => null,
  initial: (_none, _view, today) => ({ powod: '', od: dayInField(today), do: '', uwagi: '' }),
  Fields: (form) => (
    <>
      <RadioGroup
        name="powod"
        label={t('suspension.reason')}
        value={form.value('powod')}
        error={form.error('powod')}
        choices={reasons.map((value) => ({ value, label: t(`suspension.${value}`) }))}
      />
      <DateField name="od" label={t('suspension.from')} value={form.value('od')} error={form.error('od')} />
      <DateField
        name="do"
        label={t('suspension.to')}
        hint={t('suspension.toHint')}
        required={false}
        value={form.value('do')}
        error={form.error('do')}
      />
      {noteField(form, t('suspension.note'))}
    </>
  ),
  recorded: (event) =>
    event.type === 'suspended'
      ? {
          powod: event.data.reason,
          od: dayInField(event.data.from),
          do: event.data.to ? dayInField(event.data.to) : '',
          uwagi: event.data.note ?? '',
        }
      : undefined,
  act: (scope, caseId, version, value) =>
    suspendCase(scope, caseId, version, { reason: value.powod, from: value.od, to: value.do, note: value.uwagi }),
  fieldOf: ({ code }) => (code === 'dates-reversed' ? 'do' : undefined),
  done: () => t('suspension.done'),
});

export const resumptionDoors = caseFormDoors<typeof resumptionSchema, null>({
  path: '/wznowienie',
  may: mayMonitor,
  reads: audits('plans.suspension.read'),
  writes: audits('plans.suspension.ended'),
  command: 'resume',
  schema: resumptionSchema,
  submit: t('resumption.submit'),
  title: () => t('resumption.title'),
  lead: () => t('resumption.lead'),
  load: async () => null,
  initial: (_none, _view, today) => ({ od: dayInField(today), uwagi: '' }),
  Fields: (form) => (
    <>
      <DateField name="od" label={t('resumption.on')} value={form.value('od')} error={form.error('od')} />
      {noteField(form, t('resumption.note'))}
    </>
  ),
  recorded: (event) => (event.type === 'resumed' ? { od: dayInField(event.data.on), uwagi: event.data.note ?? '' } : undefined),
  act: (scope, caseId, version, value) => resumeCase(scope, caseId, version, { on: value.od, note: value.uwagi }),
  fieldOf: ({ code }) => (code === 'date-in-future' || code === 'date-before' ? 'od' : undefined),
  done: () => t('resumption.done'),
});
