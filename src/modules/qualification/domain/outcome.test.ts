import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkConditions, nothingKnown, type ApplicantFacts, type Condition } from '#modules/eligibility/index.ts';
import { checkRefusal, findUngrounded, proposeOutcome, refusalReasonCodes, serviceFacts, type ProposalInput } from './outcome.ts';
import type { Pool } from './places.ts';

const applicant = { caseId: 'c1', personId: 'p1', filedAt: '2025-03-03T09:00:00.000Z' };
const conditions: readonly Condition[] = [
  { id: 'residence', kind: 'residesInArea' },
  { id: 'age', kind: 'ageAtLeast', years: 60 },
];
const open: Pool = { limit: 1, taken: [], waiting: [] };
const full: Pool = { limit: 1, taken: [{ ...applicant, caseId: 'c0', personId: 'p0' }], waiting: [] };

function input(facts: Partial<ApplicantFacts>, change: Partial<ProposalInput> = {}): ProposalInput {
  const checks = checkConditions(conditions, { facts: { ...nothingKnown, residesInArea: true, age: 75, ...facts } });
  return { isProgrammeInForce: true, checks, pool: open, applicant, ...change };
}

test('met and a place: qualified; met and none: the list with a position', () => {
  expect(proposeOutcome(input({}))).toEqual({ outcome: 'qualified' });
  expect(
    proposeOutcome(
      input({}, { pool: { ...full, waiting: [{ ...applicant, caseId: 'c9', personId: 'p9', filedAt: '2025-03-01T09:00:00.000Z' }] } }),
    ),
  ).toEqual({ outcome: 'waitlisted', position: 2 });
  expect(proposeOutcome(input({}, { pool: { ...full, limit: null } }))).toEqual({ outcome: 'qualified' });
});

test('a reason about conditions stands only on one found not to be met', () => {
  const found = (code: 'conditionsNotMet' | 'notResident' | 'other', facts: Partial<ApplicantFacts>) =>
    findUngrounded([{ code, inOwnWords: 'Words' }], input(facts).checks).map((each) => each.code);
  expect(found('conditionsNotMet', { residesInArea: null, age: null })).toEqual(['no-condition-not-met']);
  expect(found('conditionsNotMet', { age: 40 })).toEqual([]);
  expect(found('notResident', { age: 40 })).toEqual(['residence-not-denied']);
  expect(found('notResident', { residesInArea: false })).toEqual([]);
  expect(found('other', {})).toEqual([]);
  expect(findUngrounded([{ code: 'notResident', inOwnWords: 'Words' }], [])).toEqual([]);
});

test('not met: a refusal with its reasons; unknown: what to learn; no programme: nothing else matters', () => {
  expect(proposeOutcome(input({ residesInArea: false, age: 35 }))).toEqual({
    outcome: 'refused',
    reasons: [
      { code: 'notResident', conditionId: 'residence' },
      { code: 'conditionsNotMet', conditionId: 'age' },
    ],
  });
  expect(proposeOutcome(input({ age: null }))).toEqual({ outcome: 'undecided', conditionIds: ['age'] });
  expect(proposeOutcome(input({ residesInArea: false, age: null })).outcome).toBe('refused');
  expect(proposeOutcome(input({}, { isProgrammeInForce: false }))).toEqual({
    outcome: 'refused',
    reasons: [{ code: 'programmeEnded', conditionId: null }],
  });
});

test('a person who already has a place gets no second one', () => {
  const pool = { limit: 5, taken: [{ ...applicant, caseId: 'c0' }], waiting: [] };
  expect(proposeOutcome(input({}, { pool }))).toEqual({ outcome: 'hasPlace', caseId: 'c0' });
  expect(serviceFacts(input({}, { pool })).isPlaceFree).toBe(false);
});

test('the facts for the life cycle say the same as the proposal', () => {
  expect(serviceFacts(input({}))).toEqual({ isProgrammeInForce: true, conditions: 'met', isPlaceFree: true, queuePosition: 1 });
  expect(serviceFacts(input({ age: null }, { pool: full }))).toEqual({
    isProgrammeInForce: true,
    conditions: 'unknown',
    isPlaceFree: false,
    queuePosition: 1,
  });
  expect(serviceFacts(input({}, { pool: { ...open, limit: null } })).queuePosition).toBeNull();
  // The limit was lifted while they waited: the place may be offered, so the position still counts.
  expect(serviceFacts(input({}, { pool: { limit: null, taken: [], waiting: [applicant] } }))).toMatchObject({
    isPlaceFree: true,
    queuePosition: 1,
  });
});

test('a refusal passes exactly when it has reasons in own words and a number', () => {
  const blank = fc.constantFrom('', ' ', '\u00a0', '\n\t');
  const words = fc.oneof(blank, fc.string(), fc.constant('The person is 45, the service is for people over 60'));
  const reason = fc.record({ code: fc.constantFrom(...refusalReasonCodes), inOwnWords: words });
  fc.assert(
    fc.property(fc.array(reason, { maxLength: 3 }), words, (reasons, decisionNumber) => {
      const answer = checkRefusal({ reasons, decisionNumber });
      const isWhole = reasons.length > 0 && reasons.every((each) => /\S/.test(each.inOwnWords)) && /\S/.test(decisionNumber);
      expect(answer.ok).toBe(isWhole);
      if (!answer.ok) expect(answer.refusal.length).toBeGreaterThan(0);
    }),
  );
  expect(checkRefusal({ reasons: [{ code: 'other', inOwnWords: ' ' }], decisionNumber: '' })).toEqual({
    ok: false,
    refusal: [{ code: 'own-words-missing', index: 0 }, { code: 'decision-number-missing' }],
  });
});
