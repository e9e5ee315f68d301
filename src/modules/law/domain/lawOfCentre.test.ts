import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lawOfCentre, readTypedValue, type CentreValue } from './lawOfCentre.ts';
import { findInForce, type Parameter } from './parameters.ts';

const shipped: readonly Parameter[] = [
  {
    key: 'planDueDays',
    kind: 'law',
    title_pl: 'Termin',
    unit: 'day',
    value: 30,
    validFrom: '2020-01-01',
    article: null,
    source: null,
    verified: false,
  },
  {
    key: 'planDueDays',
    kind: 'law',
    title_pl: 'Termin',
    unit: 'day',
    value: 40,
    validFrom: '2027-01-01',
    article: null,
    source: null,
    verified: true,
  },
];
const entry = (over: Partial<CentreValue>): CentreValue => ({
  id: '0',
  key: 'planDueDays',
  value: 21,
  validFrom: Temporal.PlainDate.from('2026-03-01'),
  kind: 'changed',
  article: null,
  source: 'uchwała',
  note: null,
  enteredBy: '1',
  enteredByName: 'Ewa',
  enteredAt: Temporal.Instant.from('2026-02-01T10:00:00Z'),
  ...over,
});
const on = (law: readonly Parameter[], day: string) => findInForce(law, 'planDueDays', Temporal.PlainDate.from(day));

test('a change counts from its day on, until a later figure begins', () => {
  const law = lawOfCentre(shipped, [entry({})]);
  expect(on(law, '2026-02-28')?.value).toBe(30);
  expect(on(law, '2026-03-01')).toMatchObject({ value: 21, verified: true, source: 'uchwała' });
  expect(on(law, '2027-01-01')?.value).toBe(40);
});
test('of two entries about one day the last counts', () => {
  expect(on(lawOfCentre(shipped, [entry({}), entry({ value: 14 })]), '2026-04-01')?.value).toBe(14);
});
test('a confirmation verifies and changes nothing else', () => {
  const law = lawOfCentre(shipped, [entry({ kind: 'confirmed', value: 30, validFrom: Temporal.PlainDate.from('2020-01-01') })]);
  expect(on(law, '2026-04-01')).toMatchObject({ value: 30, verified: true });
  expect(law).toHaveLength(2);
});
test('no change reaches days before it', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map((n) => Temporal.PlainDate.from('2020-01-01').add({ days: n }));
  fc.assert(
    fc.property(fc.array(days, { maxLength: 5 }), days, (changes, day) => {
      const law = lawOfCentre(
        shipped,
        changes.map((validFrom, n) => entry({ validFrom, value: n + 1 })),
      );
      const earlier = changes.some((change) => Temporal.PlainDate.compare(change, day) <= 0);
      return earlier || on(law, day.toString())?.value === on(shipped, day.toString())?.value;
    }),
  );
});
test.each([
  ['1010,00', 101000],
  ['1 010', 101000],
  ['7,5', undefined],
  ['-1', undefined],
] as const)('the amount %s is read as %s', (typed, value) => {
  expect(readTypedValue({ ...shipped[0], unit: 'grosze', value: 5 } as Parameter, typed)).toBe(value);
});
test('a list is read line by line, an empty one is refused', () => {
  const list = { ...shipped[0], unit: 'list', value: ['a'] } as Parameter;
  expect(readTypedValue(list, ' pierwsze \n\n drugie')).toEqual(['pierwsze', 'drugie']);
  expect(readTypedValue(list, ' \n ')).toBeUndefined();
});
