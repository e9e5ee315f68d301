import { expect, test } from 'vitest';
import { listNeeds } from '../understandNeeds.ts';
import { lifeSituations } from './shippedLife.ts';

test('every situation of life is a known need, once', () => {
  const needs = new Set(listNeeds().map(({ id }) => id));
  expect(lifeSituations.map(({ need }) => need).filter((need) => !needs.has(need))).toEqual([]);
  expect(new Set(lifeSituations.map(({ need }) => need)).size).toBe(lifeSituations.length);
});
