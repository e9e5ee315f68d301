// Runs the checks of the project and counts them. Plain JavaScript for any Node >= 20, because it installs what is
// missing first.
//   node scripts/checks.mjs quick   types, format, lint, unused code, dependency rules, tests that need no database
//   node scripts/checks.mjs all     the same, then tests with a database and journeys in a browser
// The last line is "N passed, N failed"; each tool counts as one, each test as one.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, InstallError, runtimePath } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'build', 'test-results');

/** Entry of a package's program, run by the pinned runtime whatever the machine's own is. */
const bin = (path) => join(root, 'node_modules', path);
const tools = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'format', args: [bin('oxfmt/bin/oxfmt'), '--check', '.'] },
  { name: 'lint', args: [bin('oxlint/bin/oxlint'), '--deny-warnings'] },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress', '--cache', '--cache-location', join(root, 'build', 'knip')] },
];
// The schemas are not part of the repository: without their folder there is nothing to check against.
if (process.env.OKIENKO_HSDS_SCHEMAS) tools.push({ name: 'HSDS export', args: ['--import', 'tsx', 'scripts/check-hsds-export.ts'] });
else process.stdout.write('· HSDS export: not checked, OKIENKO_HSDS_SCHEMAS is not set\n');
const projects = { quick: ['unit'], all: ['unit', 'database', 'journeys'] };

async function main(kind) {
  try {
    await ensureInstalled({ root, dev: true, say: (line) => process.stderr.write(`  · ${line}\n`) });
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
  mkdirSync(results, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  // Two at a time: the tools mostly wait for the disk, and two cores are what a small machine has.
  const waiting = [...tools];
  const work = async () => {
    for (let tool = waiting.shift(); tool; tool = waiting.shift()) add(await runTool(tool));
  };
  await Promise.all([work(), work()]);
  add(await runTests(projects[kind]));
  return total;
}

async function runTool({ name, args }) {
  const began = performance.now();
  const { code, output } = await run(args, 'pipe');
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n${code === 0 ? '' : `${output.trimEnd()}\n`}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runTests(chosen) {
  const file = join(results, 'tests.json');
  rmSync(file, { force: true });
  process.stdout.write(`\n${chosen.join(', ')} tests\n`);
  const { code } = await run(
    [
      bin('vitest/vitest.mjs'),
      'run',
      ...chosen.flatMap((project) => ['--project', project]),
      '--passWithNoTests',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    'inherit',
  );
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failed =
    report.numFailedTests + report.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0).length;
  // A run may fail without a failed test: an error outside any, a set-up that broke.
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function run(args, stdio) {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`;
  const child = spawn(runtimePath(root), args, { cwd: root, stdio: ['ignore', stdio, stdio], env: { ...process.env, PATH: path } });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const kind = process.argv[2] ?? 'all';
if (!(kind in projects)) {
  process.stderr.write(`usage: node scripts/checks.mjs ${Object.keys(projects).join('|')}\n`);
  process.exit(2);
}
const { passed, failed } = await main(kind);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
