import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aServiceRecord } from '../testing.ts';
import {
  changedFieldsOf,
  changesBetween,
  conflictsOf,
  ownFieldNames,
  ownFieldsOf,
  readChanges,
  withAccepted,
  type OwnFields,
} from './proposal.ts';

const text = fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: null });
const fields: fc.Arbitrary<OwnFields> = fc.record({
  summary: text,
  scope: text,
  alert: text,
  recipients: text,
  documents: fc.array(fc.string({ minLength: 1, maxLength: 9 }), { maxLength: 3 }),
  hours: fc.array(fc.record({ freq: fc.constant('WEEKLY' as const), byday: fc.constantFrom('MO', 'TU,WE') }), { maxLength: 2 }),
  schedule: text,
  feeText: text,
  capacity: fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }),
  waitTime: text,
  interpretation: text,
  phone: text,
  email: text,
  url: text,
});
const card = aServiceRecord('Klub');
const cardWith = (known: OwnFields) => withAccepted(card, changesBetween(ownFieldsOf(card), known), ownFieldNames);

test('what is wholly accepted reads as proposed, nothing else changes', () => {
  fc.assert(
    fc.property(fields, (proposed) => {
      const accepted = cardWith(proposed);
      expect(ownFieldsOf(accepted)).toEqual(proposed);
      expect([accepted.name, accepted.status, accepted.places]).toEqual([card.name, card.status, card.places]);
    }),
  );
});

test('what is not accepted stays; what was accepted is no conflict afterwards', () => {
  fc.assert(
    fc.property(fields, fields, fc.subarray([...ownFieldNames]), (before, after, accepted) => {
      const changes = readChanges(JSON.parse(JSON.stringify(changesBetween(before, after))));
      const result = ownFieldsOf(withAccepted(cardWith(before), changes, accepted));
      for (const name of ownFieldNames) expect(result[name]).toEqual(accepted.includes(name) ? after[name] : before[name]);
      expect(conflictsOf(changes, result)).toEqual([]);
    }),
  );
});

test('a field that somebody changed meanwhile is a conflict, unless they wrote the same', () => {
  const before = ownFieldsOf(card);
  const changes = changesBetween(before, { ...before, scope: 'Nowy zakres', phone: '1' });
  expect(changedFieldsOf(changes)).toEqual(['scope', 'phone']);
  expect(conflictsOf(changes, { ...before, scope: 'Inny zakres' })).toEqual(['scope']);
  expect(conflictsOf(changes, { ...before, scope: 'Nowy zakres' })).toEqual([]);
});
