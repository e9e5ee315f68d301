import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import type { Binaries } from './binaries.ts';
import { databaseEnvironment, isAlive, sizeOf } from './initialise.ts';
import { explained, type Place } from './place.ts';

/** A running PostgreSQL, as its own lock file describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** The server that runs on a cluster; undefined when none does. */
export async function findPostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  const file = join(clusterDir, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw explained(error, clusterDir);
  });
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined;
  if (!isPostgres(pid)) {
    // After a crash the number may belong to a stranger, and PostgreSQL would take it for itself.
    await rm(file, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), isReady: (lines[7] ?? '').trim() === 'ready' };
}

function isPostgres(pid: number): boolean {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
    } catch {
      return false;
    }
  }
  return /postgres/.test(spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout);
}

export interface Launched extends Postmaster {
  /** Settles when the server has ended, with what it said last if that was not asked for. */
  readonly ended: Promise<string>;
}

/** Thrown when another process has started a server on the same cluster a moment earlier. */
export class AlreadyStarting extends Error {}

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal does not reach it before
 * the requests under way have finished, and waits until it takes connections.
 * @throws OperatorError with the reason when it does not come up.
 */
export async function launch(place: Place, binaries: Binaries, isDurable: boolean): Promise<Launched> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await launchOnce(place, binaries, isDurable);
    if (typeof outcome !== 'string') return outcome;
    if (/lock file "postmaster.pid" already exists/.test(outcome)) throw new AlreadyStarting();
    const mayPass = /could not create any TCP\/IP sockets|pre-existing shared memory block/.test(outcome);
    if (!mayPass || attempt === 20) throw reasonOf(outcome, place);
    await sleep(250);
  }
}

async function launchOnce(place: Place, binaries: Binaries, isDurable: boolean): Promise<Launched | string> {
  const { account, clusterDir, logFile } = place;
  if ((await sizeOf(logFile)) > 10_000_000) await rename(logFile, `${logFile}.1`);
  const from = await sizeOf(logFile);
  const port = await freePort();
  const settings = { ...steadySettings, ...(isDurable ? {} : fastSettings), port: String(port) };
  const log = await open(logFile, 'a', 0o600).catch((error: unknown) => {
    throw explained(error, place.dataDir);
  });
  try {
    const child = spawn(
      binaries.postgres,
      ['-D', clusterDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...(account && { uid: account.uid, gid: account.gid }),
        cwd: clusterDir,
        env: databaseEnvironment(),
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      },
    );
    let hasEnded = false;
    const ended = new Promise<string>((resolve) => {
      const end = async (words: string): Promise<void> => {
        hasEnded = true;
        resolve(`${words}\n${(await readFile(logFile, 'utf8').catch(() => '')).slice(from)}`);
      };
      child.once('error', (error) => void end(String(error)));
      child.once('exit', (code, signal) => void end(`ended with ${code ?? signal}`));
    });
    child.unref();
    while (!hasEnded) {
      const running = await findPostmaster(clusterDir);
      if (running?.pid === child.pid && running?.isReady) return { ...running, ended };
      await sleep(20);
    }
    return await ended;
  } finally {
    await log.close();
  }
}

// For a small machine that also runs the product itself.
const steadySettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // Statements may hold personal data; they stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  logging_collector: 'off',
};
// Only for databases that may be lost at any moment, such as those of tests.
const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The last words of a server as a sentence for the operator. */
export function reasonOf(words: string, place: Place): OperatorError {
  if (words.includes('No space left on device'))
    return new OperatorError(
      `The disk that holds ${dirname(place.clusterDir)} is full, so the database stopped; make room and start again. What was confirmed before is safe.`,
    );
  const cause = words.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? words.trim().split('\n').at(-1);
  return new OperatorError(
    `The embedded database does not run: ${(cause ?? '').replace(/^.*?(FATAL|PANIC):\s*/, '')}. Its log is ${place.logFile}.`,
  );
}

/** Stops a server: at once but with a clean end; after half a minute without one. */
export async function stopPostmaster(clusterDir: string, pid: number): Promise<void> {
  const began = Date.now();
  for (let signal: NodeJS.Signals | undefined = 'SIGINT'; ;) {
    const running = await findPostmaster(clusterDir);
    if (running?.pid !== pid) return;
    if (signal) process.kill(pid, signal);
    signal = undefined;
    await sleep(20);
    if (Date.now() - began > 30_000) {
      process.kill(pid, 'SIGQUIT');
      await sleep(1000);
      return;
    }
  }
}
