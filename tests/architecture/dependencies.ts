import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from './sources.ts';

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
  };
}
export interface DependencyReport {
  /** Files that were really read; few means that the reader could not read them. */
  readonly read: number;
  readonly findings: readonly Finding[];
}

const projectDir = join(import.meta.dirname, '../..');

/** Reads the imports below `src` of a root and applies the rules of `.dependency-cruiser.mjs`. */
export async function readDependencies(root: string): Promise<DependencyReport> {
  const program = join(projectDir, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    '--import',
    pathToFileURL(join(import.meta.dirname, 'typescript6.mjs')).href,
    program,
    '--config',
    join(projectDir, '.dependency-cruiser.mjs'),
    '-T',
    'json',
    'src',
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (complaints += String(chunk)));
  await new Promise((resolve) => child.once('close', resolve));
  if (!output.startsWith('{')) throw new Error(`the dependency reader did not answer: ${complaints}`);
  const { summary } = JSON.parse(output) as Report;
  return {
    read: summary.totalCruised,
    findings: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, path: from, detail: to })),
  };
}
