import { z } from 'zod';
import { isPublicNumber } from '#shared/phone.ts';
import { parsePolishDate } from '#shared/polishDate.ts';

// Building blocks of forms. Every message is an error code of the `platform` texts.

const graphemes = new Intl.Segmenter('pl', { granularity: 'grapheme' });
function lengthOf(text: string): number {
  return text.length < 200 ? text.length : [...graphemes.segment(text)].length;
}

/** A required text, trimmed, at most `max` characters as people count them. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .superRefine((value, issue) => {
      if (value.length > max && lengthOf(value) > max)
        issue.addIssue({ code: 'too_big', maximum: max, origin: 'string', inclusive: true, message: 'too-long' });
    });
/** A text that may be left empty; then it is null. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .superRefine((value, issue) => {
      if (value.length > max && lengthOf(value) > max)
        issue.addIssue({ code: 'too_big', maximum: max, origin: 'string', inclusive: true, message: 'too-long' });
    })
    .transform((value) => (value === '' ? null : value));
/** One of the offered answers. */
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values, 'choose-one');
/** One of the offered answers, or none (null). */
export const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.union([z.enum(values), z.literal('').transform(() => null)], 'choose-one');
/** Any number of the offered answers. */
export const choices = <const Values extends readonly [string, ...string[]]>(values: Values, min = 0) =>
  z.array(z.enum(values, 'choose-one')).min(min, 'choose-at-least-one');
/** A box that may be ticked. */
export const tick = () => z.string().transform((value) => value !== '');
export const optionalEmail = () =>
  z.union(
    [z.literal('').transform(() => null), z.string().trim().toLowerCase().max(254, 'not-an-email').pipe(z.email('not-an-email'))],
    'not-an-email',
  );
/** A telephone as residents read it, which may be left empty; what nobody can call is refused. */
export const optionalPublicPhone = (max: number) =>
  optionalText(max).refine((typed) => typed === null || isPublicNumber(typed), 'not-a-phone');
export const uuid = () => z.uuid('choose-one');
export const uuids = (min = 0) => z.array(z.uuid('choose-one')).min(min, 'choose-at-least-one').max(50, 'too-many');
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .regex(/^-?\d{1,9}$/, 'not-a-number')
    .transform(Number)
    .pipe(z.number().min(min, 'too-small').max(max, 'too-big'));
/** A day as people write it (3.05.1948, 3 maja 1948), required. */
export const day = () =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .transform((typed, issue) => {
      const date = parsePolishDate(typed);
      if (date.ok) return date.value;
      issue.addIssue({ code: 'custom', message: date.refusal === 'impossible' ? 'no-such-day' : 'not-a-date' });
      return z.NEVER;
    });
/** An hour of the clock (8:30, 8.30, 8), which may be left empty; then it is null, else written as 08:30. */
export const optionalHour = () =>
  z
    .string()
    .trim()
    .transform((typed, issue) => {
      if (typed === '') return null;
      const [, hour, minute = '00'] = /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?$/.exec(typed) ?? [];
      if (hour !== undefined) return `${hour.padStart(2, '0')}:${minute}`;
      issue.addIssue({ code: 'custom', message: 'not-a-time' });
      return z.NEVER;
    });
/** A day that may be left empty; then it is null. */
export const optionalDay = () =>
  z
    .string()
    .trim()
    .transform((typed, issue) => {
      if (typed === '') return null;
      const date = parsePolishDate(typed);
      if (date.ok) return date.value;
      issue.addIssue({ code: 'custom', message: date.refusal === 'impossible' ? 'no-such-day' : 'not-a-date' });
      return z.NEVER;
    });
