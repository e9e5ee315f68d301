import { z } from 'zod';
import { FormFields, readForm, type FieldError, type FormResult } from '#platform/http/index.ts';
import { choice, day, optionalChoice, optionalDay, optionalText, text } from '#platform/http/fields.ts';
import { formatDate } from '#shared/polishDate.ts';
import {
  advices,
  heldAt,
  type Assessment,
  type AssessmentContent,
  type Finding,
  type SensitiveContent,
} from '../../domain/assessmentContent.ts';
import type { Edition } from '../../lifeAreas.ts';

export const scores = ['0', '1', '2', '3', '4', 'none'] as const;
const general = z.object({
  heldOn: day(),
  place: choice(heldAt),
  present: optionalText(500),
  resources: optionalText(5000),
  risks: z.array(z.string()).max(100, 'too-many'),
  riskNote: optionalText(5000),
  wishes: text(5000),
  coordination: choice(['yes', 'no']),
  from: optionalDay(),
  to: optionalDay(),
  withPlan: optionalChoice(['yes', 'no']),
  summary: optionalText(5000),
});

export interface AssessmentValue {
  readonly heldOn: Temporal.PlainDate;
  readonly content: AssessmentContent;
  readonly sensitive: SensitiveContent;
}
/** What the form asks about, beside its fixed questions. */
export interface Questions {
  readonly edition: Edition;
  readonly serviceIds: readonly string[];
  readonly today: Temporal.PlainDate;
}

const eachOf = <Field extends z.ZodType>(prefix: string, keys: readonly string[], field: Field): z.ZodObject<Record<string, Field>> =>
  z.object(Object.fromEntries(keys.map((key) => [prefix + key, field])));

/** Reads the typed form; all errors at once. */
export function readAssessment(fields: FormFields, { edition, serviceIds, today }: Questions): FormResult<AssessmentValue> {
  const keys = edition.areas.map((area) => area.key);
  const fixed = readForm(general, fields);
  const scored = readForm(eachOf('area-', keys, choice(scores)), fields);
  const areaNotes = readForm(eachOf('note-', keys, optionalText(2000)), fields);
  const advised = readForm(eachOf('advice-', serviceIds, choice(advices)), fields);
  const adviceNotes = readForm(eachOf('adviceNote-', serviceIds, optionalText(2000)), fields);
  const errors: FieldError[] = [fixed, scored, areaNotes, advised, adviceNotes].flatMap((each) => (each.ok ? [] : [...each.errors]));
  if (fixed.ok) errors.push(...datesWrong(fixed.value, today));
  if (errors.length > 0 || !fixed.ok || !scored.ok || !areaNotes.ok || !advised.ok || !adviceNotes.ok) {
    return { ok: false, errors, typed: fields };
  }
  const found = (sensitive: boolean): Record<string, Finding> =>
    Object.fromEntries(
      edition.areas
        .filter((area) => area.sensitive === sensitive)
        .map(({ key }) => {
          const score = scored.value[`area-${key}`] ?? 'none';
          return [key, { score: score === 'none' ? null : Number(score), note: areaNotes.value[`note-${key}`] ?? null }];
        }),
    );
  const { heldOn, place, present, resources, risks, riskNote, wishes, coordination, from, to, withPlan, summary } = fixed.value;
  const known = new Set(edition.risks.map((risk) => risk.key));
  return {
    ok: true,
    value: {
      heldOn,
      content: {
        edition: edition.validFrom,
        place,
        present,
        areas: found(false),
        resources,
        wishes,
        recommendations: serviceIds.map((serviceId) => ({
          serviceId,
          advice: advised.value[`advice-${serviceId}`] ?? 'notRecommended',
          note: adviceNotes.value[`adviceNote-${serviceId}`] ?? null,
        })),
        coordination:
          coordination === 'yes' && from && to ? { from: from.toString(), to: to.toString(), withPlan: withPlan === 'yes' } : null,
        summary,
      },
      sensitive: { areas: found(true), risks: risks.filter((risk) => known.has(risk)), riskNote },
    },
  };
}

function datesWrong(value: z.output<typeof general>, today: Temporal.PlainDate): FieldError[] {
  const { heldOn, coordination, from, to, withPlan } = value;
  const errors: FieldError[] = [];
  if (Temporal.PlainDate.compare(heldOn, today) > 0) errors.push({ field: 'heldOn', code: 'date-in-future' });
  if (coordination === 'no') return errors;
  if (!from) errors.push({ field: 'from', code: 'required' });
  if (!to) errors.push({ field: 'to', code: 'required' });
  if (from && to && Temporal.PlainDate.compare(to, from) < 0) errors.push({ field: 'to', code: 'date-order' });
  if (withPlan === null) errors.push({ field: 'withPlan', code: 'choose-one' });
  return errors;
}

/** The form as it would have been typed for a recorded version: where the next version begins. */
export function typedFrom({ heldOn, content, sensitive }: Pick<Assessment, 'heldOn' | 'content' | 'sensitive'>): FormFields {
  const { coordination } = content;
  const written = (date: string) => formatDate(Temporal.PlainDate.from(date));
  const findings = Object.entries({ ...content.areas, ...sensitive?.areas }).flatMap(([key, { score, note }]): [string, string][] => [
    [`area-${key}`, score === null ? 'none' : String(score)],
    [`note-${key}`, note ?? ''],
  ]);
  const advised = content.recommendations.flatMap(({ serviceId, advice, note }): [string, string][] => [
    [`advice-${serviceId}`, advice],
    [`adviceNote-${serviceId}`, note ?? ''],
  ]);
  return FormFields.from({
    heldOn: written(heldOn.toString()),
    place: content.place,
    present: content.present,
    ...Object.fromEntries([...findings, ...advised]),
    resources: content.resources,
    risks: sensitive?.risks ?? [],
    riskNote: sensitive?.riskNote,
    wishes: content.wishes,
    coordination: coordination ? 'yes' : 'no',
    from: coordination && written(coordination.from),
    to: coordination && written(coordination.to),
    withPlan: coordination && (coordination.withPlan ? 'yes' : 'no'),
    summary: content.summary,
  });
}
