import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateCaseCode, parseCaseCode } from '#shared/caseCode.ts';

const seeds = fc.uint8Array({ minLength: 7, maxLength: 7 });
const codes = seeds.map((seed) => generateCaseCode(() => seed));

describe('case code', () => {
  test('has the form that is easy to dictate', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
      }),
    );
  });

  test('each of 55 random bits changes it', () => {
    const codeOf = (bit: number) =>
      generateCaseCode(() => {
        const seed = new Uint8Array(7);
        seed[6 - Math.floor(bit / 8)] = 1 << (bit % 8);
        return seed;
      });
    expect(new Set(Array.from({ length: 55 }, (_, bit) => codeOf(bit))).size).toBe(55);
  });

  test('reads back in any case, grouping and with look-alikes', () => {
    const disguises = fc.constantFrom<(code: string) => string>(
      (code) => code,
      (code) => code.toLowerCase(),
      (code) => code.replaceAll('-', ''),
      (code) => ` ${code.replaceAll('-', ' – ')} `,
      (code) => Array.from(code).join(' '),
      (code) => code.replaceAll('0', 'O').replaceAll('1', 'l'),
      (code) => code.replaceAll('0', 'o').replaceAll('1', 'I'),
    );
    fc.assert(
      fc.property(codes, disguises, (code, disguise) => {
        expect(parseCaseCode(disguise(code))).toEqual({ ok: true, value: code });
      }),
    );
  });

  test('any one wrong character, and any two swapped, are noticed', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(codes, fc.nat(11), fc.nat(11), fc.nat(31), (code, at, other, symbol) => {
        const plain = Array.from(code.replaceAll('-', ''));
        const wrong = plain.with(at, alphabet.charAt(symbol));
        const swapped = plain.with(at, plain[other] ?? '').with(other, plain[at] ?? '');
        for (const changed of [wrong, swapped]) {
          expect(parseCaseCode(changed.join('')).ok).toBe(changed.join('') === plain.join(''));
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['K7M4-2QXF-9RT', 'wrong-length'],
    ['K7M4-2QXF-9RTBB', 'wrong-length'],
    ['K7M4-2QXF-9RTU', 'wrong-character'],
    ['K7M4-2QXF-9RT😀', 'wrong-character'],
    ['0000-0000-0001', 'wrong-check'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(parseCaseCode(typed)).toEqual({ ok: false, refusal });
  });
});
