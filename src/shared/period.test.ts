import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageOn,
  contains,
  findInForce,
  fullMonths,
  intersection,
  isBefore,
  isPlanObligatory,
  latestPlanEnd,
  lengthInDays,
  overlaps,
  periodOf,
  planDueOn,
  type Period,
} from '#shared/period.ts';
import { getValue } from '#shared/result.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const days = fc.integer({ min: 0, max: 20_000 }).map((offset) => day('2000-01-01').add({ days: offset }));
const periods: fc.Arbitrary<Period> = fc.oneof(
  days.map((from) => ({ from })),
  fc.tuple(days, fc.nat(2000)).map(([from, length]) => ({ from, to: from.add({ days: length }) })),
);

describe('dates of a plan', () => {
  test.each([
    ['2025-03-03', '2025-04-02'],
    ['2025-01-31', '2025-03-02'],
    ['2024-01-31', '2024-03-01'],
  ])('for an application of %s the plan is due on %s', (applied, due) => {
    expect(planDueOn(day(applied), 30).toString()).toBe(due);
  });

  test.each([
    ['2025-05-01', '2026-04-30'],
    ['2024-02-29', '2025-02-27'],
    ['2025-01-01', '2025-12-31'],
  ])('a plan from %s ends on %s at the latest', (start, end) => {
    expect(latestPlanEnd(day(start), 12).toString()).toBe(end);
  });

  test.each([
    ['2025-01-15', '2025-04-14', 3, true],
    ['2025-01-15', '2025-04-13', 2, false],
    ['2024-11-30', '2025-02-27', 3, true],
    ['2025-01-31', '2025-02-27', 1, false],
    ['2025-01-15', '2025-01-15', 0, false],
  ])('coordination %s … %s is %i full months, plan obligatory: %s', (from, to, months, obligatory) => {
    const coordination = getValue(periodOf(day(from), day(to)));
    expect([fullMonths(coordination), isPlanObligatory(coordination, 3)]).toEqual([months, obligatory]);
  });

  test('coordination without an end makes a plan obligatory', () => {
    expect(isPlanObligatory({ from: day('2025-01-01') }, 3)).toBe(true);
  });

  test('the longest plan is exactly as many full months as allowed, one day less is not', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 36 }), (from, months) => {
        const to = latestPlanEnd(from, months);
        expect(fullMonths({ from, to })).toBe(months);
        expect(fullMonths({ from, to: to.subtract({ days: 1 }) })).toBeLessThan(months);
      }),
    );
  });
});

describe('periods', () => {
  test('may not end before they start', () => {
    expect(periodOf(day('2025-01-02'), day('2025-01-01'))).toEqual({ ok: false, refusal: 'ends-before-it-starts' });
    expect(lengthInDays(getValue(periodOf(day('2025-01-01'), day('2025-01-01'))))).toBe(1);
    expect(lengthInDays({ from: day('2025-01-01') })).toBeUndefined();
  });

  test('a day lies in the shared part exactly when it lies in both', () => {
    fc.assert(
      fc.property(periods, periods, days, (a, b, on) => {
        const shared = intersection(a, b);
        expect(shared !== undefined && contains(shared, on)).toBe(contains(a, on) && contains(b, on));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  test('the entry in force on a day', () => {
    const entries = [
      { value: 701, validFrom: '2018-10-01', validTo: '2021-12-31' },
      { value: 776, validFrom: '2022-01-01', validTo: '2024-12-31' },
      { value: 1010, validFrom: '2025-01-01' },
    ];
    const valueOn = (iso: string) => findInForce(entries, day(iso))?.value;
    expect(['2018-09-30', '2021-12-31', '2022-01-01', '2024-12-31', '2025-01-01', '2030-01-01'].map(valueOn)).toEqual([
      undefined,
      701,
      776,
      776,
      1010,
      1010,
    ]);
  });
});

describe('age', () => {
  test.each([
    ['2007-03-03', '2025-03-02', 17],
    ['2007-03-03', '2025-03-03', 18],
    ['2004-02-29', '2025-02-28', 20],
    ['2004-02-29', '2025-03-01', 21],
  ])('born %s, on %s: %i', (born, on, age) => {
    expect(ageOn(day(born), day(on))).toBe(age);
  });

  test('never falls as days pass', () => {
    fc.assert(
      fc.property(days, days, fc.nat(400), (born, on, more) => {
        fc.pre(!isBefore(on, born));
        expect(ageOn(born, on.add({ days: more }))).toBeGreaterThanOrEqual(ageOn(born, on));
      }),
    );
  });
});
