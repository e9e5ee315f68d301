import { ok, refuse, type Result } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { insertMembership } from '../store/memberStore.ts';

/**
 * Gives somebody a role in the centre of the transaction; a role held already stays as it is.
 * A provider's people need their provider, others have none.
 */
export async function giveRole(
  scope: CentreScope,
  { userId, role, providerId = null }: { userId: string; role: Role; providerId?: string | null },
): Promise<Result<{ isNew: boolean }, 'provider-missing' | 'provider-not-wanted'>> {
  const isOfProvider = role === 'providerManager' || role === 'providerWorker';
  if (isOfProvider && providerId === null) return refuse('provider-missing');
  if (!isOfProvider && providerId !== null) return refuse('provider-not-wanted');
  const isNew = await insertMembership(scope.tx, { userId, role, providerId, at: scope.now });
  if (isNew) await scope.audit('accounts.role.given', { detail: { userId, role } });
  return ok({ isNew });
}
