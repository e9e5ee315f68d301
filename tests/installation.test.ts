import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseOf, queryDataDir, startProgram, type Program } from '#tests/support/program.ts';

// Real processes on a real data folder. The demonstration is not loaded: it has tests of its own.
let home = '';
let dataDir = '';
const running: Program[] = [];
const secret = 'a secret of at least thirty-two characters';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'okienko installation '));
  await chmod(home, 0o755);
  dataDir = join(home, 'data');
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.process.kill('SIGKILL');
    await program.ended;
  }
  const left = await databaseOf(dataDir);
  if (left) process.kill(left.pid, 'SIGKILL');
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

function start(env: Record<string, string> = {}, launcher = false): Program {
  const settings = { PORT: '0', OKIENKO_DATA_DIR: dataDir, OKIENKO_DEMO: 'no', OKIENKO_SECRET: secret, ...env };
  const program = startProgram(['start'], settings, launcher);
  running.push(program);
  return program;
}

/** The lines that are not progress. */
const sentences = (program: Program) => program.said.split('\n').filter((line) => line.trim() !== '' && !/^\s+[✓✗…]/.test(line));

describe('starting and stopping', () => {
  it('finds every row after Ctrl-C, and stops the database with it', async () => {
    const first = start();
    const address = await first.ready();
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    await queryDataDir(dataDir, 'create table public.kept as select 1 as number');
    // The terminal, npm and the launcher each pass Ctrl-C on.
    first.process.kill('SIGINT');
    await sleep(20);
    expect(await first.stop('SIGINT')).toBe(0);
    expect(await databaseOf(dataDir)).toBeUndefined();

    const second = start();
    await second.ready();
    expect(await queryDataDir(dataDir, 'select number from public.kept')).toEqual([{ number: 1 }]);
    expect(await second.stop('SIGTERM')).toBe(0);
  });

  it('recovers after a kill, with the database left running or killed too', async () => {
    const first = start();
    await first.ready();
    await queryDataDir(dataDir, 'create table public.kept as select 1 as number');
    await first.stop('SIGKILL');
    expect(await databaseOf(dataDir)).toBeDefined();

    const second = start();
    await second.ready();
    expect(second.said).toContain('a killed process had left running');
    await queryDataDir(dataDir, 'insert into public.kept values (2)');
    const database = await databaseOf(dataDir);
    await second.stop('SIGKILL');
    process.kill(database?.pid ?? 0, 'SIGKILL');

    const third = start();
    await third.ready();
    expect(await queryDataDir(dataDir, 'select number from public.kept order by number')).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await third.stop('SIGINT')).toBe(0);
  });

  it('ends with the launcher, however that ends', async () => {
    const launcher = start({}, true);
    await launcher.ready();
    launcher.process.kill('SIGKILL');
    for (let waited = 0; waited < 10_000 && (await databaseOf(dataDir)); waited += 50) await sleep(50);
    expect(await databaseOf(dataDir)).toBeUndefined();
  });

  it('passes signals and exit codes through the launcher', async () => {
    const launcher = start({}, true);
    await launcher.ready();
    expect(await launcher.stop('SIGTERM')).toBe(0);
    expect(await databaseOf(dataDir)).toBeUndefined();
    expect(await startProgram(['nonsense'], {}, true).ended).toBe(1);
  });
});

describe('a start that cannot succeed says why in one sentence and fails', () => {
  it('when the port is taken: before anything is made', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const program = start({ PORT: String(port) });
    expect(await program.ended).toBe(1);
    expect(sentences(program)).toEqual([expect.stringContaining(`Port ${port} is taken`)]);
    expect(await readdir(home)).toEqual([]);
    await new Promise((resolve) => other.close(resolve));
  });

  it('when another process runs on the data folder, which it leaves alone', async () => {
    const first = start();
    const address = await first.ready();
    const second = start();
    expect(await second.ended).toBe(1);
    expect(sentences(second)).toEqual([expect.stringMatching(`already running on .* \\(process ${first.process.pid}\\)`)]);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect(await first.stop('SIGINT')).toBe(0);
  });

  it('when the database cannot be reached', async () => {
    const program = start({ DATABASE_URL: 'postgres://okienko@127.0.0.1:1/okienko' });
    expect(await program.ended).toBe(1);
    expect(sentences(program)).toEqual([expect.stringMatching(/^The database of DATABASE_URL cannot be reached/)]);
  });

  it('when the data folder or the schema is of a newer version, changing nothing', async () => {
    const first = start();
    await first.ready();
    await queryDataDir(dataDir, `insert into platform.migration values (9999, '9999_future', 'x')`);
    await first.stop('SIGINT');
    const second = start();
    expect(await second.ended).toBe(1);
    expect(sentences(second)).toEqual([expect.stringContaining('made by a newer Okienko')]);
    expect(await databaseOf(dataDir)).toBeUndefined();

    const version = join(dataDir, 'postgres/PG_VERSION');
    await writeFile(version, '99\n');
    const third = start();
    expect(await third.ended).toBe(1);
    expect(sentences(third)).toEqual([expect.stringContaining('made by PostgreSQL 99, newer than')]);
    expect(await readFile(version, 'utf8')).toBe('99\n');
  });

  it('when settings are wrong: all of them at once', async () => {
    const program = start({ PORT: 'many', LOG_LEVEL: 'loud' });
    expect(await program.ended).toBe(1);
    expect(program.said).toMatch(/PORT must be .*\n.*LOG_LEVEL must be/);
    expect(await readdir(home)).toEqual([]);
  });
});

describe('the doctor', () => {
  it('finds a fresh installation in order, and what is wrong with a broken one', async () => {
    const first = start();
    await first.ready();
    const settings = { OKIENKO_DATA_DIR: dataDir, OKIENKO_SECRET: secret, OKIENKO_DEMO: 'yes' };
    const healthy = startProgram(['doctor', '--json'], settings);
    expect(await healthy.ended).toBe(0);
    expect(JSON.parse(healthy.said)).toMatchObject({ fail: 0 });
    await queryDataDir(dataDir, 'delete from platform.migration where number = (select max(number) from platform.migration)');
    const broken = startProgram(['doctor', '--json'], settings);
    expect(await broken.ended).toBe(1);
    const { checks } = JSON.parse(broken.said) as { checks: { status: string; name: string }[] };
    expect(checks.filter((check) => check.status === 'fail').map((check) => check.name)).toEqual(['schema']);
    await first.stop('SIGINT');
  });
});
