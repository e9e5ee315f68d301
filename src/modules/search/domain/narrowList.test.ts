import { expect, test } from 'vitest';
import { narrowList } from './narrowList.ts';

const options = [
  { value: 'dom', label: 'Usługi opiekuńcze w domu', group: 'Opieka', more: ['pani do babci'] },
  { value: 'zlobek', label: 'Żłobek', group: 'Rodzina', more: ['gdzie oddać dziecko', 'pani w mieście'] },
  { value: 'bus', label: 'Transport na żądanie', group: 'Rodzina' },
];
const found = (typed: string) => narrowList(options, typed).map(({ value }) => value);

test.each([
  ['', ['dom', 'zlobek', 'bus']],
  ['  ', ['dom', 'zlobek', 'bus']],
  ['zlobka', ['zlobek']],
  ['TRANSPORTU żądanie', ['bus']],
  ['rodzina', ['zlobek', 'bus']],
  ['pani babci', ['dom']],
  ['pani oddać', []],
  ['!!!', ['dom', 'zlobek', 'bus']],
  ['astronauta', []],
])('"%s" leaves %j', (typed, expected) => {
  expect(found(typed)).toEqual(expected);
});
