import { z } from 'zod';
import { FormFields, readForm, type FormResult } from '#platform/http/index.ts';
import { optionalEmail, optionalText } from '#platform/http/fields.ts';
import type { OwnFields } from '../../../domain/proposal.ts';
import { changedSchedules } from '../../../domain/weekOfSchedules.ts';
import type { Schedule } from '../../../domain/parts.ts';
import { lines, optionalCapacity, optionalUrl } from '../../staff/serviceEditor/form.ts';
import { readHours, typedHours } from '../../staff/serviceEditor/hoursForm.ts';

const schema = z.object({
  summary: optionalText(500),
  scope: optionalText(10_000),
  alert: optionalText(2000),
  recipients: optionalText(4000),
  documents: lines(),
  schedule: optionalText(2000),
  feeText: optionalText(2000),
  capacity: optionalCapacity(),
  waitTime: optionalText(2000),
  interpretation: optionalText(2000),
  phone: optionalText(40),
  email: optionalEmail(),
  url: optionalUrl(),
  message: optionalText(2000),
});
export type OwnFormField = keyof typeof schema.shape;
export const textFields = Object.keys(schema.shape).filter((name) => name !== 'message') as readonly Exclude<OwnFormField, 'message'>[];

/** The record as its provider typed it, with the message to the centre. Schedules that the form does not show stay. */
export function readOwnFields(
  fields: FormFields,
  known: readonly Schedule[],
): FormResult<{ readonly proposed: OwnFields; readonly message: string | null }> {
  const read = readForm(schema, fields);
  const hours = readHours(fields);
  const errors = [...(read.ok ? [] : read.errors), ...hours.errors];
  if (!read.ok || errors.length > 0) return { ok: false, errors, typed: fields };
  const { message, ...texts } = read.value;
  return { ok: true, value: { proposed: { ...texts, hours: changedSchedules(known, hours.value) }, message } };
}

export function typedOwnFields({ hours, documents, capacity, ...texts }: OwnFields): FormFields {
  return FormFields.from({
    ...texts,
    documents: documents.join('\n'),
    capacity: capacity === null ? '' : String(capacity),
    ...typedHours(hours),
  });
}
