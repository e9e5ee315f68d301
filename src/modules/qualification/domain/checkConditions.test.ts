import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkConditions, together, type Outcome } from './checkConditions.ts';
import { conditionSchema, conditionsOfCard, disabilityDegrees, nothingKnown, type ApplicantFacts, type Condition } from './conditions.ts';

const day = '2025-03-03';
const outcomeOf = (condition: Condition, facts: Partial<ApplicantFacts>): readonly [Outcome, string] => {
  const [check] = checkConditions([condition], { ...nothingKnown, ...facts }, {}, day);
  if (!check) throw new Error('One condition gives one check');
  return [check.outcome, check.reason];
};

/** 60 and over with a certificate and living alone, or 75 and over living alone. */
const button: Condition = {
  id: 'button',
  kind: 'anyOf',
  of: [
    {
      id: 'sixty',
      kind: 'allOf',
      of: [
        { id: 'age60', kind: 'ageAtLeast', years: 60 },
        { id: 'degree', kind: 'disability', degrees: ['moderate', 'severe'] },
        { id: 'alone60', kind: 'livesAlone' },
      ],
    },
    {
      id: 'seventyFive',
      kind: 'allOf',
      of: [
        { id: 'age75', kind: 'ageAtLeast', years: 75 },
        { id: 'alone75', kind: 'livesAlone' },
      ],
    },
  ],
};

test('an alarm button: either way in is enough, and what is unknown is asked only where it matters', () => {
  expect(outcomeOf(button, { birthDate: '1949-05-05', livesAlone: true })).toEqual(['met', 'some-met']);
  expect(outcomeOf(button, { birthDate: '1950-05-05', livesAlone: true })).toEqual(['unknown', 'some-not-known']);
  expect(outcomeOf(button, { birthDate: '1950-05-05', livesAlone: true, disabilityDegree: 'light' })).toEqual(['notMet', 'none-met']);
  expect(outcomeOf(button, { livesAlone: false })).toEqual(['notMet', 'none-met']);
});

test('age is counted in completed years on the day, the birthday included', () => {
  const sixty: Condition = { id: 'a', kind: 'ageAtLeast', years: 60 };
  expect(outcomeOf(sixty, { birthDate: '1965-03-03' })).toEqual(['met', 'old-enough']);
  expect(outcomeOf(sixty, { birthDate: '1965-03-04' })).toEqual(['notMet', 'too-young']);
  expect(outcomeOf({ id: 'b', kind: 'ageAtMost', years: 10 }, { birthDate: '2014-03-04' })).toEqual(['met', 'young-enough']);
  expect(outcomeOf({ id: 'b', kind: 'ageAtMost', years: 10 }, { birthDate: '2014-03-03' })).toEqual(['notMet', 'too-old']);
});

test('each check shows what it looked at', () => {
  const [income, group] = checkConditions(
    [
      { id: 'i', kind: 'incomeAtMost', grosze: 101000 },
      { id: 'g', kind: 'targetGroup', groups: ['seniors'] },
    ],
    { ...nothingKnown, incomePerPersonGrosze: 101001, targetGroups: ['carers'] },
    {},
    day,
  );
  expect(income).toMatchObject({ outcome: 'notMet', reason: 'income-above', input: 101001 });
  expect(group).toMatchObject({ outcome: 'notMet', reason: 'group-differs', input: ['carers'] });
});

test('words of a card wait for staff; a settlement counts only with a note', () => {
  const conditions = conditionsOfCard({
    minimumAge: 60,
    maximumAge: null,
    recipients: 'Dependent persons',
    qualification: { text: null, documents: ['Certificate'] },
  });
  expect(conditions.map((condition) => condition.id)).toEqual(['residence', 'minimumAge', 'document1', 'recipients']);
  const facts = { ...nothingKnown, birthDate: '1950-01-01', residesInArea: true, documents: ['Certificate'] };
  const check = (note: string) => checkConditions(conditions, facts, { recipients: { isMet: true, note } }, day);
  expect(together(check(' '))).toBe('unknown');
  expect(check(' ').at(-1)?.reason).toBe('needs-staff');
  expect(together(check('Seen at home'))).toBe('met');
  expect(check('Seen at home').at(-1)).toMatchObject({ reason: 'settled-by-staff', note: 'Seen at home' });
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ id: 'r', kind: 'residesInArea' }),
  fc.record({ id: fc.constant('a'), kind: fc.constantFrom('ageAtLeast', 'ageAtMost'), years: fc.constantFrom(10, 60, 75) }),
  fc.record({ id: fc.constant('d'), kind: fc.constant('disability'), degrees: fc.subarray([...disabilityDegrees], { minLength: 1 }) }),
  fc.constant<Condition>({ id: 'l', kind: 'livesAlone' }),
  fc.record({ id: fc.constant('i'), kind: fc.constant('incomeAtMost'), grosze: fc.constantFrom(0, 101000) }),
  fc.record({ id: fc.constant('p'), kind: fc.constant('document'), name: fc.constantFrom('A', 'B') }),
  fc.constant<Condition>({ id: 'w', kind: 'inWords', text: 'words' }),
);
const tree = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ id: fc.constant('x'), kind: fc.constantFrom('allOf', 'anyOf'), of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
  ),
})).node;
const known: fc.Arbitrary<ApplicantFacts> = fc.record({
  birthDate: fc.constantFrom('1940-01-01', '1960-01-01', '2018-01-01'),
  residesInArea: fc.boolean(),
  disabilityDegree: fc.constantFrom(...disabilityDegrees),
  livesAlone: fc.boolean(),
  targetGroups: fc.constant([]),
  incomePerPersonGrosze: fc.constantFrom(0, 50000, 200000),
  documents: fc.subarray(['A', 'B']),
});

test('learning more never overturns what was already decided', () => {
  fc.assert(
    fc.property(
      fc.array(tree, { maxLength: 4 }),
      known,
      fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      (conditions, facts, hidden) => {
        const partial = Object.fromEntries(Object.entries(facts).map(([key, value], index) => [key, hidden[index] ? null : value]));
        const before = checkConditions(conditions, { ...nothingKnown, ...partial }, {}, day);
        const after = checkConditions(conditions, facts, {}, day);
        before.forEach((check, index) => {
          if (check.outcome !== 'unknown') expect(after[index]?.outcome).toBe(check.outcome);
        });
        if (together(before) !== 'unknown') expect(together(after)).toBe(together(before));
      },
    ),
    { numRuns: 1000 },
  );
});

test('conditions survive storage', () => {
  fc.assert(
    fc.property(tree, (condition) => {
      expect(conditionSchema.parse(JSON.parse(JSON.stringify(condition)))).toEqual(condition);
    }),
  );
});
