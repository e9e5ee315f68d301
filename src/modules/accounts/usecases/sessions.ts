import { NotFound, Unauthenticated, type CentreScope } from '#platform/http/index.ts';
import { cookiesOf } from '../auth/callAuth.ts';
import { mailCodesOff } from '../auth/letters.ts';
import { accountsOf } from '../auth/openAccounts.ts';
import { endSession, endSessions } from '../store/sessionStore.ts';

function ownId(scope: CentreScope): string {
  if (scope.actor.kind !== 'user') throw new Unauthenticated('account');
  return scope.actor.userId;
}

/** Signs a device of the actor's own out. @throws NotFound when there is no such session of theirs. */
export async function endOwn(scope: CentreScope, sessionId: string): Promise<void> {
  if (!(await endSession(accountsOf(scope.world), { userId: ownId(scope), sessionId }))) throw new NotFound('session');
}
/** Signs the actor out everywhere, here too. The cookies remove what this browser keeps. */
export async function endAllOwn(scope: CentreScope, request: Request): Promise<{ cookies: Headers }> {
  const accounts = accountsOf(scope.world);
  const { headers } = await accounts.auth.api.signOut({ headers: request.headers, returnHeaders: true });
  await endSessions(accounts, ownId(scope));
  return { cookies: cookiesOf(headers) };
}
/** Signs a person out everywhere; whether the actor may is decided by the door. */
export async function endAllOf(scope: CentreScope, userId: string): Promise<void> {
  await endSessions(accountsOf(scope.world), userId);
}

/**
 * Turns one-time codes of a person off and signs them out everywhere, when phone and backup codes are lost. The next
 * sign-in opens no door of staff until codes are set up anew. The person gets a letter, in case it was not they who asked.
 */
export async function turnCodesOff(
  scope: CentreScope,
  user: { readonly userId: string; readonly email: string; readonly name: string },
): Promise<void> {
  const { db } = accountsOf(scope.world);
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('twoFactor').where('userId', '=', user.userId).execute();
    await tx.updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', user.userId).execute();
    await tx.deleteFrom('session').where('userId', '=', user.userId).execute();
  });
  await mailCodesOff(scope, user);
}
