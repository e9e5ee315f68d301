import { z } from 'zod';
import { FormFields, readForm, type FormResult } from '#platform/http/index.ts';
import type { Vacancy } from '../domain/service.ts';

const count = (max: number) =>
  z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^\d{1,6}$/.test(typed) && Number(typed) <= max), 'not-a-number')
    .transform((typed) => (typed === '' ? null : Number(typed)));
const schema = z.object({ free: count(1_000_000), queue: count(1_000_000), waitDays: count(10_000) });
export const figureNames = ['free', 'queue', 'waitDays'] as const;

/** Free places, queue and wait as typed; null when all are empty, which says that they are not known. */
export function readFigures(fields: FormFields): FormResult<Omit<Vacancy, 'asOf'> | null> {
  const read = readForm(schema, fields);
  if (!read.ok) return read;
  const { free, queue, waitDays } = read.value;
  if (free !== null) return { ok: true, value: { free, queue, waitDays } };
  if (queue !== null || waitDays !== null) return { ok: false, errors: [{ field: 'free', code: 'required' }], typed: fields };
  return { ok: true, value: null };
}

export function typedFigures({ vacancy }: { readonly vacancy: Vacancy | null }): FormFields {
  const figure = (value: number | null | undefined) => (value == null ? '' : String(value));
  return FormFields.from({ free: figure(vacancy?.free), queue: figure(vacancy?.queue), waitDays: figure(vacancy?.waitDays) });
}
