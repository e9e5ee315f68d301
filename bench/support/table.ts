import type { Figures } from './measure.ts';

const milliseconds = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const count = (value: number) => Math.round(value).toLocaleString('en-GB');

export function printTable(figures: readonly Figures[]): void {
  const rows = [
    ['what', 'size', 'at once', 'p50 ms', 'p95 ms', 'slowest', 'a second', 'rounds'],
    ...figures.map((each) => [
      each.name,
      each.size === undefined ? '' : count(each.size),
      String(each.together),
      milliseconds(each.p50),
      milliseconds(each.p95),
      milliseconds(each.slowest),
      count(each.perSecond),
      count(each.rounds),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows)
    console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '));
}

/** How much slower each thing is at its greatest size than at its smallest. */
export function ratiosOf(figures: readonly Figures[]): string[] {
  const names = new Set(figures.map((each) => each.name));
  return [...names].flatMap((name) => {
    const sizes = figures.filter((each) => each.name === name && each.size !== undefined).toSorted((a, b) => (a.size ?? 0) - (b.size ?? 0));
    const [least, most] = [sizes[0], sizes.at(-1)];
    if (!least || !most || least === most) return [];
    return [
      `${name}: ${count(least.size ?? 0)} → ${count(most.size ?? 0)}: p50 × ${(most.p50 / least.p50).toFixed(2)}, p95 × ${(most.p95 / least.p95).toFixed(2)}`,
    ];
  });
}
