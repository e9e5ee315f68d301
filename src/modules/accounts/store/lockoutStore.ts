import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Accounts } from '../auth/openAccounts.ts';

/** Five wrong answers within a quarter of an hour close the account for a quarter of an hour. */
export const allowedFailures = 5;
export const lockMinutes = 15;

const keyOf = (who: string) => createHash('sha256').update(who.trim().toLowerCase()).digest('base64url');
const asDate = (at: Temporal.Instant) => new Date(at.epochMilliseconds);

/**
 * Whole minutes until the next attempt is allowed; 0 when it is allowed now.
 * @param who an address or a user's id; counted whether such an account exists or not
 */
export async function minutesLocked({ db }: Accounts, who: string, now: Temporal.Instant): Promise<number> {
  const row = await db.selectFrom('lockout').select('lockedUntil').where('key', '=', keyOf(who)).executeTakeFirst();
  const left = (row?.lockedUntil?.getTime() ?? 0) - now.epochMilliseconds;
  return left > 0 ? Math.ceil(left / 60_000) : 0;
}
/** Counts a wrong answer. Atomic: answers given at the same time are all counted. */
export async function countFailure({ db }: Accounts, who: string, now: Temporal.Instant): Promise<void> {
  const at = asDate(now);
  const since = asDate(now.subtract({ minutes: lockMinutes }));
  const until = asDate(now.add({ minutes: lockMinutes }));
  await sql`insert into lockout as l (key, failures, last_failed_at) values (${keyOf(who)}, 1, ${at})
    on conflict (key) do update set
      failures = case when l.last_failed_at < ${since} or l.locked_until <= ${at} then 1 else l.failures + 1 end,
      last_failed_at = ${at},
      locked_until = case when l.last_failed_at < ${since} or l.locked_until <= ${at} then null when l.failures + 1 >= ${allowedFailures} then ${until}::timestamptz else l.locked_until end`.execute(
    db,
  );
}
/** Forgets wrong answers after a right one. */
export async function clearFailures({ db }: Accounts, who: string): Promise<void> {
  await db.deleteFrom('lockout').where('key', '=', keyOf(who)).execute();
}
