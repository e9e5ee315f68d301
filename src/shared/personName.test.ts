import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, nameSimilarity, similarity } from '#shared/personName.ts';

const names = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'aąbcćełóśżz -'), maxLength: 25 }),
);

describe('folding a name', () => {
  test.each([
    ['Żółć-Ńowak', 'zolc nowak'],
    ['  ŁUKASZ   Świętosław ', 'lukasz swietoslaw'],
    ["O'Brien", 'obrien'],
    ['Олена Шевченко', 'olena szewczenko'],
    ['Юлія', 'julija'],
    ['Z\u0301dz\u0307', 'zdz'],
    ['😀', ''],
  ])('%s → %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  test('is stable and ignores case and composition', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
        expect(foldName(name.normalize('NFD'))).toBe(foldName(name.normalize('NFC')));
      }),
    );
  });
});

describe('similarity of names', () => {
  test('lies between 0 and 1, is the same both ways, and 1 for a name with itself', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const score = similarity(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score).toBeCloseTo(similarity(b, a), 10);
        expect(similarity(a, a)).toBe(1);
      }),
    );
  });

  const alike = [
    ['Katarzyna', 'Kowalska', 'Katarzyna', 'Kowalska'],
    ['Katarzyna', 'Kowalska', 'Kowalska', 'Katarzyna'],
    ['Łukasz', 'Świątek', 'Lukasz', 'Swiatek'],
    ['Grzegorz', 'Brzęczyszczykiewicz', 'Grzegorz', 'Brzeczyszczykiewcz'],
    ['Anna', 'Nowak-Kowalska', 'Anna', 'Kowalska'],
    ['Anna Maria', 'Nowak', 'Anna', 'Nowak'],
    ['Олена', 'Шевченко', 'Olena', 'Shevchenko'],
    ['Jadwiga', 'Wójcik', 'Jadwgia', 'Wojcik'],
    ['Krzysztof', 'Żak', 'Kszysztof', 'Zak'],
  ] as const;
  test.each(alike)('%s %s is like %s %s', (given, family, otherGiven, otherFamily) => {
    expect(nameSimilarity({ given, family }, { given: otherGiven, family: otherFamily })).toBeGreaterThan(0.85);
  });

  const different = [
    ['Jan', 'Kowalski', 'Anna', 'Nowak'],
    ['Jan', 'Kowalski', 'Jan', 'Wiśniewski'],
    ['Maria', 'Nowak', 'Zofia', 'Nowak'],
    ['Jan', 'Kowalski', '', ''],
  ] as const;
  test.each(different)('%s %s is not %s %s', (given, family, otherGiven, otherFamily) => {
    expect(nameSimilarity({ given, family }, { given: otherGiven, family: otherFamily })).toBeLessThan(0.75);
  });
});
