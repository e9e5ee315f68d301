import { isDigits, weightedSum, withoutSeparators } from '#shared/digits.ts';
import { ok, refuse, type Result } from '#shared/result.ts';

declare const nipBrand: unique symbol;
/** A valid tax number (NIP): ten digits without separators. */
export type Nip = string & { readonly [nipBrand]: true };

export type NipRefusal = 'empty' | 'not-digits' | 'wrong-length' | 'wrong-prefix' | 'wrong-checksum';

const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7] as const;
/** The first three digits name a tax office: the first is never 0, the next two are never both 0. */
const OFFICE = /^[1-9]([0-9][1-9]|[1-9][0-9])/;

/** Reads a typed NIP; spaces, dashes and a leading `PL` are ignored. */
export function parseNip(text: string): Result<Nip, NipRefusal> {
  const digits = withoutSeparators(text).replace(/^(NIP:?)?(PL)?/i, '');
  if (digits === '') return refuse('empty');
  if (!isDigits(digits)) return refuse('not-digits');
  if (digits.length !== 10) return refuse('wrong-length');
  if (!OFFICE.test(digits)) return refuse('wrong-prefix');
  // A remainder of 10 can equal no digit, so such numbers are refused by the same comparison.
  if (weightedSum(digits, WEIGHTS) % 11 !== Number(digits.charAt(9))) return refuse('wrong-checksum');
  return ok(digits as Nip);
}

/** The usual way of writing: `555-212-68-65`. */
export function formatNip(nip: Nip): string {
  return `${nip.slice(0, 3)}-${nip.slice(3, 6)}-${nip.slice(6, 8)}-${nip.slice(8)}`;
}
