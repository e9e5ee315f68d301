import { expect, test } from 'vitest';
import { amountsIn, doubtsOfFee, feeOfWords, kindOfPrice } from './fee.ts';

const fee = { kind: null, price: null, per: null, text: null } as const;

test.each([
  ['150 zł za miesiąc', [15_000]],
  ['12,50 zł albo 5 złotych', [1250, 500]],
  ['1 200 zł rocznie', [120_000]],
  ['2.50 PLN', [250]],
  ['do 150% kryterium', []],
  ['od 2 do 3 godzin', []],
])('"%s" names its amounts', (words, amounts) => expect(amountsIn(words)).toEqual(amounts));

test('a fee whose figure, kind and words agree is not doubted', () => {
  expect(doubtsOfFee({ kind: 'flat-per-period', price: 15_000, text: '150 zł za miesiąc.' })).toEqual([]);
  expect(doubtsOfFee({ kind: 'by-income', price: 4000, text: 'Zależy od dochodu. Koszt godziny: 40 zł.' })).toEqual([]);
  expect(doubtsOfFee({ kind: 'free', price: null, text: 'Bezpłatnie. Wartość usługi to 60 zł.' })).toEqual([]);
  expect(doubtsOfFee({ kind: 'other', price: null, text: 'Bezpłatnie dla seniorów, inni według cennika.' })).toEqual([]);
  expect(doubtsOfFee({ kind: 'other', price: 2000, text: null })).toEqual([]);
});

test('a fee that contradicts itself is', () => {
  expect(doubtsOfFee({ kind: 'free', price: null, text: '5 zł za godzinę' })).toEqual(['free-with-amount']);
  expect(doubtsOfFee({ kind: 'flat-per-period', price: 20_000, text: '150 zł za miesiąc' })).toEqual(['another-amount']);
  expect(doubtsOfFee({ kind: 'flat-per-unit', price: 500, text: 'Bezpłatnie.' })).toEqual(['paid-with-free-words']);
});

test('new words suggest a fee that agrees with them', () => {
  expect(feeOfWords({ ...fee, kind: 'free' }, '5 zł za godzinę')).toEqual({
    kind: 'flat-per-unit',
    text: '5 zł za godzinę',
    price: 500,
    per: 'hour',
  });
  expect(feeOfWords({ kind: 'flat-per-unit', price: 500, per: 'hour', text: '5 zł' }, 'Bezpłatnie')).toMatchObject({
    kind: 'free',
    price: null,
    per: null,
  });
  expect(feeOfWords({ ...fee, kind: 'other' }, 'od 5 zł do 10 zł')).toMatchObject({ kind: 'other', price: null, per: null });
});

test('a price without a kind gets one by what it is for', () => {
  expect([kindOfPrice('month'), kindOfPrice('hour'), kindOfPrice(null)]).toEqual(['flat-per-period', 'flat-per-unit', 'other']);
});
