import type { Accounts } from '../auth/openAccounts.ts';

/** Where somebody is signed in. */
export interface Session {
  readonly id: string;
  readonly token: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly isStrong: boolean;
}
/** Sessions of a person that still work, newest first. */
export function listSessions({ db }: Accounts, userId: string): Promise<Session[]> {
  return db
    .selectFrom('session')
    .select(['id', 'token', 'userAgent', 'createdAt', 'expiresAt', 'isStrong'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date())
    .orderBy('createdAt', 'desc')
    .execute();
}
/** Ends one session of a person. False when it is not theirs or has ended. */
export async function endSession({ db }: Accounts, { userId, sessionId }: { userId: string; sessionId: string }): Promise<boolean> {
  const done = await db.deleteFrom('session').where('id', '=', sessionId).where('userId', '=', userId).executeTakeFirst();
  return Number(done.numDeletedRows) > 0;
}
/** Ends all sessions of a person, save one if it is named. How many there were. */
export async function endSessions({ db }: Accounts, userId: string, exceptToken?: string): Promise<number> {
  let sessions = db.deleteFrom('session').where('userId', '=', userId);
  if (exceptToken !== undefined) sessions = sessions.where('token', '!=', exceptToken);
  return Number((await sessions.executeTakeFirst()).numDeletedRows);
}
/** Remembers that a one-time code was given in a session. */
export async function makeStrong({ db }: Accounts, token: string): Promise<void> {
  await db.updateTable('session').set({ isStrong: true }).where('token', '=', token).execute();
}
