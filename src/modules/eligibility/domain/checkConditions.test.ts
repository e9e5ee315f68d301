import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCondition, anyFacts, hideSome, hiding } from '../testing.ts';
import { checkConditions, noCriteria, together, type IncomeCriteria, type Outcome } from './checkConditions.ts';
import { conditionSchema, decimalAgeOn, nothingKnown, type ApplicantFacts, type Condition } from './conditions.ts';
import { conditionsOfCard } from './conditionsOfCard.ts';

const aged = (birthDate: string) => decimalAgeOn(Temporal.PlainDate.from(birthDate), Temporal.PlainDate.from('2025-03-03'));
const outcomeOf = (condition: Condition, facts: Partial<ApplicantFacts>): readonly [Outcome, string] => {
  const [check] = checkConditions([condition], { facts: { ...nothingKnown, ...facts } });
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
  expect(outcomeOf(button, { age: aged('1949-05-05'), livesAlone: true })).toEqual(['met', 'some-met']);
  expect(outcomeOf(button, { age: aged('1950-05-05'), livesAlone: true })).toEqual(['unknown', 'some-not-known']);
  expect(outcomeOf(button, { age: aged('1950-05-05'), livesAlone: true, disabilityDegree: 'light' })).toEqual(['notMet', 'none-met']);
  expect(outcomeOf(button, { livesAlone: false })).toEqual(['notMet', 'none-met']);
});

test('age is counted in completed years on the day, the birthday included', () => {
  const sixty: Condition = { id: 'a', kind: 'ageAtLeast', years: 60 };
  expect(outcomeOf(sixty, { age: aged('1965-03-03') })).toEqual(['met', 'old-enough']);
  expect(outcomeOf(sixty, { age: aged('1965-03-04') })).toEqual(['notMet', 'too-young']);
  expect(outcomeOf({ id: 'b', kind: 'ageAtMost', years: 10 }, { age: aged('2014-03-04') })).toEqual(['met', 'young-enough']);
  expect(outcomeOf({ id: 'b', kind: 'ageAtMost', years: 10 }, { age: aged('2014-03-03') })).toEqual(['notMet', 'too-old']);
});

test('each check shows what it looked at', () => {
  const [income, group] = checkConditions(
    [
      { id: 'i', kind: 'incomeAtMost', grosze: 101000 },
      { id: 'g', kind: 'targetGroup', groups: ['seniors'] },
    ],
    { facts: { ...nothingKnown, incomePerPersonGrosze: 101001, targetGroups: ['carers'] } },
  );
  expect(income).toMatchObject({ outcome: 'notMet', reason: 'income-above', input: 101001 });
  expect(group).toMatchObject({ outcome: 'notMet', reason: 'group-differs', input: ['carers'] });
});

test('words of a card wait for staff; a settlement counts only with a note', () => {
  const conditions = conditionsOfCard({
    minimumAge: 60,
    maximumAge: null,
    recipients: 'Dependent persons',
    qualification: { documents: ['Certificate'] },
  });
  expect(conditions.map((condition) => condition.id)).toEqual(['residence', 'minimumAge', 'document1', 'recipients']);
  const facts = { ...nothingKnown, age: aged('1950-01-01'), residesInArea: true, documents: ['Certificate'] };
  const check = (note: string) => checkConditions(conditions, { facts, settled: { recipients: { isMet: true, note } } });
  expect(together(check(' '))).toBe('unknown');
  expect(check(' ').at(-1)?.reason).toBe('needs-staff');
  expect(together(check('Seen at home'))).toBe('met');
  expect(check('Seen at home').at(-1)).toMatchObject({ reason: 'settled-by-staff', note: 'Seen at home' });
});

test('how one applies is no condition', () => {
  const qualification = { text: 'Wniosek w centrum. Decyduje kolejność zgłoszeń.', documents: [] };
  const conditions = conditionsOfCard({ minimumAge: null, maximumAge: null, recipients: null, qualification });
  expect(conditions.map(({ id }) => id)).toEqual(['residence']);
});

test('learning more never overturns what was already decided', () => {
  const criteria = { single: 101_000, family: 82_300 };
  fc.assert(
    fc.property(fc.array(anyCondition, { maxLength: 4 }), anyFacts, hiding, (conditions, facts, hidden) => {
      const before = checkConditions(conditions, { facts: hideSome(facts, hidden), criteria });
      const after = checkConditions(conditions, { facts, criteria });
      before.forEach((check, index) => {
        if (check.outcome !== 'unknown') expect(after[index]?.outcome).toBe(check.outcome);
      });
      if (together(before) !== 'unknown') expect(together(after)).toBe(together(before));
    }),
    { numRuns: 1000 },
  );
});

test('conditions survive storage', () => {
  fc.assert(
    fc.property(anyCondition, (condition) => {
      expect(conditionSchema.parse(JSON.parse(JSON.stringify(condition)))).toEqual(condition);
    }),
  );
});

test('an income is measured by the criterion in force, of a single person or of a family', () => {
  const criteria = { single: 101_000, family: 82_300 };
  const within: Condition = { id: 'w', kind: 'incomeWithin', percent: 150 };
  const check = (facts: Partial<ApplicantFacts>, known: IncomeCriteria = criteria) => {
    const [found] = checkConditions([within], { facts: { ...nothingKnown, ...facts }, criteria: known });
    return [found?.outcome, found?.reason, found?.bound];
  };
  expect(check({ incomePerPersonGrosze: 151_500, livesAlone: true })).toEqual(['met', 'income-within', 151_500]);
  expect(check({ incomePerPersonGrosze: 151_500, household: 3 })).toEqual(['notMet', 'income-above', 123_450]);
  expect(check({ incomePerPersonGrosze: 123_450 })).toEqual(['met', 'income-within', 123_450]);
  expect(check({ incomePerPersonGrosze: 140_000 })).toEqual(['unknown', 'not-known', null]);
  expect(check({ incomePerPersonGrosze: 1 }, noCriteria)).toEqual(['unknown', 'criterion-not-known', null]);
});

test('who is excluded is not let in, and an exception lets in whom the rule would not', () => {
  const none: Condition = { id: 'n', kind: 'noneOf', of: [{ id: 'h', kind: 'circumstance', of: ['homeless'] }] };
  expect(outcomeOf(none, { circumstances: { homeless: true } })).toEqual(['notMet', 'excluded']);
  expect(outcomeOf(none, { circumstances: { homeless: false } })).toEqual(['met', 'not-excluded']);
  expect(outcomeOf(none, {})).toEqual(['unknown', 'some-not-known']);
  const unless: Condition = {
    id: 'e',
    kind: 'exception',
    of: [{ id: 'a', kind: 'ageAtLeast', years: 60 }],
    except: [{ id: 'd', kind: 'disability', degrees: ['severe'] }],
  };
  expect(outcomeOf(unless, { age: 61 })).toEqual(['met', 'all-met']);
  expect(outcomeOf(unless, { age: 40, disabilityDegree: 'severe' })).toEqual(['met', 'exception-met']);
  expect(outcomeOf(unless, { age: 40, disabilityDegree: 'light' })).toEqual(['notMet', 'some-not-met']);
  expect(outcomeOf(unless, { age: 40 })).toEqual(['unknown', 'some-not-known']);
});
