import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, formatMoney, formatMoneyForField, grosze, parseMoney, percentOf, scale, subtract, zloty, ZERO } from '#shared/money.ts';

const amounts = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }).map(grosze);

describe('money', () => {
  test.each([
    ['1 234,50 zł', 123450],
    ['1\u00a0234,50\u00a0zł', 123450],
    ['1234,5', 123450],
    ['1234.50', 123450],
    ['1.234,50', 123450],
    ['80 PLN', 8000],
    ['0,01', 1],
    ['-3,20 zł', -320],
    ['−3,20', -320],
    ['007', 700],
  ])('reads "%s"', (typed, value) => {
    expect(parseMoney(typed)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'empty'],
    ['zł', 'empty'],
    ['sto', 'unreadable'],
    ['1,2,3', 'unreadable'],
    ['1.234', 'unreadable'],
    ['12,345', 'too-precise'],
    ['1e3', 'unreadable'],
    ['9'.repeat(20), 'too-large'],
    ['12 €', 'unreadable'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(parseMoney(typed)).toEqual({ ok: false, refusal });
  });

  test.each([
    [123450, '1 234,50 zł'],
    [0, '0,00 zł'],
    [5, '0,05 zł'],
    [-123456789, '-1 234 567,89 zł'],
  ])('writes %i grosze as "%s"', (amount, text) => {
    expect(formatMoney(grosze(amount)).replaceAll('\u00a0', ' ')).toBe(text);
  });

  test('every written amount reads back', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseMoney(formatMoney(amount))).toEqual({ ok: true, value: amount });
        expect(parseMoney(formatMoneyForField(amount))).toEqual({ ok: true, value: amount });
      }),
    );
  });

  test.each([
    [100, [70100, 77600, 101000, 52800, 60000, 82300]],
    [120, [84120, 93120, 121200, 63360, 72000, 98760]],
    [150, [105150, 116400, 151500, 79200, 90000, 123450]],
    [180, [126180, 139680, 181800, 95040, 108000, 148140]],
    [200, [140200, 155200, 202000, 105600, 120000, 164600]],
    [220, [154220, 170720, 222200, 116160, 132000, 181060]],
    [250, [175250, 194000, 252500, 132000, 150000, 205750]],
    [260, [182260, 201760, 262600, 137280, 156000, 213980]],
    [300, [210300, 232800, 303000, 158400, 180000, 246900]],
  ])('%i%% of the income criteria', (percent, expected) => {
    expect([701, 776, 1010, 528, 600, 823].map((criterion) => percentOf(zloty(criterion), percent))).toEqual(expected);
  });

  test.each([
    [4, 36],
    [6, 54],
    [8, 71],
    [10, 89],
    [11, 98],
    [15, 134],
    [20, 179],
    [25, 223],
    [30, 268],
    [40, 357],
    [45, 402],
    [65, 580],
    [80, 714],
    [90, 804],
    [100, 893],
  ])('%i%% of 8,93 zł, half-up, is %i grosze', (percent, expected) => {
    expect(percentOf(zloty(8, 93), percent)).toBe(expected);
  });

  test('a half goes away from zero on both sides', () => {
    expect([percentOf(grosze(5), 10), percentOf(grosze(-5), 10), percentOf(grosze(4), 10)]).toEqual([1, -1, 0]);
    expect(Object.is(percentOf(grosze(-4), 10), -0)).toBe(false);
  });

  test('a scaled amount is never more than half a grosz away', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (amount, up, down) => {
        const error = BigInt(scale(amount, up, down)) * BigInt(down) - BigInt(amount) * BigInt(up);
        expect(2n * (error < 0n ? -error : error) <= BigInt(down)).toBe(true);
      }),
    );
  });

  test('adding and taking away again changes nothing', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subtract(add(a, b), b)).toBe(a);
      }),
    );
    expect(add()).toBe(ZERO);
  });

  test('fractions of a grosz do not exist', () => {
    expect(() => grosze(0.5)).toThrow(RangeError);
    expect(() => grosze(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
    expect(() => scale(grosze(1), 1, 0)).toThrow(RangeError);
  });
});
