// Brings node_modules into the state that package-lock.json describes. Plain JavaScript for any Node >= 20,
// because it runs before anything is installed.
//   node scripts/install.mjs          what the product needs to run
//   node scripts/install.mjs --dev    what its checks and tests need as well
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;

/** A failure with one sentence for the person at the terminal. */
export class InstallError extends Error {}

/** Where the runtime that the product is written for lies inside an installed project. */
export function runtimePath(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Installs what is missing and returns true when it had to. Two processes may call it at once: one installs, the
 * other waits. `say` gets lines of progress.
 * @param {{ root: string, dev: boolean, say: (line: string) => void }} options
 */
export async function ensureInstalled({ root, dev, say }) {
  if (Number(process.versions.node.split('.')[0]) < oldestNode)
    throw new InstallError(`Okienko needs Node ${oldestNode} or newer to start; this is Node ${process.versions.node}.`);
  if (isInstalled(root, dev)) return false;
  refuseForeignFolder(root);
  const unlock = await lock(root, say);
  try {
    if (isInstalled(root, dev)) return false;
    await install(root, dev || hasDevelopmentPackages(root), say);
    return true;
  } finally {
    unlock();
  }
}

/** Whether every package of the lock file that is needed here lies in node_modules in exactly that version. */
function isInstalled(root, dev) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!wanted) throw new InstallError('package-lock.json is missing or damaged; restore it with `git checkout package-lock.json`.');
  // npm writes this file last, so an interrupted installation does not have it.
  const found = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!found || !existsSync(runtimePath(root))) return false;
  return needed(wanted, dev).every(([path, entry]) => {
    const installed = found[path];
    // An optional package may be missing because it is meant for another operating system.
    if (!installed) return Boolean(entry.optional || entry.devOptional);
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

function hasDevelopmentPackages(root) {
  const found = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return Boolean(found && Object.values(found).some((entry) => entry.dev));
}

function needed(packages, dev) {
  return Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.link && (dev || !entry.dev));
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** node_modules that is a link belongs to somebody else: installing would change their folder. */
function refuseForeignFolder(root) {
  const folder = join(root, 'node_modules');
  let isLink = false;
  try {
    isLink = lstatSync(folder).isSymbolicLink();
  } catch {
    return;
  }
  if (isLink)
    throw new InstallError(`${folder} is a link and does not match package-lock.json; run \`npm install\` in the folder it leads to.`);
}

async function lock(root, say) {
  const home = join(root, '.okienko');
  const folder = join(home, 'install.lock');
  const owner = join(folder, 'pid');
  let told = false;
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw explained(error, root);
  }
  for (let unreadable = 0; ;) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      return () => {
        rmSync(folder, { recursive: true, force: true });
        try {
          rmdirSync(home);
        } catch {
          // The data folder is in use: it stays.
        }
      };
    } catch (error) {
      if (error.code === 'ENOENT') {
        mkdirSync(home, { recursive: true, mode: 0o700 });
        continue;
      }
      if (error.code !== 'EEXIST') throw explained(error, root);
    }
    let pid = 0;
    try {
      pid = Number(readFileSync(owner, 'utf8'));
    } catch {
      // The other process has made the folder and not yet written its number, or it has just finished.
    }
    // An empty lock that stays empty for two seconds was left by a process that died in between.
    unreadable = pid > 0 ? 0 : unreadable + 1;
    if (pid > 0 ? !isAlive(pid) : unreadable > 10) rmSync(folder, { recursive: true, force: true });
    else {
      if (!told && pid > 0) say('another process is installing here; waiting for it');
      if (pid > 0) told = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function install(root, dev, say) {
  const packages = needed(readPackages(join(root, 'package-lock.json')), dev).filter(([, entry]) => !entry.optional);
  say(`installing ${packages.length} packages from the npm registry; about a minute the first time`);
  const arrived = () => packages.filter(([path]) => existsSync(join(root, path, 'package.json'))).length;
  const stopCounting = showProgress(arrived, packages.length, say);
  try {
    // Not `npm ci`: it empties node_modules under a server that runs from it, and it refuses a lock file that lacks
    // an optional package of some other operating system. What was installed is compared with the lock file below.
    const kinds = dev ? '--include=dev' : '--omit=dev';
    await runNpm(root, ['install', '--no-save', kinds, '--no-audit', '--no-fund', '--loglevel=error']);
  } finally {
    stopCounting();
  }
  if (!isInstalled(root, dev))
    throw new InstallError('The installation finished but something is still missing; remove the folder node_modules and try again.');
}

/** A line that rewrites itself on a terminal; elsewhere a line every ten seconds. */
function showProgress(arrived, total, say) {
  const onTerminal = process.stderr.isTTY;
  const began = Date.now();
  const line = () => `${arrived()} of ${total} packages in place, ${Math.round((Date.now() - began) / 1000)} s`;
  const timer = setInterval(() => (onTerminal ? process.stderr.write(`\r\x1b[2K  · ${line()}`) : say(line())), onTerminal ? 500 : 10_000);
  return () => {
    clearInterval(timer);
    if (onTerminal) process.stderr.write('\r\x1b[2K');
  };
}

function runNpm(root, args) {
  // Started by npm, this is the very npm and Node that the person has. The Node inside node_modules would not do:
  // it may be what has to be replaced.
  const npm = process.env.npm_execpath;
  const viaScript = npm && /\.c?js$/.test(npm);
  const command = viaScript ? (process.env.npm_node_execpath ?? process.execPath) : 'npm';
  const child = spawn(command, viaScript ? [npm, ...args] : args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: !viaScript && process.platform === 'win32',
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let interrupted = false;
  const interrupt = (signal) => {
    interrupted = true;
    pass(signal);
  };
  for (const signal of signals) process.on(signal, interrupt);
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(error.code === 'ENOENT' ? new InstallError('npm was not found; it comes with Node from nodejs.org.') : explained(error, root)),
    );
    child.once('close', (code) => {
      for (const signal of signals) process.off(signal, interrupt);
      if (interrupted) reject(new InstallError('The installation was interrupted; start again to finish it.'));
      else if (code === 0) resolve();
      else reject(explainedNpm(complaints, root));
    });
  });
}

function explainedNpm(complaints, root) {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(complaints)?.[1] ?? '';
  const known = explainedCode(code, root);
  if (known) return known;
  const lines = complaints.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  const cause = lines.find((line) => line !== '' && !line.startsWith('code ') && !line.startsWith('A complete log'));
  const log = /(\S+\.log)/.exec(complaints)?.[1];
  return new InstallError(`The installation failed: ${cause ?? 'npm gave no reason'}.${log ? ` The whole story is in ${log}.` : ''}`);
}

function explained(error, root) {
  return explainedCode(error.code, root) ?? new InstallError(`The installation failed: ${error.message}.`);
}

function explainedCode(code, root) {
  if (code === 'ENOSPC') return new InstallError(`The disk that holds ${root} is full; about 700 MB are needed.`);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new InstallError(`The folder ${root} cannot be written to by this user.`);
  if (['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENETUNREACH', 'ERR_SOCKET_TIMEOUT'].includes(code))
    return new InstallError(
      `The npm registry cannot be reached (${code}); check the network or the proxy settings of npm and start again.`,
    );
  return undefined;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const say = (line) => process.stderr.write(`  · ${line}\n`);
  try {
    await ensureInstalled({ root, dev: process.argv.includes('--dev'), say });
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
