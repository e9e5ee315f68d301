import { z } from 'zod';
import { parsePolishDate } from '#shared/polishDate.ts';
import type { FieldError } from '#platform/http/index.ts';
import { readClock } from '../../../domain/schedule.ts';

/** How a value is written in a form. Values that are absent are empty fields. */
export type FieldKind = 'line' | 'text' | 'lines' | 'day' | 'clock' | 'amount' | 'count' | 'email' | 'address' | 'one' | 'many' | 'tick';

/** One field of a part of a card. */
export interface PartField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Greatest number of characters. */
  readonly max?: number;
  /** A row that says anything must say this. */
  readonly required?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Words of the empty choice of a list. */
  readonly empty?: string;
  readonly width?: 'full' | 'long' | 'medium' | 'short';
  readonly rows?: number;
  readonly suffix?: string;
  /** Fields of the same row that belong to a choice, by its value: the choices are then drawn one under another. */
  readonly reveals?: Readonly<Record<string, readonly string[]>>;
  /** Folded away: few rows need it. */
  readonly rare?: boolean;
  /** Beside the field before it. */
  readonly beside?: boolean;
}
export type Values = Readonly<Record<string, unknown>>;
export type Typed = Readonly<Record<string, readonly string[]>>;
type Read = { readonly value: unknown } | { readonly code: string; readonly values?: FieldError['values'] };

/** A value as the form shows it. */
export function typedValue({ kind }: PartField, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return kind === 'lines' ? [value.join('\n')] : value.map(String);
  if (kind === 'tick') return value === true ? ['tak'] : [];
  if (kind === 'day') return [String(value).split('-').toReversed().join('.')];
  if (kind === 'amount' || kind === 'count') return [String(value).replace('.', ',')];
  if (kind === 'clock')
    return [
      String(value)
        .replace(/^0(?=\d)/, '')
        .slice(0, 5)
        .replace(/:$/, ''),
    ];
  return [String(value)];
}

/** What was typed into a field as a value; undefined for an empty one. */
export function readValue(field: PartField, typed: readonly string[]): Read {
  if (field.kind === 'many') {
    const chosen = typed.filter((each) => field.options?.some(({ value }) => value === each));
    return { value: chosen.length === 0 ? undefined : chosen };
  }
  const text = (typed[0] ?? '').trim();
  if (text === '') return { value: undefined };
  const { max = 2000 } = field;
  if (text.length > max) return { code: 'too-long', values: { max } };
  switch (field.kind) {
    case 'tick':
      return { value: true };
    case 'lines':
      return {
        value: text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      };
    case 'day': {
      const date = parsePolishDate(text);
      return date.ok ? { value: date.value.toString() } : { code: 'not-a-date' };
    }
    case 'clock': {
      const read = readClock(/^\d{1,2}$/.test(text) ? `${text}:00` : text);
      if (read?.offset !== null) return { code: 'not-a-time' };
      return { value: `${String(read.hour).padStart(2, '0')}:${String(read.minute).padStart(2, '0')}` };
    }
    case 'amount': {
      const plain = text.replace(/\s|zł$/giu, '').replace(',', '.');
      if (/^-\d/.test(plain)) return { code: 'negative-price' };
      return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? { value: Number(plain) } : { code: 'not-a-price' };
    }
    case 'count':
      return /^\d{1,6}$/.test(text) ? { value: Number(text) } : { code: 'not-a-number' };
    case 'email':
      return z.email().max(254).safeParse(text.toLowerCase()).success ? { value: text.toLowerCase() } : { code: 'not-an-email' };
    case 'address':
      return /^https?:\/\//i.test(text) && z.url().safeParse(text).success ? { value: text } : { code: 'not-a-url' };
    case 'one':
      return field.options?.some(({ value }) => value === text) ? { value: text } : { code: 'choose-one' };
    default:
      return { value: text };
  }
}
