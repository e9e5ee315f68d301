import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseTargetGroups } from '#modules/catalogue/domain/recogniseTargetGroups.ts';
import { linkOf, serviceCardSchema, slugOf } from '#modules/catalogue/domain/service.ts';

describe('the address of a service', () => {
  test.each([
    ['Złota rączka', 'zlota-raczka'],
    ['„SENIORZE – czekamy na Ciebie”', 'seniorze-czekamy-na-ciebie'],
    ['Опіка', 'usluga'],
    ['', 'usluga'],
  ])('%s → %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('is always one that a card may have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(serviceCardSchema.shape.slug.safeParse(slugOf(name)).success).toBe(true);
      }),
    );
  });
});

describe('target groups named in a text', () => {
  test.each([
    ['osoby starsze, osoby przewlekle chore', ['SENIORS', 'DEPENDENT']],
    ['opiekunowie faktyczni', ['CARERS']],
    ['osoby samotne powyżej 60 roku życia', ['SENIORS']],
    ['Osoby 75+', ['SENIORS']],
    ['osoby niezdolne do pracy', []],
    ['osoby szukające pracy', ['JOBSEEKERS']],
    ['dorośli', ['ADULTS']],
    ['osoby dorosłe', ['ADULTS']],
    ['uczniowie, rodziny z dziećmi', ['FAMILIES', 'CHILDREN']],
    ['osoby w trudnej sytuacji', ['CRISIS']],
    ['dzieci do lat 6', ['CHILDREN']],
    ['mieszkańcy', ['EVERYONE']],
    ['', []],
  ])('%s: %j', (text, groups) => {
    expect(recogniseTargetGroups(text)).toEqual(groups);
  });
});

describe('the source of a card', () => {
  test.each([
    ['https://example.org/karta', true],
    ['https://example.org/długi-adres…', false],
    ['gazeta z 2023 r.', false],
    ['javascript:alert(1)', false],
  ])('%s can be followed: %s', (source, can) => {
    expect(linkOf(source) !== undefined).toBe(can);
  });
});
