import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './localPath.ts';

test.each([['/solec-kujawski/praca'], ['/solec-kujawski/praca?strona=2'], ['/a']])('%s is ours', (path) => {
  expect(localPath(path, '/x')).toBe(path);
});
test.each([
  ['//evil.example'],
  ['/\\evil.example'],
  ['https://evil.example'],
  ['javascript:alert(1)'],
  [''],
  ['/'],
  ['/a\n//b'],
  ['\t//evil.example'],
  ['/a/../..//evil.example'],
])('%j is not ours', (path) => {
  expect(localPath(path, '/x')).toBe('/x');
});
test('whatever comes in, the browser stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((rest) => `/${rest}`),
      ),
      (wanted) => {
        const path = localPath(wanted, '/x');
        return new URL(path, 'https://okienko.example').origin === 'https://okienko.example';
      },
    ),
  );
});
