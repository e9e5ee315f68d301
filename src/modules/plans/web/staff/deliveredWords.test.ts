import { expect, test } from 'vitest';
import { deliveredInWords } from './deliveredWords.ts';

test('what was delivered of a service is said as time, or by its unit', () => {
  const sums = [
    { serviceId: 's1', unit: 'hour', quantity: 14, minutes: 1290 },
    { serviceId: 's2', unit: 'ride', quantity: 4, minutes: 0 },
    { serviceId: 's3', unit: 'hour', quantity: 1, minutes: 45 },
  ] as const;
  expect(deliveredInWords(sums, 's1')).toBe('21 godz. 30 min');
  expect(deliveredInWords(sums, 's2')).toMatch(/^4 /u);
  expect(deliveredInWords(sums, 's3')).toBe('45 min');
  expect(deliveredInWords(sums, 'other')).toBe('');
});
