import { spawnSync } from 'node:child_process';
import { OperatorError } from '#platform/operatorError.ts';

/** The unprivileged account that runs the database when Okienko itself was started by root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * PostgreSQL refuses to run as root, so another account is needed there: the one that owns the
 * cluster already (`ownerUid`), else `okienko`, else `postgres`, else a new system account
 * `okienko`, else `nobody`.
 */
export function chooseAccount(ownerUid: number | undefined): Account {
  if (ownerUid !== undefined && ownerUid !== 0) {
    const owner = lookUp(String(ownerUid));
    if (owner) return owner;
  }
  const known = lookUp('okienko') ?? lookUp('postgres');
  if (known) return known;
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'okienko'], { stdio: 'ignore' });
  const account = lookUp('okienko') ?? lookUp('nobody');
  if (!account)
    throw new OperatorError('PostgreSQL does not run as root and no other account was found; start Okienko as an ordinary user.');
  return account;
}

function lookUp(user: string): Account | undefined {
  const ask = (what: string) => {
    const { status, stdout } = spawnSync('id', [what, user], { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  };
  const [name, uid, gid] = [ask('-un'), Number(ask('-u')), Number(ask('-g'))];
  return name && uid > 0 && gid > 0 ? { name, uid, gid } : undefined;
}

/** Whether the account can enter a folder, which depends on every folder above it. */
export function canEnter(folder: string, account: Account): boolean {
  const { uid, gid } = account;
  const { status, error } = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { uid, gid, cwd: '/', stdio: 'ignore' });
  if (error)
    throw new OperatorError(
      `The database cannot be run as "${account.name}" (${error.message}); start Okienko as an ordinary user or set DATABASE_URL.`,
      { cause: error },
    );
  return status === 0;
}
