import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCondition } from '../testing.ts';
import { ruleWords } from '../texts/ruleWords.ts';
import type { Condition } from './conditions.ts';
import { readRule } from './ruleText.ts';
import { writeRule } from './writeRule.ts';

const read = (text: string) => readRule(text, ruleWords);
const withoutIds = (conditions: readonly Condition[]): unknown =>
  JSON.parse(JSON.stringify(conditions, (key, value: unknown) => (key === 'id' ? undefined : value)));

const BUTTON = `Mieszka w gminie
jedno z:
  - wiek: od 75 lat
  - wszystkie z:
      wiek: od 60 do 74 lat
      stopien niepelnosprawnosci: znaczny lub umiarkowany
mieszka samotnie
żadne z:
  sytuacja: kryzys bezdomności
wyjątek:
  dochód na osobę: do 150% kryterium
  osób w domu: do 2 osób
dokument: zaświadczenie od lekarza`;

describe('a rule in words', () => {
  test('is read as it is written on paper, without accents as well', () => {
    const { conditions, problems } = read(BUTTON);
    expect(problems).toEqual([]);
    expect(withoutIds(conditions)).toEqual([
      {
        kind: 'exception',
        of: [
          { kind: 'residesInArea' },
          {
            kind: 'anyOf',
            of: [
              { kind: 'ageAtLeast', years: 75 },
              {
                kind: 'allOf',
                of: [
                  { kind: 'ageAtLeast', years: 60 },
                  { kind: 'ageAtMost', years: 74 },
                  { kind: 'disability', degrees: ['severe', 'moderate'] },
                ],
              },
            ],
          },
          { kind: 'livesAlone' },
          { kind: 'noneOf', of: [{ kind: 'circumstance', of: ['homeless'] }] },
        ],
        except: [
          { kind: 'incomeWithin', percent: 150 },
          { kind: 'householdAtMost', persons: 2 },
        ],
      },
      { kind: 'document', name: 'zaświadczenie od lekarza' },
    ]);
  });

  test('every condition survives being written and read', () => {
    fc.assert(
      fc.property(fc.array(anyCondition, { maxLength: 4 }), (conditions) => {
        const text = writeRule(conditions, ruleWords);
        const again = read(text);
        // Some of them nobody can meet; that is another test's matter.
        expect(again.problems.filter(({ code }) => code !== 'never')).toEqual([]);
        // An exception stands for everything before it, so only the second writing is sure to be the first.
        expect(writeRule(again.conditions, ruleWords)).toBe(text);
        const ids: string[] = [];
        JSON.stringify(again.conditions, (key, value: unknown) => (key === 'id' ? ids.push(String(value)) : value));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test.each([
    ['wiek co najmniej 60 lat', 'wiek: od 60 lat'],
    ['Wiek: co najmniej 60', 'wiek: od 60 lat'],
    ['ma ukończone 60 lat', 'wiek: od 60 lat'],
    ['ukończone 60 lat', 'wiek: od 60 lat'],
    ['ukończony 60. rok życia', 'wiek: od 60 lat'],
    ['osoby w wieku od 60 do 75 lat', 'wiek: od 60 lat\nwiek: do 75 lat'],
    ['od 60 lat', 'wiek: od 60 lat'],
    ['powyżej 60 lat', 'wiek: od 60 lat'],
    ['60+ lat', 'wiek: od 60 lat'],
    ['60 lat i więcej', 'wiek: od 60 lat'],
    ['wiek 13–18', 'wiek: od 13 lat\nwiek: do 18 lat'],
    ['wiek najwyżej 18', 'wiek: do 18 lat'],
    ['poniżej 18 lat', 'wiek: do 17 lat'],
    ['dochód na osobę do 100 zł', 'dochód na osobę: do 100,00 zł'],
    ['dochód: nie przekracza 1 200,50 zł', 'dochód na osobę: do 1200,50 zł'],
    ['dochód najwyżej 150% kryterium dochodowego', 'dochód na osobę: do 150% kryterium'],
    ['osób w domu co najmniej 3', 'osób w domu: od 3 osób'],
    ['osób w domu: powyżej 3', 'osób w domu: od 4 osób'],
    ['mieszkaniec gminy', 'mieszka w gminie'],
    ['mieszka sama', 'mieszka samotnie'],
  ])('%j is understood as people say it', (said, written) => {
    const { conditions, problems } = read(said);
    expect([problems, writeRule(conditions, ruleWords).replaceAll('\u00a0', ' ')]).toEqual([[], written]);
  });

  test('every hint is a line, or the beginning of a group, that would be understood', () => {
    const said = [
      'wiek',
      'dochód',
      'od',
      'do',
      'ma',
      'osób w domu',
      '60',
      '7',
      '200',
      'lat',
      'zł',
      'kryterium',
      'sytuacja:',
      'bez prac',
      'jedno',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...said), { minLength: 1, maxLength: 6 }), (words) => {
        for (const { hint } of read(words.join(' ')).problems) {
          if (hint === null) continue;
          const whole = hint.endsWith(':') ? `mieszka samotnie\n${hint}\n  mieszka w gminie` : hint;
          expect(read(whole).problems.filter(({ code }) => code !== 'never')).toEqual([]);
        }
      }),
    );
  });

  test('ids follow what is said, not where', () => {
    const ids = (text: string) =>
      read(text)
        .conditions.map(({ id }) => id)
        .toSorted();
    expect(ids('wiek: od 60 lat\nmieszka w gminie')).toEqual(ids('mieszka w gminie\nwiek: od 60 lat'));
  });
});

describe('a wrong rule is refused with the place of the error', () => {
  test.each([
    ['mieszka w gmine', 1, 1, 'unknown-condition', 'mieszka w gminie'],
    ['mieszka w gminie\nwiek: od szesciu', 2, 7, 'bad-number', 'wiek: od 60 lat'],
    ['wiek: od 18 do 13 lat', 1, 7, 'order', 'wiek: od 13 do 18 lat'],
    ['wiek:', 1, 6, 'value-missing', 'wiek: od 60 lat'],
    ['stopień niepełnosprawności: znaczny, umiarkowny', 1, 38, 'unknown-value', 'stopień niepełnosprawności: znaczny, umiarkowany'],
    ['mieszka samotnie: tak', 1, 19, 'value-not-expected', 'mieszka samotnie'],
    ['jedno z:\nmieszka samotnie', 1, 1, 'empty-group', null],
    ['wyjątek:\n  mieszka samotnie', 1, 1, 'exception-needs-rule', null],
    ['mieszka w gminie\n   mieszka samotnie', 2, 4, 'uneven-indent', null],
    ['dochód na osobę: 1200 zł', 1, 18, 'bad-number', 'dochód na osobę: do 1200 zł'],
    ['dochód na osobę: do 1200', 1, 18, 'bad-number', 'dochód na osobę: do 1200 zł'],
    ['osób w domu: do 2,5', 1, 14, 'bad-number', 'osób w domu: od 3 osób'],
    ['wiek: od 200 lat', 1, 7, 'bad-number', 'wiek: od 60 lat'],
    ['wiek: 60', 1, 7, 'bad-number', 'wiek: od 60 lat'],
    ['ma 60 lat', 1, 1, 'unknown-condition', 'wiek: od 60 lat'],
    ['do 18 roku życia', 1, 1, 'unknown-condition', 'wiek: do 17 lat'],
    ['od 100 zł', 1, 1, 'unknown-condition', 'dochód na osobę: do 100 zł'],
    ['dochód na osobę: od 100 zł', 1, 18, 'bad-number', 'dochód na osobę: do 100 zł'],
    ['co najmniej troje dzieci', 1, 1, 'unknown-condition', null],
    ['wiekk: od 60 lat', 1, 1, 'unknown-condition', 'wiek: od 60 lat'],
    ['jedno zz', 1, 1, 'unknown-condition', 'jedno z:'],
  ])('%j', (text, line, column, code, hint) => {
    expect(read(text).problems).toEqual([expect.objectContaining({ line, column, code, hint })]);
  });

  test('all of them at once, and any text is answered', () => {
    expect(read('wiek: x\nabc\nwiek: y').problems.map(({ line }) => line)).toEqual([1, 2, 3]);
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void read(text)));
    expect(read('mieszka w gminie\n'.repeat(201)).problems).toEqual([expect.objectContaining({ line: 201, code: 'too-long' })]);
  });
});
