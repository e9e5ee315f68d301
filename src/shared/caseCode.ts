import { ok, refuse, type Result } from '#shared/result.ts';

declare const caseCodeBrand: unique symbol;
/**
 * The code by which a resident follows a case: 55 random bits and a check character, written `K7M4-2QXF-9RTB`.
 * The value is always in that grouped, upper-case writing.
 */
export type CaseCode = string & { readonly [caseCodeBrand]: true };

export type CaseCodeRefusal = 'empty' | 'wrong-length' | 'wrong-character' | 'wrong-check';

/** Digits and letters without I, L, O and U, which are misheard and misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const DATA_LENGTH = 11;
const LENGTH = 12;

/** Makes a new code. `randomBytes` gives that many bytes of a cryptographic source. */
export function generateCaseCode(randomBytes: (count: number) => Uint8Array): CaseCode {
  const bytes = randomBytes(7);
  if (bytes.length !== 7) throw new Error('The random source must give as many bytes as asked');
  let bits = bytes.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  const values: number[] = [];
  for (let index = 0; index < DATA_LENGTH; index += 1) {
    values.push(Number(bits & 31n));
    bits >>= 5n;
  }
  return grouped([...values, checkValue(values)]);
}

/** Reads a dictated or typed code: letter case, spaces and dashes do not matter, O counts as 0, I and L as 1. */
export function parseCaseCode(text: string): Result<CaseCode, CaseCodeRefusal> {
  const symbols = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.\u200b]/gu, '')
    .replace(/[OIL]/g, (symbol) => LOOK_ALIKES[symbol] ?? symbol);
  if (symbols === '') return refuse('empty');
  const values = Array.from(symbols, (symbol) => ALPHABET.indexOf(symbol));
  if (values.includes(-1)) return refuse('wrong-character');
  if (values.length !== LENGTH) return refuse('wrong-length');
  if (checkValue(values.slice(0, DATA_LENGTH)) !== values[DATA_LENGTH]) return refuse('wrong-check');
  return ok(grouped(values));
}

/**
 * A weighted sum in the field of 32 elements; the weights are different powers of its generator, so every single wrong
 * character and every swap of two characters changes the result.
 */
function checkValue(values: readonly number[]): number {
  let weight = 2;
  let sum = 0;
  for (const value of values) {
    sum ^= multiply(value, weight);
    weight = multiply(weight, 2);
  }
  return sum;
}

/** Multiplication of polynomials over GF(2) modulo x⁵ + x² + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let left = a, right = b; right > 0; right >>= 1) {
    if (right & 1) product ^= left;
    left <<= 1;
    if (left & 32) left ^= 0b100101;
  }
  return product;
}

function grouped(values: readonly number[]): CaseCode {
  const symbols = values.map((value) => ALPHABET.charAt(value)).join('');
  return `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}` as CaseCode;
}
