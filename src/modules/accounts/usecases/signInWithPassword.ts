import type { CentreScope } from '#platform/http/index.ts';
import { attempt, cookiesOf } from '../auth/callAuth.ts';
import { accountsOf } from '../auth/openAccounts.ts';
import { clearFailures, countFailure, minutesLocked } from '../store/lockoutStore.ts';

export type PasswordOutcome =
  | { readonly kind: 'locked'; readonly minutes: number }
  /** The address or the password is wrong; which of them is told to nobody. */
  | { readonly kind: 'refused' }
  /** The password fits, a one-time code is asked for next. */
  | { readonly kind: 'needs-code'; readonly cookies: Headers }
  | { readonly kind: 'signed-in'; readonly user: { readonly id: string; readonly name: string }; readonly cookies: Headers };

/** Tries an address and a password. A wrong one is counted and recorded; after a few the address is closed for a while. */
export async function signInWithPassword(
  scope: CentreScope,
  request: Request,
  given: { readonly email: string; readonly password: string },
): Promise<PasswordOutcome> {
  const accounts = accountsOf(scope.world);
  const minutes = await minutesLocked(accounts, given.email, scope.now);
  if (minutes > 0) return { kind: 'locked', minutes };
  const answer = await attempt(() => accounts.auth.api.signInEmail({ body: given, headers: request.headers, returnHeaders: true }));
  if (!answer.ok) {
    await countFailure(accounts, given.email, scope.now);
    // Recorded without the address: it may be a password typed into the wrong box.
    await scope.audit('accounts.session.refused', {});
    return { kind: 'refused' };
  }
  const { headers, response } = answer.value;
  const cookies = cookiesOf(headers);
  if ('twoFactorRedirect' in response) return { kind: 'needs-code', cookies };
  await clearFailures(accounts, given.email);
  return { kind: 'signed-in', user: response.user, cookies };
}
