import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingDays, easterSunday, findHoliday, isWorkingDay, listHolidays, nextWorkingDay } from '#shared/workingDay.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const days = fc.integer({ min: 0, max: 20_000 }).map((offset) => day('1995-01-01').add({ days: offset }));

describe('days off', () => {
  test('are listed by year, all of them and no other day', () => {
    for (const year of [1990, 2011, 2024, 2025, 2026]) {
      const all = Array.from({ length: day(`${year}-01-01`).daysInYear }, (_, ahead) => day(`${year}-01-01`).add({ days: ahead }));
      const listed = listHolidays(year).map(String);
      expect([...new Set(listed)].toSorted()).toEqual(all.filter((each) => findHoliday(each) !== undefined).map(String));
    }
  });

  test.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i falls on %s', (year, iso) => {
    expect(easterSunday(year).toString()).toBe(iso);
  });

  test.each([
    ['2025-04-21', 'Poniedziałek Wielkanocny'],
    ['2025-06-08', 'Zielone Świątki'],
    ['2025-06-19', 'Boże Ciało'],
    ['2026-06-04', 'Boże Ciało'],
    ['2024-12-24', undefined],
    ['2025-12-24', 'Wigilia Bożego Narodzenia'],
    ['2010-01-06', undefined],
    ['2011-01-06', 'Święto Trzech Króli'],
    ['2025-11-11', 'Narodowe Święto Niepodległości'],
    ['2025-11-12', undefined],
  ])('%s: %s', (iso, name) => {
    expect(findHoliday(day(iso))).toBe(name);
  });

  test('a year has thirteen statutory days off, fourteen from 2025', () => {
    const count = (year: number) =>
      Array.from({ length: 366 }, (_, offset) => day(`${year}-01-01`).add({ days: offset })).filter(
        (date) => date.year === year && findHoliday(date) !== undefined,
      ).length;
    expect([count(2024), count(2025), count(2026)]).toEqual([13, 14, 14]);
  });
});

describe('working days', () => {
  test.each([
    ['2025-05-02', '2025-05-02'],
    ['2025-05-03', '2025-05-05'],
    ['2024-12-24', '2024-12-24'],
    ['2025-12-24', '2025-12-29'],
    ['2026-04-04', '2026-04-07'],
  ])('a deadline on %s moves to %s', (iso, moved) => {
    expect(nextWorkingDay(day(iso)).toString()).toBe(moved);
  });

  test('the next working day is one, is not earlier, and none lies between', () => {
    fc.assert(
      fc.property(days, (date) => {
        const next = nextWorkingDay(date);
        expect(isWorkingDay(next)).toBe(true);
        const between = date.until(next).days;
        expect(between).toBeGreaterThanOrEqual(0);
        expect(Array.from({ length: between }, (_, offset) => date.add({ days: offset })).some((d) => isWorkingDay(d))).toBe(false);
      }),
    );
  });

  test('counting goes over the days off', () => {
    expect(addWorkingDays(day('2025-04-17'), 2).toString()).toBe('2025-04-22');
    expect(addWorkingDays(day('2025-04-17'), 0).toString()).toBe('2025-04-17');
  });
});
