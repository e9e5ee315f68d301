import { randomBytes } from 'node:crypto';
import type { Role } from '#shared/roles.ts';
import { frameTexts } from '#platform/html/texts.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { mailInvitation } from '../auth/letters.ts';
import { accountsOf } from '../auth/openAccounts.ts';

export const invitationDays = 7;

/** Sends a new worker a link that sets the first password; it works once, within seven days. */
export async function sendInvitation(
  scope: CentreScope,
  { userId, email, name, role }: { userId: string; email: string; name: string; role: Role },
): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await accountsOf(scope.world).auth.$context;
  const expiresAt = new Date(scope.now.add({ hours: invitationDays * 24 }).epochMilliseconds);
  await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: userId, expiresAt });
  await mailInvitation(scope, { email, name }, token, frameTexts.in('pl')(`role.${role}`));
}
