import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, lengthInGraphemes, parseText } from '#shared/plainText.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u0301', '\u202e', '\u0000', '\u200d', '👩', '🇵', 'ą', '\ud800', '\u200b'),
  }),
);

describe('typed text', () => {
  test.each([
    ['  Mama\r\nma 80 lat \r\n\r\n\r\n\r\nPomoc  ', 'Mama\nma 80 lat\n\nPomoc'],
    ['z\u0307o\u0142ty', 'żołty'],
    ['abc\u0000\u0007\u009fdef', 'abcdef'],
    ['\u202eodwrotnie\u202c', 'odwrotnie'],
    ['a\u2028b', 'a\nb'],
    ['\ud800x', '\ufffdx'],
    ['👩‍👩‍👧‍👦 ❤️ Привіт', '👩‍👩‍👧‍👦 ❤️ Привіт'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j becomes %j', (typed, clean) => {
    expect(cleanText(typed)).toBe(clean);
  });

  test('piled-up marks are cut', () => {
    expect(cleanText(`a${'\u0351'.repeat(500)}b`).length).toBeLessThan(10);
  });

  test('one line has no line ends', () => {
    expect(cleanLine(' Jan\n\t Kowalski ')).toBe('Jan Kowalski');
  });

  test('cleaning again changes nothing, and leaves nothing that a database or a screen stumbles over', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(cleanLine(clean)).toBe(cleanLine(text));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['', 0],
    ['żółć', 4],
    ['👩‍👩‍👧‍👦', 1],
    ['🇵🇱🇺🇦', 2],
    ['a\nb', 3],
  ])('%j counts %i', (text, length) => {
    expect(lengthInGraphemes(text)).toBe(length);
  });

  test('limits count what a person sees', () => {
    expect(parseText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', { max: 2 }).ok).toBe(true);
    expect(parseText('abc', { max: 2 })).toEqual({ ok: false, refusal: 'too-long' });
    expect(parseText(' \u200b ', { max: 2 })).toEqual({ ok: false, refusal: 'empty' });
    expect(parseText('  ', { max: 2, optional: true })).toEqual({ ok: true, value: '' });
    expect(parseText('a\nb', { max: 5, oneLine: true })).toEqual({ ok: true, value: 'a b' });
  });
});
