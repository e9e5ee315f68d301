import fc from 'fast-check';
import { type ApplicantFacts, type Condition, circumstances, disabilityDegrees } from './domain/conditions.ts';

const id = fc.constant('x');
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ id, kind: fc.constantFrom('residesInArea', 'livesAlone') }),
  fc.record({ id, kind: fc.constantFrom('ageAtLeast', 'ageAtMost'), years: fc.constantFrom(2.5, 10, 60, 75) }),
  fc.record({ id, kind: fc.constant('disability'), degrees: fc.subarray([...disabilityDegrees], { minLength: 1 }) }),
  fc.record({ id, kind: fc.constantFrom('householdAtLeast', 'householdAtMost'), persons: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ id, kind: fc.constant('circumstance'), of: fc.subarray([...circumstances], { minLength: 1, maxLength: 3 }) }),
  fc.record({ id, kind: fc.constant('targetGroup'), groups: fc.subarray(['SENIORS', 'CARERS', 'EVERYONE'], { minLength: 1 }) }),
  fc.record({ id, kind: fc.constant('incomeAtMost'), grosze: fc.constantFrom(0, 101000, 120050) }),
  fc.record({ id, kind: fc.constant('incomeWithin'), percent: fc.constantFrom(100, 150, 300) }),
  fc.record({ id, kind: fc.constant('document'), name: fc.constantFrom('Zaświadczenie', 'PIT: za rok') }),
  fc.record({ id, kind: fc.constant('inWords'), text: fc.constantFrom('Osoba wymaga pomocy.', 'a: b, c lub d') }),
);

/** Any condition; ids are not told apart. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => {
  const list = fc.array(tie('node'), { minLength: 1, maxLength: 3 });
  return {
    node: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      leaf,
      fc.record({ id, kind: fc.constantFrom('allOf', 'anyOf', 'noneOf'), of: list }),
      fc.record({ id, kind: fc.constant('exception'), of: list, except: list }),
    ),
  };
}).node;

/** A person of whom everything is known; alone means a household of one. */
export const anyFacts: fc.Arbitrary<ApplicantFacts> = fc
  .record({
    age: fc.constantFrom(0.5, 2.5, 10, 60, 66.75, 85),
    residesInArea: fc.boolean(),
    disabilityDegree: fc.constantFrom(...disabilityDegrees),
    household: fc.integer({ min: 1, max: 5 }),
    circumstances: fc
      .array(fc.boolean(), { minLength: circumstances.length, maxLength: circumstances.length })
      .map((held) => Object.fromEntries(circumstances.map((each, index) => [each, held[index] ?? false]))),
    targetGroups: fc.subarray(['SENIORS', 'CARERS']),
    incomePerPersonGrosze: fc.constantFrom(0, 50_000, 90_000, 200_000),
    documents: fc.subarray(['Zaświadczenie', 'PIT: za rok']),
  })
  .map((facts) => ({ ...facts, livesAlone: facts.household === 1 }));

/** The same person with some things not told. */
export const hideSome = (facts: ApplicantFacts, hidden: readonly boolean[]): ApplicantFacts =>
  ({
    ...Object.fromEntries(Object.entries(facts).map(([key, value], index) => [key, hidden[index] ? null : value])),
    circumstances: Object.fromEntries(Object.entries(facts.circumstances).filter((_, index) => !hidden[(index + 3) % hidden.length])),
  }) as ApplicantFacts;
export const hiding = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });
