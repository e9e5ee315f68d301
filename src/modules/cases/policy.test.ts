import { expect, test } from 'vitest';
import { anonymous } from '#shared/actor.ts';
import { staffRoles, type Role } from '#shared/roles.ts';
import { userWithRole } from '#tests/support/actors.ts';
import { mayOpenDocument } from './policy.ts';

const kinds = [
  'confirmation',
  'summons',
  'refusalDecision',
  'qualificationCard',
  'placeInformation',
  'plan',
  'summary',
  'serviceOrder',
  'new kind',
];
const opens = (role: Role, awaitsDelivery: boolean) =>
  kinds.filter((kind) => mayOpenDocument(userWithRole(role), { kind, awaitsDelivery }).allowed);

test('the front desk opens what it hands over, and a refusal only until it is delivered', () => {
  expect(opens('frontDesk', true)).toEqual(['confirmation', 'summons', 'refusalDecision']);
  expect(opens('frontDesk', false)).toEqual(['confirmation', 'summons']);
  expect(mayOpenDocument(userWithRole('frontDesk'), { kind: 'refusalDecision', awaitsDelivery: false })).toEqual({
    allowed: false,
    reason: 'already-delivered',
  });
  expect(mayOpenDocument(userWithRole('frontDesk'), { kind: 'plan', awaitsDelivery: true })).toEqual({
    allowed: false,
    reason: 'sensitive-data',
  });
});

test('those who decide about help open every document, and whoever reads no cases opens none', () => {
  const deciders: readonly Role[] = ['planCoordinator', 'serviceOrganiser', 'director'];
  for (const role of staffRoles.filter((each) => each !== 'frontDesk'))
    expect(opens(role, false), role).toEqual(deciders.includes(role) ? kinds : []);
  expect(mayOpenDocument(anonymous, { kind: 'confirmation', awaitsDelivery: true })).toMatchObject({ allowed: false });
  expect(mayOpenDocument({ kind: 'caseHolder', caseId: 'c' }, { kind: 'confirmation', awaitsDelivery: true })).toMatchObject({
    allowed: false,
  });
});
