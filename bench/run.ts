// Measures and prints: `npm run bench`, or `npm run bench -- search documents` for some, `--quick` for a short look.
// A file of this folder that exports `benchmarks` takes part.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cpus } from 'node:os';
import { measure, type Benchmark, type Figures } from './support/measure.ts';
import { printTable, ratiosOf } from './support/table.ts';

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are: ${names.join(', ')}.`);
  process.exit(2);
}

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const name of wanted.length > 0 ? wanted : names) {
  const { benchmarks } = (await import(join(import.meta.dirname, `${name}.ts`))) as {
    benchmarks?: (options: { readonly isQuick: boolean }) => AsyncIterable<Benchmark> | Iterable<Benchmark>;
  };
  if (!benchmarks) continue;
  console.log(`\n${name}`);
  const figures: Figures[] = [];
  for await (const benchmark of benchmarks({ isQuick })) figures.push(await measure(benchmark, isQuick ? 0.3 : 3));
  printTable(figures);
  for (const line of ratiosOf(figures)) console.log(line);
}
