import { expect, test } from 'vitest';
import { freeInWords, takenInWords } from './queueWords.ts';

type Row = Parameters<typeof freeInWords>[0];
const row = (placeLimit: number | null, isKept: boolean, free: number | null, typed: number | null) =>
  ({ rule: { placeLimit }, isKept, free, service: { vacancy: typed === null ? null : { free: typed } } }) as Row;

test('places kept here are counted, a limit of a card tells the figure of the card, and only no limit is called so', () => {
  expect(freeInWords(row(null, true, null, null))).toBe('bez limitu');
  expect(freeInWords(row(12, true, 3, 0))).toBe('3');
  expect(freeInWords(row(12, false, null, 0))).toBe('0 (z karty)');
  expect(freeInWords(row(12, false, null, null))).toBe('–');
  expect(takenInWords({ isKept: false, taken: 0 })).toBe('–');
});
