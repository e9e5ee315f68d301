import { Logger as QueueLogger, parseCronItems, run, runMigrations, runOnce, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { listOpenCentres } from '#platform/http/index.ts';
import type { Job } from '#platform/module.ts';
import type { World } from '#platform/world.ts';
import { runJob } from './runJob.ts';

export interface Worker {
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
}

/** Jobs of one process running at the same time: enough for letters, few enough to leave the database to people. */
const concurrency = 3;
const attempts = 12;

/** Makes or brings up to date the queue's own schema. Safe to repeat; needs the owner of the tables. */
export async function installJobSchema(connection: pg.PoolConfig): Promise<void> {
  // A connection lost here makes the next query fail, which says so.
  const pool = withErrorHandlers(new pg.Pool({ ...connection, max: 2 }), () => undefined);
  try {
    await runMigrations({ pgPool: pool, logger: silent });
  } finally {
    await pool.end();
  }
}

/** Starts working on the queue and on jobs due by the clock, until stopped. Letters and the like wait for nobody else. */
export async function startWorker(world: World, ownerPool: pg.Pool): Promise<Worker> {
  const pool = queuePool(world, ownerPool);
  try {
    const runner = await run({
      pgPool: pool,
      taskList: taskListOf(world),
      parsedCronItems: cronItemsOf(world),
      concurrency,
      noHandleSignals: true,
      logger: loggerTo(world),
    });
    return {
      async stop() {
        await runner.stop();
        await pool.end();
      },
    };
  } catch (thrown) {
    await pool.end();
    throw thrown;
  }
}

/** Works off every job that is due now and returns; for tests and for the command line. */
export async function runDueJobs(world: World, ownerPool: pg.Pool): Promise<void> {
  const pool = queuePool(world, ownerPool);
  try {
    await runOnce({ pgPool: pool, taskList: taskListOf(world), noHandleSignals: true, logger: loggerTo(world) });
  } finally {
    await pool.end();
  }
}

/** The queue's library expects the driver's own types, so it gets a pool of the same login without ours. */
function queuePool(world: World, ownerPool: pg.Pool): pg.Pool {
  const { types: _, ...options } = ownerPool.options;
  const lost = (error: Error): void => world.log.warn({ err: error }, 'a connection of the queue was lost');
  return withErrorHandlers(new pg.Pool({ ...options, application_name: 'okienko jobs', max: concurrency + 3 }), lost);
}

/** A connection may be lost at any moment, also between two queries; without a listener that would end the process. */
function withErrorHandlers(pool: pg.Pool, lost: (error: Error) => void): pg.Pool {
  pool.on('error', lost);
  pool.on('connect', (client) => void client.on('error', lost));
  return pool;
}

const jobsOf = (world: World): readonly Job[] => world.modules.flatMap((module) => module.jobs ?? []);

function taskListOf(world: World): TaskList {
  const tasks: TaskList = {};
  for (const job of jobsOf(world)) {
    if (tasks[job.name]) throw new Error(`${job.name}: two jobs of one name`);
    tasks[job.name] = async (payload, helpers) => {
      const given = payload as Readonly<Record<string, unknown>>;
      if (typeof given['centreId'] === 'string') return runJob(world, job, given);
      // Due by the clock: every centre gets a job of its own, so one that fails holds up no other and is tried again alone.
      for (const centre of await listOpenCentres(world.database))
        await helpers.addJob(job.name, { centreId: centre.id }, { jobKey: `${job.name}:${centre.id}`, maxAttempts: attempts });
    };
  }
  return tasks;
}

function cronItemsOf(world: World) {
  // A run missed while the program was down is made up by the next one; none of these jobs depends on each run.
  return parseCronItems(jobsOf(world).flatMap((job) => (job.cron ? [{ task: job.name, match: job.cron, identifier: job.name }] : [])));
}

const silent = new QueueLogger(() => () => undefined);
/** The queue's messages name tasks and numbers of jobs, never their payloads. */
function loggerTo(world: World): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    if (level === 'error') world.log.warn({ err: (meta as { error?: unknown } | undefined)?.error, part: 'jobs' }, message.split('\n')[0]);
    else world.log.debug({ part: 'jobs' }, message);
  });
}
