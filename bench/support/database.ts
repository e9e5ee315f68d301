import { startTestServer } from '#tests/support/postgres.ts';
import { openDatabase, openPool, type Database } from '#platform/db/index.ts';

export interface BenchDatabase {
  /** As the restricted role. */
  readonly database: Database;
  /** Login of the owner of the tables, for filling them quickly. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

/** A migrated database of its own with the two centres of the tests, on a server that does not wait for the disk. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const server = await startTestServer();
  const pool = openPool({ connectionString: server.appUrl, max: 10 }, (error) => console.error(error.message));
  return {
    database: openDatabase(pool),
    ownerUrl: server.url,
    appUrl: server.appUrl,
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}
