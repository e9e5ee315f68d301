import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localAddress, readPreferences } from './preferences.ts';

test('a choice and the page it was made on are read', () => {
  expect(readPreferences(new URLSearchParams({ jezyk: 'uk', wroc: '/solec-kujawski/uslugi?q=opieka' }))).toEqual({
    lang: 'uk',
    back: '/solec-kujawski/uslugi?q=opieka',
  });
  expect(readPreferences(new URLSearchParams({ wyglad: 'dark', wroc: '/' }))).toEqual({ scheme: 'dark', back: '/' });
});

test('unknown values change nothing', () => {
  expect(readPreferences(new URLSearchParams({ jezyk: 'xx', wyglad: 'neon' }))).toEqual({ back: '/' });
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  '',
  '/a\r\nset-cookie: x=1',
])('%j does not lead away', (wanted) => {
  const back = localAddress(wanted);
  expect(new URL(back, 'https://okienko.example').origin).toBe('https://okienko.example');
  expect(back).not.toMatch(/[\r\n\t]/);
});

test('whatever is sent, the way back stays on this server', () => {
  const nasty = fc
    .array(fc.constantFrom('/', '\\', '.', '..', '%2f', '@', ':', '?', '#', 'a', '\t', 'evil.example'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), nasty), (wanted) => {
      expect(new URL(localAddress(wanted), 'https://okienko.example').origin).toBe('https://okienko.example');
    }),
    { numRuns: 2000 },
  );
});
