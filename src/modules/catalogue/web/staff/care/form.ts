import { z } from 'zod';
import { FormFields, readForm, type FormResult } from '#platform/http/index.ts';
import { optionalDay, optionalEmail, optionalText } from '#platform/http/fields.ts';
import type { ServiceCare } from '../../../usecases/careForService.ts';

const schema = z.object({
  reviewMonths: z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 60), 'not-a-number')
    .transform((typed) => (typed === '' ? null : Number(typed))),
  keeperEmail: optionalEmail(),
  publishOn: optionalDay(),
  publishUntil: optionalDay(),
  successor: optionalText(300),
  staffNote: optionalText(4000),
});
export type CareField = keyof typeof schema.shape;
export const careFields = Object.keys(schema.shape) as readonly CareField[];

/** What the staff typed of a service beside its card; the successor by its name. */
export function readCare(fields: FormFields): FormResult<z.output<typeof schema>> {
  const read = readForm(schema, fields);
  if (!read.ok) return read;
  const { publishOn, publishUntil } = read.value;
  if (publishOn && publishUntil && Temporal.PlainDate.compare(publishOn, publishUntil) > 0)
    return { ok: false, errors: [{ field: 'publishUntil', code: 'date-order' }], typed: fields };
  return read;
}

export function typedCare(care: ServiceCare, successor: string | null): FormFields {
  const day = (date: Temporal.PlainDate | null) => date?.toString().split('-').toReversed().join('.') ?? '';
  const { reviewMonths, keeperEmail, staffNote } = care;
  return FormFields.from({
    reviewMonths: reviewMonths === null ? '' : String(reviewMonths),
    keeperEmail,
    publishOn: day(care.publishOn),
    publishUntil: day(care.publishUntil),
    successor,
    staffNote,
  });
}
