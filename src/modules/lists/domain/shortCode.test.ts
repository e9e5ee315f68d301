import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShortCode, shortCode } from './shortCode.ts';

test('a code is read as it is printed, and as people write it', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const code = shortCode(id);
      for (const typed of [
        code,
        code.toUpperCase(),
        code.replace('-', ''),
        code.replace('-', ' – '),
        code.replaceAll('0', 'o').replaceAll('1', 'l'),
      ])
        expect(readShortCode(typed)).toBe(id.slice(-8));
    }),
  );
  for (const typed of ['', '42e4', '42e4-82dz', '42e4-82d9-1', `'; drop`]) expect(readShortCode(typed)).toBeUndefined();
});
