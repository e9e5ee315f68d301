import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseKrs } from '#shared/krs.ts';
import { formatNip, parseNip } from '#shared/nip.ts';
import { parsePhone, formatPhone, isMobile, isPublicNumber } from '#shared/phone.ts';
import { parsePostcode } from '#shared/postcode.ts';
import { parseRegon, regonOfBody } from '#shared/regon.ts';
import { getValue } from '#shared/result.ts';
import { hasPowiatRights, isGmina, parseTerc, powiatCode, tercKind, voivodeshipCode } from '#shared/teryt.ts';
import { isUuid, newId, newIdAt } from '#shared/uuid.ts';

const digitsOf = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
const separators = fc.constantFrom('', ' ', '-', '\u00a0', ' - ');

describe('NIP', () => {
  test.each([
    ['5552126865', '5552126865'],
    ['862-157-33-40', '8621573340'],
    ['PL 5213599590', '5213599590'],
    ['NIP: 521 35 99 590', '5213599590'],
  ])('reads %s', (typed, nip) => {
    expect(parseNip(typed)).toEqual({ ok: true, value: nip });
  });

  test.each([
    ['', 'empty'],
    ['1234567890', 'wrong-checksum'],
    ['0000000000', 'wrong-prefix'],
    ['123456789', 'wrong-length'],
    ['55521268 6O', 'not-digits'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(parseNip(typed)).toEqual({ ok: false, refusal });
  });

  test('the usual writing reads back, and a wrong digit is noticed', () => {
    fc.assert(
      fc.property(digitsOf(10), fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const parsed = parseNip(digits);
        fc.pre(parsed.ok);
        expect(parseNip(formatNip(parsed.value))).toEqual(parsed);
        const wrong = (Number(digits.charAt(at)) + shift) % 10;
        expect(parseNip(`${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`).ok).toBe(false);
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    );
  });
});

describe('REGON', () => {
  test.each(['432699340', '142877546', '123456785', '12345678512347'])('reads %s', (typed) => {
    expect(parseRegon(typed)).toEqual({ ok: true, value: typed });
  });

  test.each([
    ['432699341', 'wrong-checksum'],
    ['000000000', 'only-zeros'],
    ['12345678612347', 'wrong-checksum'],
    ['12345678512348', 'wrong-checksum'],
    ['1234567851', 'wrong-length'],
    ['43269934O', 'not-digits'],
    [' ', 'empty'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(parseRegon(typed)).toEqual({ ok: false, refusal });
  });

  test('the body of a local unit has a REGON of its own', () => {
    expect(regonOfBody(getValue(parseRegon('12345678512347')))).toBe('123456785');
  });
});

describe('KRS', () => {
  test('keeps its leading zeros', () => {
    expect(parseKrs('KRS 0000184388')).toEqual({ ok: true, value: '0000184388' });
  });

  test.each([
    ['184388', 'wrong-length'],
    ['0000000000', 'only-zeros'],
    ['00001843B8', 'not-digits'],
    ['', 'empty'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(parseKrs(typed)).toEqual({ ok: false, refusal });
  });
});

describe('TERC', () => {
  test.each([
    ['0403083', 'urban-rural', false],
    ['0463011', 'urban', true],
    ['2472011', 'urban', true],
    ['3262011', 'urban', true],
    ['3261011', 'urban', true],
    ['0862011', 'urban', true],
    ['1465011', 'urban', true],
    ['0402032', 'rural', false],
  ])('%s is %s, powiat rights: %s', (typed, kind, rights) => {
    const terc = getValue(parseTerc(typed));
    expect([tercKind(terc), hasPowiatRights(terc), isGmina(terc)]).toEqual([kind, rights, true]);
  });

  test('its parts', () => {
    const terc = getValue(parseTerc('04 03 08 3'));
    expect([voivodeshipCode(terc), powiatCode(terc)]).toEqual(['04', '0403']);
    expect(isGmina(getValue(parseTerc('0403084')))).toBe(false);
  });

  test.each([
    ['', 'empty'],
    ['403083', 'wrong-length'],
    ['0303083', 'unknown-voivodeship'],
    ['0400083', 'unknown-powiat'],
    ['0403003', 'unknown-gmina'],
    ['0403087', 'unknown-kind'],
    ['04O3083', 'not-digits'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(parseTerc(typed)).toEqual({ ok: false, refusal });
  });
});

describe('postal code', () => {
  test.each(['86-050', '86050', ' 86 050 ', '86–050'])('reads "%s"', (typed) => {
    expect(parsePostcode(typed)).toEqual({ ok: true, value: '86-050' });
  });

  test.each([
    ['', 'empty'],
    ['8605', 'unreadable'],
    ['86-0500', 'unreadable'],
    ['860-50', 'unreadable'],
    ['SW1A 1AA', 'unreadable'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(parsePostcode(typed)).toEqual({ ok: false, refusal });
  });
});

describe('telephone number', () => {
  test.each([
    ['600 100 200', '+48600100200', '600 100 200'],
    ['+48 600-100-200', '+48600100200', '600 100 200'],
    ['0048600100200', '+48600100200', '600 100 200'],
    ['48600100200', '+48600100200', '600 100 200'],
    ['(52) 123 45 67', '+48521234567', '52 123 45 67'],
    ['0 52 123 45 67', '+48521234567', '52 123 45 67'],
    ['tel. 52/123-45-67', '+48521234567', '52 123 45 67'],
    ['+380 44 123 45 67', '+380441234567', '+380441234567'],
  ])('reads "%s"', (typed, phone, shown) => {
    const parsed = getValue(parsePhone(typed));
    expect([parsed, formatPhone(parsed).replaceAll('\u00a0', ' ')]).toEqual([phone, shown]);
  });

  test('tells what residents can call from what they cannot', () => {
    const good = [
      '52 123 45 67',
      '52/123-45-67 wew. 12',
      '52 123 45 67 lub 600 100 200',
      'tel. 112',
      '116 111',
      '+380 44 123 45 67, 19115',
    ];
    expect(good.filter((text) => !isPublicNumber(text))).toEqual([]);
    const bad = ['abc', 'nie wiem', 'zadzwoń', '12', '123 45 67', '52 123 45 67 lub wieczorem', ''];
    expect(bad.filter(isPublicNumber)).toEqual([]);
  });

  test('tells a mobile number', () => {
    expect(['600100200', '521234567', '+380441234567'].map((text) => isMobile(getValue(parsePhone(text))))).toEqual([true, false, false]);
  });

  test.each([
    ['', 'empty'],
    ['112', 'too-short'],
    ['6001002001', 'too-long'],
    ['060010020', 'wrong-prefix'],
    ['600 100 2oo', 'not-digits'],
    ['+3801', 'too-short'],
    ['+1234567890123456', 'too-long'],
  ])('refuses "%s": %s', (typed, refusal) => {
    expect(parsePhone(typed)).toEqual({ ok: false, refusal });
  });

  test('the shown number reads back, whatever stands between its digits', () => {
    fc.assert(
      fc.property(digitsOf(9), separators, (digits, separator) => {
        const parsed = parsePhone(Array.from(digits).join(separator));
        fc.pre(parsed.ok);
        expect(parsePhone(formatPhone(parsed.value))).toEqual(parsed);
      }),
    );
  });
});

describe('identifiers of rows', () => {
  test('are UUIDs that sort by the time of making', () => {
    const ids = ['2025-03-03T08:00:00Z', '2025-03-03T08:00:01Z', '2026-01-01T00:00:00Z'].map((moment) =>
      newIdAt(Temporal.Instant.from(moment)),
    );
    expect(ids.toSorted()).toEqual(ids);
    expect([...ids, newId()].every(isUuid)).toBe(true);
  });

  test.each(['', 'x', '018f', "' or 1=1", `${'0'.repeat(36)}`])('"%s" is none', (text) => {
    expect(isUuid(text)).toBe(false);
  });
});
