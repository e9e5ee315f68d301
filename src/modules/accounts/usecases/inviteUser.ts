import type { Role } from '#shared/roles.ts';
import { ok, type Result } from '#shared/result.ts';
import { frameTexts } from '#platform/html/texts.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { mailNewRole } from '../auth/letters.ts';
import { accountsOf } from '../auth/openAccounts.ts';
import { createUser } from './createUser.ts';
import { giveRole } from './giveRole.ts';
import { sendInvitation } from './invite.ts';

/**
 * Gives a role to whoever has an address, making the account when there is none, and writes them a letter: with a link to
 * set a password, or that they got a role. Whether the account was there before is not told to the one who invites.
 */
export async function inviteUser(
  scope: CentreScope,
  input: { email: string; name: string; role: Role; providerId?: string | null },
): Promise<Result<{ userId: string }, 'provider-missing' | 'provider-not-wanted'>> {
  const made = await createUser(scope.world, { email: input.email, name: input.name });
  if (!made.ok) throw new Error('an account without a password cannot be refused for its password');
  const { userId } = made.value;
  // An invitation that was undone half-way leaves an account without a password: it gets its link now.
  const needsPassword = !(await hasPassword(scope, userId));
  const given = await giveRole(scope, { userId, role: input.role, providerId: input.providerId ?? null });
  if (!given.ok) return given;
  const email = input.email.trim().toLowerCase();
  if (needsPassword) await sendInvitation(scope, { userId, email, name: input.name, role: input.role });
  else if (given.value.isNew) await mailNewRole(scope, { email, name: input.name }, frameTexts.in('pl')(`role.${input.role}`));
  return ok({ userId });
}

async function hasPassword(scope: CentreScope, userId: string): Promise<boolean> {
  const { db } = accountsOf(scope.world);
  const row = await db.selectFrom('account').select('id').where('userId', '=', userId).executeTakeFirst();
  return row !== undefined;
}
