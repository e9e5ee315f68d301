import { z } from 'zod';
import { readForm, type FieldError, type FormFields } from '#platform/http/index.ts';
import { inWords } from '#platform/html/index.ts';
import { day, optionalChoice, optionalText, text, tick, wholeNumber } from '#platform/http/fields.ts';
import { refusalInWords as caseRefusalInWords } from '#modules/cases/index.ts';
import { confirmers, type DeliveryUnit } from '../../../domain/deliveries.ts';
import { reasonsFor, type OrderStatus, type StatusReason } from '../../../domain/orderStates.ts';
import type { DeliveredInput } from '../../../usecases/deliveries.ts';
import { isOwnCode, refusalInWords } from '../../words.ts';

/** A mistake or refusal in words, beside its field when it has one. */
export type Said = { readonly message: string; readonly field?: string };

const part = (form: RegExp, mistake: string, max: number) =>
  z
    .string()
    .trim()
    .regex(form, mistake)
    .transform((typed) => (typed === '' ? null : Number(typed.replace(',', '.'))))
    .pipe(z.number().max(max, 'too-big').nullable());
/** Time is written as people say it: 2, 1,5 or 1 and 30 beside it. */
const hours = part(/^(\d{1,4}([.,]\d{1,2})?)?$/, 'hours-not-number', 24);
const minutes = part(/^\d{0,4}$/, 'minutes-not-number', 1440);

const shape = {
  on: day(),
  hours,
  minutes,
  worker: text(200),
  confirmedBy: optionalChoice(confirmers),
  note: optionalText(2000),
  again: tick(),
};
const byTime = z.object(shape);
const byNumber = z.object({ ...shape, quantity: wholeNumber(1, 1000) });

/** A delivery as it was typed; hours are given as time, other units by number with the time beside it. */
export function readDelivered(
  fields: FormFields,
  unit: DeliveryUnit,
): { readonly ok: true; readonly value: DeliveredInput } | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const read = unit === 'hour' ? readForm(byTime, fields) : readForm(byNumber, fields);
  if (!read.ok) return { ok: false, errors: read.errors };
  const { hours: whole, minutes: beside, again, ...rest } = read.value;
  if (whole !== null && !Number.isInteger(whole) && beside) return { ok: false, errors: [{ field: 'minutes', code: 'time-twice' }] };
  const time = whole === null && beside === null ? null : Math.round((whole ?? 0) * 60) + (beside ?? 0);
  return { ok: true, value: { quantity: 1, ...rest, minutes: time, isAnother: again } };
}

/** Fields of the reason when an order is answered, and when its state is changed. */
export const inAnswer = { code: 'rejectReason', words: 'rejectWords' };
export const inState = { code: 'stateReason', words: 'stateWords' };

/** The reason of a change as it was typed, or null when none was chosen. */
export function readReason(
  fields: FormFields,
  to: OrderStatus,
  names: { readonly code: string; readonly words: string },
): StatusReason | null {
  const code = reasonsFor(to).find((each) => each === fields.get(names.code));
  return code ? { code, inOwnWords: fields.get(names.words).trim() } : null;
}

/** Mistakes of a form in words. */
export const sayErrors = (errors: readonly FieldError[]): Said[] =>
  inWords('pl', errors, (_field, code) => (isOwnCode(code) ? refusalInWords({ code }) : undefined));

const fieldOfCode: Readonly<Record<string, string>> = {
  'invalid-date': 'on',
  'date-in-future': 'on',
  'outside-order': 'on',
  'entry-alike': 'again',
  suspended: 'on',
  'month-closed': 'on',
  'longer-than-day-so-far': 'hours',
  'minutes-missing': 'hours',
  'invalid-minutes': 'hours',
  'invalid-quantity': 'quantity',
  'note-too-long': 'note',
};

/** Refusals in words; `fields` names where a code belongs on this form. */
export function sayRefusals(
  refusals: readonly { readonly code: string }[],
  unit: DeliveryUnit,
  fields: Readonly<Record<string, string>> = fieldOfCode,
): Said[] {
  return refusals.map((refusal) => {
    const message = refusalInWords(refusal, unit) ?? caseRefusalInWords(refusal);
    const field =
      refusal.code === 'limit-passed' && fields === fieldOfCode ? (unit === 'hour' ? 'hours' : 'quantity') : fields[refusal.code];
    return field ? { message, field } : { message };
  });
}
export const fieldsOfReason = (names: { readonly code: string; readonly words: string }): Readonly<Record<string, string>> => ({
  'reason-missing': names.code,
  'reason-not-for-this-status': names.code,
  'own-words-missing': names.words,
  'own-words-too-long': names.words,
});
