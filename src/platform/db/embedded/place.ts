import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OperatorError, codeOf } from '#platform/operatorError.ts';
import { canEnter, chooseAccount, isRoot, type Account } from './account.ts';
import { sharedHome } from './binaries.ts';

/** Where an embedded database lives and who runs it. */
export interface Place {
  readonly dataDir: string;
  /** PostgreSQL's own folder; usually `postgres` inside the data folder. */
  readonly clusterDir: string;
  readonly logFile: string;
  /** Undefined when the current user runs the database. */
  readonly account: Account | undefined;
  readonly passwords: Passwords;
}

export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/**
 * Prepares the data folder.
 * @param mayMove  whether the cluster may lie outside the data folder when root's account cannot reach it
 */
export async function preparePlace(dataDir: string, mayMove: boolean): Promise<Place> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const clusterDir = await clusterOf(dataDir);
    const owner = (await stat(clusterDir).catch(() => undefined))?.uid;
    if (!isRoot()) {
      if (owner !== undefined && owner !== process.getuid?.())
        throw new OperatorError(
          `The database in ${clusterDir} belongs to another user; start Okienko as that user or choose another OKIENKO_DATA_DIR.`,
        );
      return { ...(await filesOf(dataDir, owner !== undefined)), clusterDir, account: undefined };
    }
    const account = chooseAccount(owner);
    return {
      ...(await filesOf(dataDir, owner !== undefined)),
      clusterDir: await reachable(dataDir, clusterDir, account, mayMove),
      account,
    };
  } catch (error) {
    throw explained(error, dataDir);
  }
}

/** PostgreSQL's folder of a data folder, whether it exists or not. */
export async function clusterOf(dataDir: string): Promise<string> {
  return (await readPointer(dataDir)) ?? join(dataDir, 'postgres');
}

async function reachable(dataDir: string, clusterDir: string, account: Account, mayMove: boolean): Promise<string> {
  if (dirname(clusterDir) !== dataDir) return clusterDir;
  const { mode, uid } = await stat(dataDir);
  // Others may pass through, not look around: every file in it is closed by itself.
  if (uid === 0 && (mode & 0o001) === 0) await chmod(dataDir, (mode & 0o777) | 0o011);
  if (canEnter(dataDir, account)) return clusterDir;
  const exists = await stat(clusterDir).then(
    () => true,
    () => false,
  );
  if (!mayMove || exists)
    throw new OperatorError(
      `PostgreSQL does not run as root, and the account "${account.name}" cannot enter ${dataDir}: open the folders above it (chmod o+x), choose another OKIENKO_DATA_DIR, or start Okienko as an ordinary user.`,
    );
  const elsewhere = join(sharedHome, randomUUID());
  await mkdir(sharedHome, { recursive: true, mode: 0o755 });
  await writeFile(join(dataDir, pointerName), `${elsewhere}\n`, { mode: 0o600, flag: 'wx' }).catch(async (error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  return (await readPointer(dataDir)) ?? elsewhere;
}

/** Says where the cluster lies when it is not in the data folder; moves along with the folder. */
const pointerName = 'postgres-location';

async function readPointer(dataDir: string): Promise<string | undefined> {
  const text = await readFile(join(dataDir, pointerName), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
  return text.trim() || undefined;
}

async function filesOf(dataDir: string, hasCluster: boolean): Promise<Pick<Place, 'dataDir' | 'logFile' | 'passwords'>> {
  return { dataDir, logFile: join(dataDir, 'postgres.log'), passwords: await keepPasswords(dataDir, hasCluster) };
}

async function keepPasswords(dataDir: string, hasCluster: boolean): Promise<Passwords> {
  const path = join(dataDir, 'postgres-passwords.json');
  const read = async () => JSON.parse(await readFile(path, 'utf8')) as Passwords;
  if (hasCluster)
    return read().catch((error: unknown) => {
      if (codeOf(error) && codeOf(error) !== 'ENOENT') throw error;
      throw new OperatorError(`${path} is missing or damaged, so the database beside it cannot be opened; restore it from a backup.`, {
        cause: error,
      });
    });
  const fresh = (): string => randomBytes(24).toString('base64url');
  const passwords: Passwords = { superuser: fresh(), owner: fresh(), app: fresh() };
  const draft = `${path}.${process.pid}`;
  try {
    // A link appears whole or not at all, and never over another process's file.
    await writeFile(draft, `${JSON.stringify(passwords)}\n`, { mode: 0o600 });
    await link(draft, path);
    return passwords;
  } catch (error) {
    // Left by a start that was interrupted before it made the database, or made by one that runs now.
    if (codeOf(error) === 'EEXIST') return read();
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Turns the faults of a file system into a sentence about the data folder; passes others on. */
export function explained(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new OperatorError(`The disk that holds ${folder} is full; make room and start again. Nothing was damaged.`, { cause: error });
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new OperatorError(`The data folder ${folder} cannot be written to by this user; choose another with OKIENKO_DATA_DIR.`, {
      cause: error,
    });
  if (['ENOTDIR', 'EEXIST'].includes(code))
    return new OperatorError(`The data folder ${folder} cannot be made: something else has that name.`, { cause: error });
  return error;
}
