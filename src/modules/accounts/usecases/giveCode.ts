import type { CentreScope } from '#platform/http/index.ts';
import { attempt, cookiesOf, withCookies } from '../auth/callAuth.ts';
import { accountsOf } from '../auth/openAccounts.ts';
import { clearFailures, countFailure, lockMinutes, minutesLocked } from '../store/lockoutStore.ts';
import { makeStrong } from '../store/sessionStore.ts';

export type CodeOutcome =
  | { readonly kind: 'locked'; readonly minutes: number }
  | { readonly kind: 'refused' }
  /** The password was given too long ago, or too many codes were wrong: from the beginning, please. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'accepted'; readonly user: { readonly id: string; readonly name: string }; readonly cookies: Headers };

/** Takes the second step: a code of the app, or a backup code, after a password or in a session that runs already. */
export async function giveCode(scope: CentreScope, request: Request, code: string): Promise<CodeOutcome> {
  const accounts = accountsOf(scope.world);
  const { auth } = accounts;
  // The library counts wrong codes after a password; in a session that runs already nobody but us does.
  const who = scope.actor.kind === 'user' ? `code ${scope.actor.userId}` : undefined;
  const minutes = who ? await minutesLocked(accounts, who, scope.now) : 0;
  if (minutes > 0) return { kind: 'locked', minutes };
  const call = { body: { code }, headers: request.headers, returnHeaders: true } as const;
  const answer = await attempt(() => (/^\d{6}$/.test(code) ? auth.api.verifyTOTP(call) : auth.api.verifyBackupCode(call)));
  if (!answer.ok) {
    if (who) await countFailure(accounts, who, scope.now);
    await scope.audit('accounts.code.refused', {});
    if (answer.code === 'INVALID_TWO_FACTOR_COOKIE' || answer.code.startsWith('TOO_MANY')) return { kind: 'expired' };
    return answer.code === 'ACCOUNT_TEMPORARILY_LOCKED' ? { kind: 'locked', minutes: lockMinutes } : { kind: 'refused' };
  }
  const { headers, response } = answer.value;
  await makeStrong(accounts, response.token ?? '');
  if (who) await clearFailures(accounts, who);
  await clearFailures(accounts, response.user.email);
  return { kind: 'accepted', user: response.user, cookies: cookiesOf(headers) };
}

/** Turns one-time codes on with the first code of the app. Undefined when the code is wrong. */
export async function turnCodesOn(scope: CentreScope, request: Request, code: string): Promise<{ cookies: Headers } | undefined> {
  const accounts = accountsOf(scope.world);
  const done = await attempt(() => accounts.auth.api.verifyTOTP({ body: { code }, headers: request.headers, returnHeaders: true }));
  if (!done.ok) return undefined;
  const { headers, response } = done.value;
  // The library opens a new session when codes are turned on; it is that one which is strong.
  const session = await accounts.auth.api.getSession({ headers: withCookies(request, headers) });
  await makeStrong(accounts, session?.session.token ?? response.token ?? '');
  await scope.audit('accounts.codes.on', { detail: { userId: response.user.id } });
  return { cookies: cookiesOf(headers) };
}
