import { expect, test } from 'vitest';
import { measure, quantile } from './measure.ts';
import { ratiosOf } from './table.ts';

test('quantiles are values that were measured', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2);
  expect(quantile([1, 2, 3, 4], 0.95)).toBe(4);
  expect(quantile([7], 0.5)).toBe(7);
});

test('a benchmark runs at least ten times, each round with its own number', async () => {
  const rounds: number[] = [];
  const figures = await measure({ name: 'nothing', together: 3, run: (round) => void rounds.push(round) }, 0);
  expect(figures.rounds).toBeGreaterThanOrEqual(10);
  expect(new Set(rounds).size).toBe(rounds.length);
});

test('what goes before a round is not measured', async () => {
  const told: string[] = [];
  const before = (round: number) => new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => void told.push(`before ${round}`));
  const figures = await measure({ name: 'nothing', before, run: (round) => void told.push(`run ${round}`) }, 0);
  expect(figures.p50).toBeLessThan(10);
  expect(told.slice(0, 4)).toEqual(['before 0', 'run 0', 'before 1', 'run 1']);
});

test('what is done once is done once, without a warm-up', async () => {
  const rounds: number[] = [];
  const figures = await measure({ name: 'nothing', isOnce: true, run: (round) => void rounds.push(round) }, 1);
  expect([rounds, figures.rounds]).toEqual([[0], 1]);
});

test('growth is told from the smallest to the greatest size', () => {
  const at = (size: number, p50: number) => ({ name: 'inbox', size, together: 1, rounds: 10, p50, p95: p50 * 2, slowest: 9, perSecond: 1 });
  expect(ratiosOf([at(100_000, 3), at(1000, 2)])).toEqual(['inbox: 1,000 → 100,000: p50 × 1.50, p95 × 1.50']);
});
