import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anonymous, type Actor } from '#shared/actor.ts';
import { isUuid } from '#shared/uuid.ts';
import { isKeyOf, makeSubmissionKey } from './submissionKey.ts';

const anActor: fc.Arbitrary<Actor> = fc.oneof(
  fc.uuid().map((caseId): Actor => ({ kind: 'caseHolder', caseId })),
  fc.uuid().map((userId): Actor => ({ kind: 'user', userId, name: 'Jan Zmyślony', roles: [], providerId: null, isStrong: true })),
  fc.tuple(fc.uuid(), fc.uuid()).map(([orderId, linkId]): Actor => ({ kind: 'orderLink', orderId, linkId })),
);

test('a key is a UUID and good for whoever it was made for, and for nobody else', () => {
  fc.assert(
    fc.property(anActor, anActor, (one, other) => {
      const key = makeSubmissionKey('tajne', one);
      expect(isUuid(key)).toBe(true);
      expect(isKeyOf('tajne', key, one)).toBe(true);
      expect(isKeyOf('tajne', key, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      expect(isKeyOf('tajne', key, anonymous)).toBe(false);
    }),
  );
});

test('keys of programs and of forms drawn for nobody in particular are good for everybody', () => {
  fc.assert(
    fc.property(anActor, fc.uuid({ version: [4, 7] }), (actor, own) => {
      expect(isKeyOf('tajne', own, actor)).toBe(true);
      expect(isKeyOf('tajne', makeSubmissionKey('tajne', anonymous), actor)).toBe(true);
    }),
  );
});

test('a renewed link of the same order keeps what was begun', () => {
  const key = makeSubmissionKey('tajne', { kind: 'orderLink', orderId: 'zlecenie', linkId: 'stary' });
  expect(isKeyOf('tajne', key, { kind: 'orderLink', orderId: 'zlecenie', linkId: 'nowy' })).toBe(true);
});
