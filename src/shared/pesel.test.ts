import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pesel } from '#shared/pesel.ts';
import { getValue } from '#shared/result.ts';

const birthDates = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2299-12-31'), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));
const serials = fc.integer({ min: 0, max: 9999 });

describe('Pesel', () => {
  test.each([
    ['44051401359', '1944-05-14', 'male'],
    ['02070803628', '1902-07-08', 'female'],
    ['440514 013-59', '1944-05-14', 'male'],
  ])('reads %s', (typed, bornOn, sex) => {
    const pesel = getValue(Pesel.parse(typed));
    expect([pesel.birthDate.toString(), pesel.sex]).toEqual([bornOn, sex]);
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['4405140135', 'wrong-length'],
    ['440514013590', 'wrong-length'],
    ['4405140135x', 'not-digits'],
    ['٤٤٠٥١٤٠١٣٥٩', 'not-digits'],
    ['44051401358', 'wrong-checksum'],
    ['00000000000', 'impossible-date'],
    ['44133101357', 'impossible-date'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(Pesel.parse(typed)).toEqual({ ok: false, refusal });
  });

  test('any composed number reads back with its birth date and sex', () => {
    fc.assert(
      fc.property(birthDates, serials, (bornOn, serial) => {
        const composed = Pesel.compose(bornOn, serial);
        const read = getValue(Pesel.parse(composed.reveal()));
        expect(read.equals(composed)).toBe(true);
        expect(read.birthDate.equals(bornOn)).toBe(true);
        expect(read.sex).toBe(serial % 2 === 1 ? 'male' : 'female');
      }),
    );
  });

  test('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(birthDates, serials, fc.nat(10), fc.integer({ min: 1, max: 9 }), (bornOn, serial, at, shift) => {
        const digits = Pesel.compose(bornOn, serial).reveal();
        const wrong = (Number(digits.charAt(at)) + shift) % 10;
        expect(Pesel.parse(`${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`).ok).toBe(false);
      }),
    );
  });

  test('no way of printing shows a digit of it', () => {
    const pesel = Pesel.compose(Temporal.PlainDate.from('1944-05-14'), 135);
    const printed = [
      String(pesel),
      `${pesel}`,
      JSON.stringify({ pesel, nested: [pesel] }),
      inspect(pesel),
      inspect({ pesel }, { depth: 9, showHidden: true }),
      JSON.stringify(structuredClone({ ...pesel })),
    ];
    for (const text of printed) expect(text).not.toMatch(/4405|1944|05-14|135/);
  });
});
