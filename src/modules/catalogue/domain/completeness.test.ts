import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aServiceRecord } from '../testing.ts';
import { cardParts, completenessOf } from './completeness.ts';
import { completenessOn, readCompletenessEditions } from './shippedCompleteness.ts';

const today = Temporal.PlainDate.from('2026-03-02');
/** What fills each part of a card. */
const filling = {
  summary: { summary: 'a' },
  scope: { scope: 'a' },
  everydayNames: { everydayNames: ['a'] },
  recipients: { recipients: 'a' },
  targetGroups: { targetGroups: ['SENIORS'] },
  hours: { schedule: 'a' },
  fee: { fee: { kind: 'free' } },
  vacancy: { vacancy: { free: 0, asOf: '2026-03-01T08:00:00Z' } },
  provider: { provider: { name: 'a' } },
  contact: { contact: { phone: '1' } },
  languages: { languages: [{ code: 'pl' }] },
  modes: { modes: ['on-site'] },
  places: { places: [{ name: 'a' }] },
  accessibility: { places: [{ name: 'a', accessibility: [{ feature: 'lift' }] }] },
} as const;
const parts = Object.keys(filling) as (keyof typeof filling)[];
const cardWith = (some: readonly (keyof typeof filling)[]) =>
  aServiceRecord(
    'Karta',
    Object.assign({}, ...parts.filter((part) => some.includes(part)).map((part) => filling[part])) as Record<string, unknown>,
  );

test('weights of every edition make 100', () => {
  for (const { weights } of readCompletenessEditions()) expect(Object.values(weights).reduce((sum, each) => sum + each, 0)).toBe(100);
});

test('an empty card has nothing, a full one everything', () => {
  expect(completenessOn(aServiceRecord('Pusta'), today)).toMatchObject({ score: 0 });
  expect(
    completenessOn(aServiceRecord('Pusta'), today)
      .missing.map(({ part }) => part)
      .toSorted(),
  ).toEqual([...cardParts].toSorted());
  const full = { ...cardWith(parts), qualification: { text: 'a', documents: ['b'] } };
  expect(completenessOn(full, today)).toEqual({ score: 100, missing: [] });
});

test('adding to a card never takes from it, and what is missing and what is there make 100', () => {
  fc.assert(
    fc.property(fc.subarray(parts), fc.constantFrom(...parts), (some, more) => {
      const before = completenessOn(cardWith(some), today);
      const after = completenessOn(cardWith([...some, more]), today);
      expect(after.score).toBeGreaterThanOrEqual(before.score);
      expect(before.score + before.missing.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
      const weights = before.missing.map(({ weight }) => weight);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    }),
  );
});

test('a service at home needs no place and no lift, but the area for which it is', () => {
  const parts = (more: object) =>
    completenessOn(aServiceRecord('Dom', { modes: ['at-home'], ...more }), today).missing.map(({ part }) => part);
  expect(parts({})).toContain('places');
  expect(parts({})).not.toContain('accessibility');
  expect(parts({ coverage: 'cała gmina' })).not.toContain('places');
});

test('the weights of the day count', () => {
  const [first] = readCompletenessEditions();
  if (!first) throw new Error('no edition');
  const nothing = Object.fromEntries(cardParts.map((part) => [part, part === 'scope' ? 100 : 0])) as typeof first.weights;
  const editions = [first, { validFrom: '2026-03-02', weights: nothing }];
  expect(completenessOf(cardWith(['scope']), today, editions).score).toBe(100);
  expect(completenessOf(cardWith(['scope']), today.subtract({ days: 1 }), editions).score).toBe(first.weights.scope);
});
