import { createApp } from '#apps/web/app.ts';
import { startWorker } from '#platform/jobs/index.ts';
import type { OperatorError } from '#platform/operatorError.ts';
import { parseConfig, type Config } from '../../config.ts';
import { capabilities, type DemoAccount } from './capabilities.ts';
import { listen } from './listen.ts';
import { makeProgress, type Progress } from './progress.ts';
import { listenForStop, type Stopping } from './stopping.ts';
import { table } from './table.ts';
import { makeWorld, migrateAddress, openAddress, type OpenedWorld } from './world.ts';

/** Longer than this no request may hold up the end of the server. */
const graceMs = 10_000;

/** `okienko start`: everything in one process, until it is asked to stop. */
export async function start(): Promise<void> {
  const config = parseConfig(process.env);
  const progress = makeProgress();
  const stopping = listenForStop(() => {
    process.stderr.write('  Stopping without waiting; the database recovers by itself at the next start.\n');
    process.exit(1);
  });
  const opening = new Opening();
  try {
    const running = await open(config, progress, stopping, opening);
    const failure = await Promise.race([stopping.asked, running.failed]);
    if (failure) throw failure;
  } catch (error) {
    // What a piece of start-up says after the request to stop is of no interest.
    if (!stopping.signal.aborted) throw error;
  } finally {
    await opening.closeAll(progress);
  }
}

interface Running {
  /** Resolves when the embedded database ends by itself. */
  readonly failed: Promise<OperatorError>;
}

async function open(config: Config, progress: Progress, stopping: Stopping, opening: Opening): Promise<Running> {
  const began = performance.now();
  const listening = await listen(config.host, config.port);
  opening.closeFirst('requests finished', () => listening.close(graceMs));

  const database = await progress.phase('database', (note) => openAddress(config, false, note));
  if (database.embedded) opening.closeLater('database stopped', database.close);
  stopping.signal.throwIfAborted();

  await progress.phase('migrations', (note) =>
    migrateAddress(database.address, (migration, ms) => note(`${migration.name} (${(ms / 1000).toFixed(2)} s)`)),
  );
  stopping.signal.throwIfAborted();

  const publicUrl = config.port === 0 ? `http://localhost:${listening.port}` : config.publicUrl;
  const opened = await makeWorld(config, database.address, publicUrl);
  opening.closeLater('connections closed', opened.close);

  const accounts = await loadDemo(opened, progress, stopping);
  await progress.phase('server', async () => {
    for (const module of opened.world.modules) {
      const stop = await module.start?.(opened.world);
      if (stop) opening.closeLater(`${module.name} stopped`, stop);
    }
    const worker = await startWorker(opened.world, opened.ownerPool);
    opening.closeLater('jobs stopped', worker.stop);
    listening.serve(createApp(opened.world).fetch);
  });
  stopping.signal.throwIfAborted();
  announce(opened, accounts, performance.now() - began);
  return { failed: database.embedded?.failed ?? new Promise(() => {}) };
}

async function loadDemo(opened: OpenedWorld, progress: Progress, stopping: Stopping): Promise<readonly DemoAccount[]> {
  const { loadDemo: load } = capabilities;
  if (!opened.config.isDemo || !load) return [];
  const loading = progress.phase('demo data', (note) => load(opened, note));
  // Loading goes in transactions, so it may be left at any moment: the closed connections end it.
  await Promise.race([loading, stopping.asked]);
  if (stopping.signal.aborted) loading.catch(() => undefined);
  stopping.signal.throwIfAborted();
  return loading;
}

function announce(opened: OpenedWorld, accounts: readonly DemoAccount[], milliseconds: number): void {
  const lines = [`\nOkienko is ready after ${(milliseconds / 1000).toFixed(1)} s:  ${opened.world.publicUrl}`];
  if (opened.config.isDemo) lines.push('This is a demonstration: people and cases are invented, letters are kept and not sent.');
  if (accounts.length > 0)
    lines.push(
      '',
      table(
        ['role', 'centre', 'e-mail', 'password'],
        accounts.map((each) => [each.role, each.centre, each.email, each.password]),
      ),
    );
  lines.push('', 'Stop with Ctrl-C.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}

interface Closer {
  readonly name: string;
  readonly close: () => Promise<void>;
}

/** What has been opened, to be closed in the opposite order. */
class Opening {
  readonly #first: Closer[] = [];
  readonly #closers: Closer[] = [];

  /** For what uses all the others and so ends before them, whenever it was opened. */
  closeFirst(name: string, close: () => Promise<void>): void {
    this.#first.push({ name, close });
  }

  closeLater(name: string, close: () => Promise<void>): void {
    this.#closers.push({ name, close });
  }

  async closeAll(progress: Progress): Promise<void> {
    for (const { name, close } of [...this.#first, ...this.#closers.toReversed()]) {
      try {
        await progress.phase(name, close);
      } catch (error) {
        progress.note(error instanceof Error ? error.message : String(error));
        process.exitCode = 1;
      }
    }
  }
}
