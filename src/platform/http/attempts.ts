import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/db/index.ts';
import { TooMany } from './errors.ts';

/**
 * Counts an attempt, outside any transaction so that a failed request counts too.
 * @param name what is attempted · @param who what it is counted by (an address, a code): only a hash is kept
 * @throws TooMany when there were more than `attempts` in the running window of `minutes`.
 */
export async function countAttempt(
  database: Database,
  { name, who, attempts, minutes, now }: { name: string; who: string; attempts: number; minutes: number; now: Temporal.Instant },
): Promise<void> {
  const { bucket, windowStart, start, length } = windowOf({ name, who, minutes, now });
  const counted = await sql<{ count: number }>`
    insert into platform.attempt (bucket, window_start, count) values (${bucket}, ${windowStart}::timestamptz, 1)
    on conflict (bucket, window_start) do update set count = platform.attempt.count + 1
    returning count`.execute(database);
  if ((counted.rows[0]?.count ?? 0) > attempts) throw new TooMany(Math.ceil((start + length - now.epochMilliseconds) / 1000));
}

/** Takes back an attempt that was counted and succeeded, so that only failures add up. */
export async function forgiveAttempt(
  database: Database,
  { name, who, minutes, now }: { name: string; who: string; minutes: number; now: Temporal.Instant },
): Promise<void> {
  const { bucket, windowStart } = windowOf({ name, who, minutes, now });
  await sql`
    update platform.attempt set count = count - 1
    where bucket = ${bucket} and window_start = ${windowStart}::timestamptz and count > 0`.execute(database);
}

function windowOf({ name, who, minutes, now }: { name: string; who: string; minutes: number; now: Temporal.Instant }) {
  const bucket = createHash('sha256').update(`${name}\n${who}`).digest('base64url');
  const length = minutes * 60_000;
  const start = Math.floor(now.epochMilliseconds / length) * length;
  return { bucket, length, start, windowStart: Temporal.Instant.fromEpochMilliseconds(start).toString() };
}
