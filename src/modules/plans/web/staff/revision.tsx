import { z } from 'zod';
import { audits } from '#platform/http/index.ts';
import { optionalText, text } from '#platform/http/fields.ts';
import { TextArea } from '#ui/index.ts';
import { mayWritePlans } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { getPlanFile, type PlanFile } from '../../usecases/planFile.ts';
import { dropRevision, revisePlan } from '../../usecases/writePlan.ts';
import { caseFormDoors } from './caseForm.tsx';

const t = planStaffTexts.in('pl');
const reviseSchema = z.object({ powod: text(5000) });
const dropSchema = z.object({ powod: optionalText(5000) });

/** A new version of the approved plan. */
export const revisionDoors = caseFormDoors<typeof reviseSchema, null>({
  path: '/plan/zmiana',
  may: mayWritePlans,
  reads: audits('plans.plan.read'),
  writes: audits('plans.plan.revised'),
  command: 'revisePlan',
  ofPlan: true,
  schema: reviseSchema,
  submit: t('revise.submit'),
  title: () => t('revise.title'),
  lead: () => t('revise.lead'),
  load: async () => null,
  initial: () => ({ powod: '' }),
  Fields: (form) => (
    <TextArea
      name="powod"
      label={t('revise.reason')}
      hint={t('revise.reasonHint')}
      rows={4}
      value={form.value('powod')}
      error={form.error('powod')}
    />
  ),
  recorded: (event) => (event.type === 'planRevised' ? { powod: event.data.reason } : undefined),
  act: (scope, caseId, version, value) => revisePlan(scope, caseId, version, value.powod),
  done: () => t('revise.done'),
  after: (caseId) => `/praca/sprawy/${caseId}/plan`,
});

/** An unfinished new version given up. */
export const dropDoors = caseFormDoors<typeof dropSchema, PlanFile>({
  path: '/plan/odstapienie',
  may: mayWritePlans,
  reads: audits('plans.plan.read'),
  writes: audits('plans.plan.revisionDropped'),
  command: 'dropRevision',
  ofPlan: true,
  danger: true,
  schema: dropSchema,
  submit: t('drop.submit'),
  title: () => t('drop.title'),
  lead: ({ latest }) => t('drop.lead', { version: latest.version }),
  load: (scope, view) => getPlanFile(scope, view.record.id),
  initial: () => ({ powod: '' }),
  Fields: (form) => (
    <TextArea name="powod" label={t('drop.note')} required={false} rows={3} value={form.value('powod')} error={form.error('powod')} />
  ),
  recorded: (event) => (event.type === 'revisionDropped' ? { powod: event.data.note ?? '' } : undefined),
  act: (scope, caseId, version, value) => dropRevision(scope, caseId, version, value.powod),
  done: () => t('drop.done'),
  after: (caseId) => `/praca/sprawy/${caseId}/plan`,
});
