import { z } from 'zod';
import { FormFields, readForm, type FormResult } from '#platform/http/index.ts';
import type { CatalogueService } from '../store/assembleServices.ts';
import type { TypedFigures } from '../usecases/reportVacancy.ts';

const count = (max: number) =>
  z
    .string()
    .trim()
    .refine((typed) => typed === '' || (/^\d{1,6}$/.test(typed) && Number(typed) <= max), 'not-a-number')
    .transform((typed) => (typed === '' ? null : Number(typed)));
const schema = z.object({ free: count(1_000_000), queue: count(1_000_000), waitDays: count(10_000), forWaiting: z.string().optional() });
/** Holds the figures that were on the page, in short. */
export const SEEN_FIGURES = 'stan';
export const figureNames = ['free', 'queue', 'waitDays'] as const;
type Known = Pick<CatalogueService, 'capacity' | 'vacancy'>;

/** The fields that may be typed: of places that the centre counts itself, only the predicted wait. */
export const figuresToType = ({ vacancy }: Known): readonly (typeof figureNames)[number][] =>
  vacancy?.counted ? ['waitDays'] : figureNames;

/**
 * Free places, queue and wait as typed; null when all are empty, which says that they are not known. There are not more free places than
 * places, and where some are free although people wait, the box says that they are for those.
 */
export function readFigures(fields: FormFields, service: Known): FormResult<TypedFigures | null> {
  const read = readForm(schema, fields);
  if (!read.ok) return read;
  const { free, queue, waitDays, forWaiting } = read.value;
  if (service.vacancy?.counted) return { ok: true, value: { free: service.vacancy.free, queue: null, waitDays } };
  const refused = (field: string, code: string) => ({ ok: false as const, errors: [{ field, code }], typed: fields });
  if (free === null) return queue === null && waitDays === null ? { ok: true, value: null } : refused('free', 'required');
  if (service.capacity !== null && free > service.capacity) return refused('free', 'more-than-places');
  if (free > 0 && (queue ?? 0) > 0 && forWaiting !== 'tak') return refused('forWaiting', 'free-and-waiting');
  return { ok: true, value: { free, queue, waitDays } };
}

/** Whether the form asks if the free places are for those who wait. */
export const asksForWaiting = (typed: FormFields): boolean => Number(typed.get('free')) > 0 && Number(typed.get('queue')) > 0;

export function typedFigures({ vacancy }: Known): FormFields {
  const figure = (value: number | null | undefined) => (value == null ? '' : String(value));
  const isForWaiting = vacancy !== null && vacancy.free > 0 && (vacancy.queue ?? 0) > 0;
  return FormFields.from({
    free: figure(vacancy?.free),
    queue: figure(vacancy?.queue),
    waitDays: figure(vacancy?.waitDays),
    forWaiting: isForWaiting ? 'tak' : '',
  });
}
