import { isDigits, weightedSum, withoutSeparators } from '#shared/digits.ts';
import { ok, refuse, type Result } from '#shared/result.ts';

declare const regonBrand: unique symbol;
/** A valid REGON: nine digits of a body, or fourteen of its local unit. */
export type Regon = string & { readonly [regonBrand]: true };

export type RegonRefusal = 'empty' | 'not-digits' | 'wrong-length' | 'only-zeros' | 'wrong-checksum';

const WEIGHTS_9 = [8, 9, 2, 3, 4, 5, 6, 7] as const;
const WEIGHTS_14 = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8] as const;

/** Reads a typed REGON of 9 or 14 digits; spaces and dashes are ignored. */
export function parseRegon(text: string): Result<Regon, RegonRefusal> {
  const digits = withoutSeparators(text).replace(/^REGON:?/i, '');
  if (digits === '') return refuse('empty');
  if (!isDigits(digits)) return refuse('not-digits');
  if (digits.length !== 9 && digits.length !== 14) return refuse('wrong-length');
  if (/^0{9}/.test(digits)) return refuse('only-zeros');
  if (!hasCheckDigit(digits.slice(0, 9), WEIGHTS_9)) return refuse('wrong-checksum');
  if (digits.length === 14 && !hasCheckDigit(digits, WEIGHTS_14)) return refuse('wrong-checksum');
  return ok(digits as Regon);
}

/** The nine digits of the body to which a local unit (14 digits) belongs. */
export function regonOfBody(regon: Regon): Regon {
  return regon.slice(0, 9) as Regon;
}

function hasCheckDigit(digits: string, weights: readonly number[]): boolean {
  return (weightedSum(digits, weights) % 11) % 10 === Number(digits.charAt(weights.length));
}
