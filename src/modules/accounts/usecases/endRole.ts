import { ok, refuse, type Result } from '#shared/result.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { mayEndRole } from '../policy.ts';
import { endMembership, listMemberships } from '../store/memberStore.ts';

/** Ends a role of a person from now on; the row stays. @throws NotFound when it is not a current role of theirs. */
export async function endRole(
  scope: CentreScope,
  { userId, membershipId }: { userId: string; membershipId: string },
): Promise<Result<null, 'own-administration'>> {
  const memberships = await listMemberships(scope.tx, userId);
  const membership = memberships.find((each) => each.id === membershipId && each.endedAt === null);
  if (!membership) throw new NotFound('role');
  if (!mayEndRole(scope.actor, membership).allowed) return refuse('own-administration');
  await endMembership(scope.tx, membershipId, scope.now);
  return ok(null);
}
