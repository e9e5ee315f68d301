/** One thing to measure. Give the same `name` at several sizes to see how it grows. */
export interface Benchmark {
  readonly name: string;
  /** How much there is to work with, for example cases in the database. */
  readonly size?: number;
  /** Done once before; not measured. */
  prepare?(): Promise<void> | void;
  /** Done before each round; not measured. */
  before?(round: number): Promise<void> | void;
  /** Done again and again, each time measured; gets the number of the round. */
  run(round: number): Promise<unknown> | unknown;
  /** Done once after; not measured. */
  finish?(): Promise<void> | void;
  /** Rounds at once, as by so many people; 1 unless told. */
  readonly together?: number;
  /** For long work that cannot be repeated: one round without a warm-up. */
  readonly isOnce?: boolean;
}
/** Times in milliseconds. */
export interface Figures {
  readonly name: string;
  readonly size: number | undefined;
  readonly together: number;
  readonly rounds: number;
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
  readonly perSecond: number;
}

const warmUpRounds = 5;
const fewestRounds = 10;

/** Repeats a benchmark for some seconds, at least ten times after a warm-up; one that `isOnce` runs once. */
export async function measure(benchmark: Benchmark, seconds: number): Promise<Figures> {
  const { together = 1, isOnce = false } = benchmark;
  const fewest = isOnce ? 1 : fewestRounds;
  await benchmark.prepare?.();
  let round = 0;
  for (; round < warmUpRounds && !isOnce; round++) {
    await benchmark.before?.(round);
    await benchmark.run(round);
  }
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const oneByOne = async () => {
    while (isOnce ? times.length < fewest : performance.now() < until || times.length < fewest) {
      const mine = round++;
      await benchmark.before?.(mine);
      const start = performance.now();
      await benchmark.run(mine);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: together }, oneByOne));
  const elapsed = performance.now() - began;
  await benchmark.finish?.();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    name: benchmark.name,
    size: benchmark.size,
    together,
    rounds: sorted.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    slowest: sorted.at(-1) ?? 0,
    perSecond: (sorted.length / elapsed) * 1000,
  };
}

/** The value below which a share of sorted values lies (nearest rank). */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
