import { ok, refuse, type Result } from '#shared/result.ts';
import { Unauthenticated, type CentreScope } from '#platform/http/index.ts';
import { attempt } from '../auth/callAuth.ts';
import { accountsOf } from '../auth/openAccounts.ts';
import { passwordFault, type PasswordFault } from '../domain/password.ts';
import { clearFailures } from '../store/lockoutStore.ts';
import { endSessions } from '../store/sessionStore.ts';
import { findOwnerOfCode } from './findOwnerOfCode.ts';

/** Sets a password by the code of a letter, which works once, and ends all sessions. */
export async function setPasswordByCode(
  scope: CentreScope,
  { code, password, repeat }: { code: string; password: string; repeat: string },
): Promise<Result<null, PasswordFault | 'different' | 'dead-link'>> {
  const accounts = accountsOf(scope.world);
  const owner = await findOwnerOfCode(scope.world, code);
  if (!owner) return refuse('dead-link');
  const fault = passwordFault(password, owner);
  if (fault) return refuse(fault);
  if (password !== repeat) return refuse('different');
  const done = await attempt(() => accounts.auth.api.resetPassword({ body: { newPassword: password, token: code } }));
  if (!done.ok) return refuse('dead-link');
  // The letter proves that the address is theirs, and whoever forgot the password has failed a few times.
  await accounts.db.updateTable('user').set({ emailVerified: true }).where('id', '=', owner.id).execute();
  await clearFailures(accounts, owner.email);
  await scope.audit('accounts.password.set', { detail: { userId: owner.id } });
  return ok(null);
}

/** Changes the actor's own password and ends all other sessions; this one keeps its second factor. */
export async function changeOwnPassword(
  scope: CentreScope,
  request: Request,
  { current, password, repeat }: { current: string; password: string; repeat: string },
): Promise<Result<null, PasswordFault | 'different' | 'wrong'>> {
  if (scope.actor.kind !== 'user') throw new Unauthenticated('account');
  const accounts = accountsOf(scope.world);
  const { userId } = scope.actor;
  const user = await accounts.db.selectFrom('user').select(['name', 'email']).where('id', '=', userId).executeTakeFirstOrThrow();
  const fault = passwordFault(password, user);
  if (fault) return refuse(fault);
  if (password !== repeat) return refuse('different');
  const body = { currentPassword: current, newPassword: password, revokeOtherSessions: false };
  const done = await attempt(() => accounts.auth.api.changePassword({ body, headers: request.headers }));
  if (!done.ok) return refuse('wrong');
  const session = await accounts.auth.api.getSession({ headers: request.headers });
  await endSessions(accounts, userId, session?.session.token);
  return ok(null);
}
