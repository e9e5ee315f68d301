import { expect, test } from 'vitest';
import { byProvider, type MonthSum } from './delivered.ts';

const sum = (providerId: string, month: string, unit: MonthSum['unit'], quantity: number, minutes = 0): MonthSum => ({
  providerId,
  month,
  unit,
  quantity,
  minutes,
});
const names = new Map([
  ['a', 'Żuraw'],
  ['b', 'Bocian'],
]);

test('rows by name and unit, hours from minutes, other units as counted', () => {
  const rows = byProvider(
    [
      sum('a', '2026-01', 'hour', 3, 350),
      sum('a', '2026-02', 'hour', 1, 65),
      sum('a', '2026-01', 'ride', 7, 200),
      sum('b', '2026-02', 'visit', -1),
    ],
    names,
  );
  expect(rows.map(({ name, unit, total, byMonth }) => [name, unit, total, Object.fromEntries(byMonth)])).toEqual([
    ['Bocian', 'visit', -1, { '2026-02': -1 }],
    ['Żuraw', 'hour', 6.9, { '2026-01': 5.8, '2026-02': 1.1 }],
    ['Żuraw', 'ride', 7, { '2026-01': 7 }],
  ]);
});

test('a provider that is no longer known still counts', () => {
  expect(byProvider([sum('x', '2026-01', 'visit', 2)], names)).toMatchObject([{ providerId: 'x', name: undefined, total: 2 }]);
});
