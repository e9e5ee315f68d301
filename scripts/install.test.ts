import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

// The real script in a small project of its own; npm is a stand-in program that writes what it was asked for.
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'okienko install '));
  await mkdir(join(root, 'scripts'));
  await copyFile(join(import.meta.dirname, 'install.mjs'), join(root, 'scripts/install.mjs'));
  const packages = {
    '': {},
    'node_modules/needed': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
    'node_modules/for-tests': { version: '1.0.0', integrity: 'sha512-c', dev: true },
  };
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  await writeFile(
    join(root, 'npm.cjs'),
    `const fs = require('node:fs');
    fs.appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\n');
    if (process.env.COMPLAINT) { process.stderr.write(process.env.COMPLAINT); process.exit(1); }
    setTimeout(() => {
      fs.mkdirSync('node_modules/node/bin', { recursive: true });
      fs.writeFileSync('node_modules/node/bin/node' + (process.platform === 'win32' ? '.exe' : ''), '');
      const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
      delete packages[''];
      delete packages['node_modules/for-another-system'];
      if (process.argv.includes('--omit=dev')) delete packages['node_modules/for-tests'];
      fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
    }, 300);`,
  );
});
afterEach(() => rm(root, { recursive: true }));

function install(args: readonly string[] = [], env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/install.mjs'), ...args], {
    env: { PATH: process.env['PATH'], npm_execpath: join(root, 'npm.cjs'), npm_node_execpath: process.execPath, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}
const calls = async () => (await readFile(join(root, 'calls.txt'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

it('installs once, and then again only when the lock file asks for something else', async () => {
  expect((await install()).code).toBe(0);
  expect((await install()).code).toBe(0);
  expect(await calls()).toEqual([expect.stringContaining('--omit=dev')]);

  const lock = await readFile(join(root, 'package-lock.json'), 'utf8');
  await writeFile(join(root, 'package-lock.json'), lock.replace('sha512-a', 'sha512-z'));
  expect((await install()).code).toBe(0);
  expect(await calls()).toHaveLength(2);
});

it('adds what tests need when asked, and keeps it afterwards', async () => {
  await install();
  await install(['--dev']);
  await install();
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8');
  await writeFile(join(root, 'package-lock.json'), lock.replace('sha512-a', 'sha512-z'));
  await install();
  expect((await calls()).map((call) => /--(omit|include)=dev/.exec(call)?.[0])).toEqual(['--omit=dev', '--include=dev', '--include=dev']);
});

it('lets one of two processes install while the other waits', async () => {
  const both = await Promise.all([install(), install()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(await calls()).toHaveLength(1);
});

it('takes over the lock of a process that died', async () => {
  await mkdir(join(root, '.okienko/install.lock'), { recursive: true });
  await writeFile(join(root, '.okienko/install.lock/pid'), '999999999');
  expect((await install()).code).toBe(0);
});

it.each([
  ['npm error code ENOSPC\nnpm error nospc', /The disk that holds .* is full/],
  ['npm error code ENOTFOUND\nnpm error network request failed', /registry cannot be reached \(ENOTFOUND\)/],
  ['npm error code EACCES\n', /cannot be written to/],
  ['npm error code E404\nnpm error 404 Not Found - needed@1.0.0\n', /The installation failed: 404 Not Found - needed@1.0.0/],
])('says a failure of npm in one sentence: %s', async (complaint, sentence) => {
  const { code, said } = await install([], { COMPLAINT: complaint });
  expect(code).toBe(1);
  expect(said.trim().split('\n').at(-1)).toMatch(sentence);
});

it('does not install into a folder that is only linked here', async () => {
  await install();
  await rename(join(root, 'node_modules'), join(root, 'theirs'));
  await symlink('theirs', join(root, 'node_modules'));
  expect((await install()).code).toBe(0);
  const { code, said } = await install(['--dev']);
  expect([code, said]).toEqual([1, expect.stringContaining('is a link')]);
  expect(await calls()).toHaveLength(1);
});
