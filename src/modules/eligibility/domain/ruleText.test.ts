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
    ['mieszka w gminie\nwiek: od szesciu', 2, 7, 'bad-number', 'od 13 do 18 lat'],
    ['wiek: od 18 do 13 lat', 1, 7, 'order', null],
    ['wiek:', 1, 6, 'value-missing', null],
    ['stopień niepełnosprawności: znaczny, umiarkowny', 1, 38, 'unknown-value', 'umiarkowany'],
    ['mieszka samotnie: tak', 1, 19, 'value-not-expected', 'mieszka samotnie'],
    ['jedno z:\nmieszka samotnie', 1, 1, 'empty-group', null],
    ['wyjątek:\n  mieszka samotnie', 1, 1, 'exception-needs-rule', null],
    ['mieszka w gminie\n   mieszka samotnie', 2, 4, 'uneven-indent', null],
    ['dochód na osobę: 1200 zł', 1, 18, 'bad-number', 'do 150% kryterium'],
    ['dochód na osobę: do 1200', 1, 18, 'bad-number', 'do 150% kryterium'],
    ['osób w domu: do 2,5', 1, 14, 'bad-number', 'od 13 do 18 osób'],
  ])('%j', (text, line, column, code, hint) => {
    expect(read(text).problems).toEqual([expect.objectContaining({ line, column, code, hint })]);
  });

  test('all of them at once, and any text is answered', () => {
    expect(read('wiek: x\nabc\nwiek: y').problems.map(({ line }) => line)).toEqual([1, 2, 3]);
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void read(text)));
    expect(read('mieszka w gminie\n'.repeat(201)).problems).toEqual([expect.objectContaining({ line: 201, code: 'too-long' })]);
  });
});
