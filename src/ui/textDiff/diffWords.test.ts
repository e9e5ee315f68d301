import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from './diffWords.ts';

test('only the changed words are marked', () => {
  expect(diffWords('dwa razy w tygodniu', 'trzy razy w tygodniu')).toEqual([
    { kind: 'removed', text: 'dwa ' },
    { kind: 'added', text: 'trzy ' },
    { kind: 'same', text: 'razy w tygodniu' },
  ]);
});

test('equal texts have no difference, empty ones nothing at all', () => {
  expect(diffWords('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
  expect(diffWords('', '')).toEqual([]);
});

const text = fc
  .array(fc.constantFrom('dwa', 'razy', 'w ', ' tygodniu', '\n', ' ', 'ż', '🙂'), { maxLength: 30 })
  .map((words) => words.join(' '));

test('without what was added it is the old text, without what was removed the new one', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
      const parts = diffWords(before, after);
      const joined = (left: 'added' | 'removed') =>
        parts
          .filter((part) => part.kind !== left)
          .map((part) => part.text)
          .join('');
      expect(joined('added')).toBe(before);
      expect(joined('removed')).toBe(after);
    }),
    { numRuns: 1000 },
  );
});

test('long texts with nothing in common do not take long', () => {
  const began = performance.now();
  const parts = diffWords('a '.repeat(20_000), 'b '.repeat(20_000));
  expect(parts.map((part) => part.kind)).toEqual(['removed', 'added']);
  expect(performance.now() - began).toBeLessThan(1000);
});
