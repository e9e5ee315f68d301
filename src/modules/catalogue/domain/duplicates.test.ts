import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDuplicates, type Comparable } from './duplicates.ts';

const a = (id: string, nameKey: string, providerId: string | null = null, placeIds: string[] = []): Comparable => ({
  id,
  nameKey,
  providerId,
  placeIds,
});

test('one name with one provider or one place is a pair; who and where unknown speak neither for nor against', () => {
  const pairs = (...services: Comparable[]) => findDuplicates(services).map((pair) => pair.join(''));
  expect(pairs(a('1', 'klub seniora', 'p'), a('2', 'klub seniora', 'p', ['x']))).toEqual(['12']);
  expect(pairs(a('1', 'klub', 'p', ['x']), a('2', 'klub', 'q', ['x']))).toEqual(['12']);
  expect(pairs(a('1', 'klub'), a('2', 'klub'))).toEqual(['12']);
  expect(pairs(a('1', 'klub', 'p'), a('2', 'klub', 'q'))).toEqual([]);
  expect(pairs(a('1', 'klub', 'p', ['x']), a('2', 'klub', null, ['y']))).toEqual([]);
  expect(pairs(a('1', 'klub', 'p'), a('2', 'kino', 'p'))).toEqual([]);
});

test('the order of the list does not matter; what was denied is left out', () => {
  const some = fc.array(
    fc.record({
      id: fc.uuid(),
      nameKey: fc.constantFrom('a', 'b'),
      providerId: fc.constantFrom('p', 'q', null),
      placeIds: fc.subarray(['x', 'y']),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(some, (services) => {
      const sorted = (list: readonly Comparable[]) =>
        findDuplicates(list)
          .map((pair) => pair.join())
          .toSorted();
      expect(sorted(services.toReversed())).toEqual(sorted(services));
      expect(findDuplicates(services, () => true)).toEqual([]);
    }),
  );
});
