import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '#platform/operatorError.ts';
import type { Config } from '../../../config.ts';
import { check, type Check } from './check.ts';

/** What can be said without the database. */
export async function checkMachine(config: Config): Promise<readonly Check[]> {
  return [
    checkRuntime(),
    checkClock(new Date()),
    checkTimeZones(),
    await checkDataDir(config.dataDir),
    await checkSpace(config.dataDir),
    checkSecret(config),
    checkMail(config),
    checkPublicUrl(config),
  ];
}

function checkRuntime(): Check {
  const version = `Node ${process.versions.node}`;
  if ('Temporal' in globalThis) return check('ok', 'runtime', version);
  return check(
    'fail',
    'runtime',
    `${version} has no calendar functions`,
    'Start the program with ./okienko, which uses the Node of the project.',
  );
}

// A clock far in the past is a machine without time synchronisation: deadlines and links would be wrong.
const oldest = Date.UTC(2026, 0, 1);

function checkClock(now: Date): Check {
  const found = `${now.toISOString().slice(0, 19)}Z`;
  return now.getTime() >= oldest
    ? check('ok', 'clock', found)
    : check('fail', 'clock', found, 'Set the clock of this machine and keep it synchronised (NTP).');
}

function checkTimeZones(): Check {
  try {
    // Poland has summer time: two hours ahead in July, one in January.
    const offsets = ['2026-07-01T12:00Z', '2026-01-01T12:00Z'].map(
      (text) => Temporal.Instant.from(text).toZonedDateTimeISO('Europe/Warsaw').offset,
    );
    if (offsets.join() === '+02:00,+01:00') return check('ok', 'time zones', 'Polish time is known');
  } catch {
    // Said below.
  }
  return check('fail', 'time zones', 'Polish time is not known', 'Start the program with ./okienko, which uses the Node of the project.');
}

async function checkDataDir(dataDir: string): Promise<Check> {
  const name = 'data folder';
  try {
    const { mode } = await stat(dataDir);
    await access(dataDir, constants.W_OK | constants.X_OK);
    return (mode & 0o066) === 0
      ? check('ok', name, dataDir)
      : check('warn', name, `${dataDir} can be looked into by other users`, `Close it: chmod go-rw ${dataDir}`);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return check('ok', name, `${dataDir} will be made at the first start`);
    return check(
      'fail',
      name,
      `${dataDir} cannot be written to (${codeOf(error)})`,
      'Give it to the user who runs Okienko, or set OKIENKO_DATA_DIR.',
    );
  }
}

const gigabyte = 1024 ** 3;

async function checkSpace(dataDir: string): Promise<Check> {
  let folder = dataDir;
  while (!(await stat(folder).catch(() => undefined)) && dirname(folder) !== folder) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / gigabyte;
  const found = `${free.toFixed(1)} GB free at ${folder}`;
  if (free < 0.5) return check('fail', 'disk', found, 'Make room; below this the database may stop.');
  return free < 5 ? check('warn', 'disk', found, 'Make room soon.') : check('ok', 'disk', found);
}

function checkSecret(config: Config): Check {
  if (config.secret !== undefined) return check('ok', 'secret', 'set by OKIENKO_SECRET');
  return check('ok', 'secret', 'generated and kept in the data folder, which is enough for a demonstration');
}

function checkMail(config: Config): Check {
  if (config.smtpUrl !== undefined) return check('ok', 'mail', `sent through ${new URL(config.smtpUrl).host}`);
  if (config.isDemo) return check('ok', 'mail', 'kept and shown, not sent, in a demonstration');
  return check(
    'fail',
    'mail',
    'SMTP_URL is not set, so no letter leaves',
    'Set SMTP_URL, for example smtps://user:password@mail.example.pl.',
  );
}

function checkPublicUrl(config: Config): Check {
  const { protocol, hostname } = new URL(config.publicUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (config.isDemo || (protocol === 'https:' && !isLocal)) return check('ok', 'address', config.publicUrl);
  return check('warn', 'address', config.publicUrl, 'Set OKIENKO_PUBLIC_URL to the https address that people use; letters link to it.');
}
