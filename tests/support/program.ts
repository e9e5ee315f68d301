import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export const root = join(import.meta.dirname, '../..');

/** The program as its own process, as somebody starts it from a terminal. */
export class Program {
  readonly process: ChildProcess;
  /** Everything it has printed so far. */
  said = '';
  /** Resolves to the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;

  constructor(args: readonly string[], env: Readonly<Record<string, string>>, launcher: boolean) {
    const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
    const words = launcher ? [join(root, 'scripts/launch.mjs')] : ['--import', loader, join(root, 'src/main.ts')];
    this.process = spawn(process.execPath, [...words, ...args], {
      // Nothing of the settings of whoever runs the tests.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.ended = new Promise((resolve) => this.process.once('close', (code, signal) => resolve(code ?? signal)));
  }

  /** Waits until it has announced its address, at most so many seconds. */
  async ready(seconds = 30): Promise<string> {
    const address = /ready after .*(http:\S+)/;
    for (let waited = 0; waited < seconds * 1000 && this.process.exitCode === null; waited += 50) {
      const found = address.exec(this.said)?.[1];
      if (found) return found;
      await sleep(50);
    }
    throw new Error(`not ready:\n${this.said}`);
  }

  async stop(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    this.process.kill(signal);
    return this.ended;
  }
}

/** Starts the program; `launcher`: through the plain script that a fresh clone begins with. */
export function startProgram(args: readonly string[], env: Readonly<Record<string, string>>, launcher = false): Program {
  return new Program(args, env, launcher);
}

/** The PostgreSQL that runs on a data folder, by its own lock file; undefined when none does. */
export async function databaseOf(dataDir: string): Promise<{ pid: number; port: number } | undefined> {
  const lines = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  try {
    if (pid > 1) process.kill(pid, 0);
    return pid > 1 ? { pid, port: Number(lines[3]) } : undefined;
  } catch {
    return undefined;
  }
}

/** Runs one statement as the owner in the running database of a data folder; rows of a centre are seen only when it is named. */
export async function queryDataDir(dataDir: string, statement: string, centreId?: string): Promise<unknown[]> {
  const { owner } = JSON.parse(await readFile(join(dataDir, 'postgres-passwords.json'), 'utf8')) as { owner: string };
  const server = await databaseOf(dataDir);
  const client = new pg.Client({ host: '127.0.0.1', port: server?.port ?? 0, user: 'okienko', password: owner, database: 'okienko' });
  await client.connect();
  try {
    if (centreId !== undefined) await client.query("select set_config('okienko.centre_id', $1, false)", [centreId]);
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
