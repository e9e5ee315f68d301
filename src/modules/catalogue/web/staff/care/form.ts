import { z } from 'zod';
import { FormFields, readForm, type FormResult } from '#platform/http/index.ts';
import { optionalDay, optionalEmail, optionalText } from '#platform/http/fields.ts';
import type { ServiceCare } from '../../../usecases/careForService.ts';

const schema = z.object({
  reviewMonths: z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 60), 'not-months')
    .transform((typed) => (typed === '' ? null : Number(typed))),
  keeperEmail: optionalEmail(),
  publishOn: optionalDay(),
  publishUntil: optionalDay(),
  endNow: z.string().optional(),
  successor: optionalText(300),
  staffNote: optionalText(4000),
});
export type CareField = Exclude<keyof typeof schema.shape, 'endNow'>;
export const careFields = Object.keys(schema.shape).filter((name) => name !== 'endNow') as readonly CareField[];

/**
 * What the staff typed of a service beside its card; the successor by its name. A last day that is over ends the card at the next
 * opportunity, so a box must say that this is meant (`endsNow` tells whether it would).
 */
export function readCare(
  fields: FormFields,
  endsNow: (publishUntil: Temporal.PlainDate) => boolean,
): FormResult<Omit<z.output<typeof schema>, 'endNow'>> {
  const read = readForm(schema, fields);
  const dayOf = (name: 'publishOn' | 'publishUntil') => schema.shape[name].safeParse(fields.get(name)).data;
  const [from, to] = [dayOf('publishOn'), dayOf('publishUntil')];
  const isTurned = from && to && Temporal.PlainDate.compare(from, to) > 0;
  const errors = [...(read.ok ? [] : read.errors), ...(isTurned ? [{ field: 'publishUntil', code: 'date-order' }] : [])];
  if (!read.ok || errors.length > 0) return { ok: false, errors, typed: fields };
  const { endNow, ...value } = read.value;
  const { publishUntil } = value;
  if (publishUntil && endNow !== 'tak' && endsNow(publishUntil))
    return { ok: false, errors: [{ field: 'endNow', code: 'past-end' }], typed: fields };
  return { ok: true, value };
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
