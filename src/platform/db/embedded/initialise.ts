import { spawn } from 'node:child_process';
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { explained } from './place.ts';

/**
 * Makes the cluster if there is none; true when it did. It is made beside its place and moved there
 * whole, so an interrupted or failed attempt leaves nothing that looks like a database.
 * @throws OperatorError for a cluster of another major version of PostgreSQL, which is left untouched.
 */
export async function initialise(place: Place, binaries: Binaries, isDurable: boolean): Promise<boolean> {
  const { clusterDir } = place;
  const made = await majorOf(clusterDir);
  if (made !== undefined) {
    refuseOtherMajor(clusterDir, made, binaries);
    return false;
  }
  const draft = `${clusterDir}.new-${process.pid}`;
  try {
    await mkdir(dirname(clusterDir), { recursive: true, mode: 0o755 });
    await removeAbandoned(clusterDir);
    await mkdir(draft, { mode: 0o700 });
    await runInitdb(place, binaries, draft, isDurable);
    await rename(draft, clusterDir);
    return true;
  } catch (error) {
    // Another start has made it in the meantime.
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error)) && (await majorOf(clusterDir)) !== undefined) return false;
    throw explained(error, dirname(clusterDir));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function majorOf(clusterDir: string): Promise<number | undefined> {
  const entries = await readdir(clusterDir).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw explained(error, clusterDir);
  });
  if (entries.length === 0) return undefined;
  const text = await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => '');
  const major = Number.parseInt(text, 10);
  if (Number.isInteger(major)) return major;
  throw new OperatorError(`${clusterDir} is not empty and is not a PostgreSQL database; choose another OKIENKO_DATA_DIR.`);
}

function refuseOtherMajor(clusterDir: string, made: number, binaries: Binaries): void {
  if (made > binaries.major)
    throw new OperatorError(
      `The database in ${clusterDir} was made by PostgreSQL ${made}, newer than the PostgreSQL ${binaries.major} of this Okienko; start the newer Okienko that made it. Nothing was changed.`,
    );
  if (made < binaries.major)
    throw new OperatorError(
      `The database in ${clusterDir} was made by PostgreSQL ${made}; this Okienko ships PostgreSQL ${binaries.major}. Move the data as docs/operations/upgrade.md describes. Nothing was changed.`,
    );
}

/** Drafts of processes that were killed half-way. */
async function removeAbandoned(clusterDir: string): Promise<void> {
  const folder = dirname(clusterDir);
  const prefix = `${basename(clusterDir)}.new-`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

// Letters outside ASCII count as letters for trigrams only under a locale of the operating system that knows
// UTF-8; its name differs from system to system.
const characterLocales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'pl_PL.UTF-8', 'UTF-8'];

async function runInitdb(place: Place, binaries: Binaries, folder: string, isDurable: boolean): Promise<void> {
  const passwordFile = `${folder}.password`;
  const { account } = place;
  try {
    await writeFile(passwordFile, `${place.passwords.superuser}\n`, { mode: 0o600 });
    if (account) {
      await chown(folder, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    for (const locale of characterLocales) {
      const complaint = await complaintOfInitdb(place, binaries, [
        `--pgdata=${folder}`,
        `--pwfile=${passwordFile}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Compares and folds letters the same on every system; screens sort with the collation "pl-x-icu".
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${locale}`,
        ...(isDurable ? [] : ['--no-sync']),
      ]);
      if (complaint === undefined) return;
      if (!/invalid locale name|locale .* not/i.test(complaint)) throw failureOf(complaint, folder);
    }
    throw new OperatorError(`No UTF-8 locale was found for the database; install one of ${characterLocales.join(', ')}.`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Runs initdb; undefined when it succeeded, else what it said. */
function complaintOfInitdb(place: Place, binaries: Binaries, args: readonly string[]): Promise<string | undefined> {
  const { account } = place;
  const child = spawn(binaries.initdb, args, {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: dirname(place.clusterDir),
    env: databaseEnvironment(),
    // Ctrl-C in the middle must not leave half of a cluster behind unnoticed.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0 ? undefined : said || `initdb ended with ${code}`));
  });
}

function failureOf(complaint: string, folder: string): unknown {
  if (complaint.includes('No space left on device'))
    return explained(Object.assign(new Error(complaint), { code: 'ENOSPC' }), dirname(folder));
  const cause = complaint.split('\n').find((line) => /FATAL|PANIC|error:/.test(line)) ?? complaint.trim().split('\n').at(-1);
  return new OperatorError(`The database could not be made in ${dirname(folder)}: ${cause ?? 'no reason given'}.`);
}

/** Nothing of the person's own PostgreSQL settings may leak in; messages are read by this program. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_MESSAGES: 'C', TZ: 'UTC' };
}

/** Size of a file, 0 when there is none. */
export async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}
