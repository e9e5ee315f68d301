import { isDigits, withoutSeparators } from '#shared/digits.ts';
import { ok, refuse, type Result } from '#shared/result.ts';

declare const krsBrand: unique symbol;
/** A number in the National Court Register (KRS): ten digits with leading zeros; it has no check digit. */
export type Krs = string & { readonly [krsBrand]: true };

export type KrsRefusal = 'empty' | 'not-digits' | 'wrong-length' | 'only-zeros';

/** Reads a typed KRS number; spaces, dashes and a leading `KRS` are ignored. */
export function parseKrs(text: string): Result<Krs, KrsRefusal> {
  const digits = withoutSeparators(text).replace(/^KRS:?/i, '');
  if (digits === '') return refuse('empty');
  if (!isDigits(digits)) return refuse('not-digits');
  if (digits.length !== 10) return refuse('wrong-length');
  if (/^0+$/.test(digits)) return refuse('only-zeros');
  return ok(digits as Krs);
}
