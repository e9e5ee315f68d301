import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  comparable,
  driftOf,
  followingOf,
  inheritedNames,
  mayFollow,
  saysSame,
  type Edition,
  type Fields,
  type FieldValue,
} from './template.ts';

const names = ['summary', 'scope', 'targetGroups', 'areas'] as const;
type Name = (typeof names)[number];
const words = fc.constantFrom(null, '', 'a', 'b');
const list = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { maxLength: 3 });
const value: fc.Arbitrary<FieldValue | undefined> = fc.oneof(words, list, fc.constant(undefined));
const fields: fc.Arbitrary<Fields> = fc.record({ summary: value, scope: value, targetGroups: value, areas: value });
const some = fc.uniqueArray(fc.constantFrom<Name>(...names), { maxLength: 4 });
const edition: fc.Arbitrary<Edition<Name>> = fc.record({ number: fc.integer({ min: 1, max: 9 }), governed: some, fields });

test('a card that took an edition is in step with it, whatever stayed its own', () => {
  fc.assert(
    fc.property(edition, some, fields, (taken, detached, card) => {
      const after = { ...card, ...Object.fromEntries(inheritedNames(taken, detached).map((name) => [name, taken.fields[name]])) };
      expect(driftOf(taken, detached, after)).toEqual([]);
    }),
  );
});

test('taking an edition by itself never writes over text that the centre wrote', () => {
  fc.assert(
    fc.property(edition, edition, some, fields, (had, newer, detached, card) => {
      if (!mayFollow(had, newer, detached, card)) return;
      const lost = driftOf(newer, detached, card).filter((name) => !saysSame(name, card[name], had.fields[name]));
      // What changes was the older edition's text, or nothing.
      expect(lost.filter((name) => comparable(name, card[name]) !== null)).toEqual([]);
    }),
  );
});

test('what is told to follow does follow, whatever the card says and whatever stayed its own', () => {
  fc.assert(
    fc.property(edition, edition, some, fields, (had, newer, detached, card) => {
      fc.pre(followingOf(had, newer) === 'all');
      const inStep = { ...card, ...Object.fromEntries(inheritedNames(had, detached).map((name) => [name, had.fields[name]])) };
      expect(mayFollow(had, newer, detached, inStep)).toBe(true);
    }),
  );
});

test('what becomes common may ask, and a rule that changes always does', () => {
  const had = { number: 1, governed: ['rule'], fields: { rule: 'gmina', summary: 'a' } };
  expect(followingOf(had, { ...had, governed: ['rule', 'summary'] })).toBe('some');
  const newer = { ...had, fields: { ...had.fields, rule: 'wiek' } };
  expect(followingOf(had, newer)).toBe('decided');
  expect(mayFollow(had, newer, [], { rule: 'gmina' })).toBe(false);
});

test('groups are a set, areas begin with the leading one', () => {
  expect(saysSame('targetGroups', ['B', 'A'], ['A', 'B'])).toBe(true);
  expect(saysSame('areas', [4, 2], [2, 4])).toBe(false);
  expect(saysSame('everydayNames', [], undefined)).toBe(true);
});
