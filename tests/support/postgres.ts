import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { seedCentres } from './centres.ts';

export interface TestServer {
  /** Login of the owner of the tables, to the template database. */
  readonly url: string;
  /** Login of the restricted role, to the template database. */
  readonly appUrl: string;
  stop(): Promise<void>;
}

/** Starts a server in a folder of its own and fills the template: schema, queue and two centres. */
export async function startTestServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'okienko-tests-'));
  const lines: string[] = [];
  const server = await startEmbedded({ dataDir, isDurable: false, log: (line) => void lines.push(line) });
  try {
    await migrate({ connection: { connectionString: server.url }, dbDir: join(import.meta.dirname, '../../db') });
    await runMigrations({ connectionString: server.url });
    const client = new pg.Client(server.url);
    await client.connect();
    await seedCentres(client);
    await client.end();
  } catch (thrown) {
    await server.stop();
    throw thrown;
  }
  return {
    url: server.url,
    appUrl: server.appUrl,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
