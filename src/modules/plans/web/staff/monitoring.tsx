import { z } from 'zod';
import { audits } from '#platform/http/index.ts';
import { choice, day, optionalDay, text, uuids } from '#platform/http/fields.ts';
import { CheckboxGroup, DateField, RadioGroup, TextArea } from '#ui/index.ts';
import { mayMonitor } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { listOwnCases, recordMonitoring, type OwnCase } from '../../usecases/followCase.ts';
import { caseFormDoors } from './caseForm.tsx';
import { dayInField } from './inWords.ts';

const t = planStaffTexts.in('pl');
const kinds = ['visit', 'phone', 'talk', 'provider'] as const;
const schema = z.object({ kiedy: day(), sposob: choice(kinds), tresc: text(5000), nastepnie: optionalDay(), takze: uuids() });

export const monitoringDoors = caseFormDoors<typeof schema, readonly OwnCase[]>({
  path: '/monitorowanie',
  may: mayMonitor,
  reads: audits('plans.monitoring.read'),
  writes: audits('plans.monitoring.recorded'),
  command: 'recordMonitoring',
  schema,
  submit: t('monitoring.submit'),
  title: () => t('monitoring.title'),
  lead: () => t('monitoring.lead'),
  load: (scope, view) => listOwnCases(scope, view.record.id),
  initial: (_cases, _view, today) => ({ kiedy: dayInField(today), sposob: '', tresc: '', nastepnie: '', takze: [] }),
  Fields: (form) => (
    <>
      <DateField name="kiedy" label={t('monitoring.on')} value={form.value('kiedy')} error={form.error('kiedy')} />
      <RadioGroup
        name="sposob"
        label={t('monitoring.kind')}
        value={form.value('sposob')}
        error={form.error('sposob')}
        choices={kinds.map((value) => ({ value, label: t(`monitoring.${value}`) }))}
      />
      <TextArea name="tresc" label={t('monitoring.note')} rows={6} limit={5000} value={form.value('tresc')} error={form.error('tresc')} />
      <DateField
        name="nastepnie"
        label={t('monitoring.next')}
        required={false}
        value={form.value('nastepnie')}
        error={form.error('nastepnie')}
      />
      {form.loaded.length > 0 ? (
        <CheckboxGroup
          name="takze"
          label={t('monitoring.also')}
          required={false}
          values={form.values('takze')}
          error={form.error('takze')}
          choices={form.loaded.map((each) => ({ value: each.caseId, label: each.name, hint: each.number }))}
        />
      ) : null}
    </>
  ),
  recorded: ({ type, data }) =>
    type === 'monitored'
      ? { kiedy: dayInField(data.on), sposob: data.kind, tresc: data.note, nastepnie: data.nextOn ? dayInField(data.nextOn) : '' }
      : undefined,
  problems: (value, cases) =>
    value.takze.every((id) => cases.some((each) => each.caseId === id)) ? [] : [{ field: 'takze', message: t('monitoring.also') }],
  act: (scope, caseId, version, value) =>
    recordMonitoring(scope, [caseId, ...value.takze], version, {
      on: value.kiedy,
      kind: value.sposob,
      note: value.tresc,
      nextOn: value.nastepnie,
    }),
  fieldOf: ({ code }) => (code === 'date-in-future' ? 'kiedy' : undefined),
  done: (value) => t('monitoring.done', { count: value.takze.length + 1 }),
});
