import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Number of the newest migration that the database has; 0 when it has none. Throws when the database does not answer. */
export async function readNewestMigration(database: Database): Promise<number> {
  const found = await sql<{ number: number }>`select coalesce(max(number), 0)::int as number from platform.migration`.execute(database);
  return found.rows[0]?.number ?? 0;
}
