import { anonymous, type Actor } from '#shared/actor.ts';
import { inCentre, type Database } from '#platform/db/index.ts';
import type { Centre } from '#platform/http/index.ts';
import { needsSecondFactor } from '../domain/secondFactor.ts';
import { listRolesOf } from '../store/memberStore.ts';
import type { Accounts } from './openAccounts.ts';

/**
 * Recognises who sends a request, with the roles held in the given centre only.
 * @param centre null where no centre is meant: then there are no roles
 */
export async function authenticate(
  { accounts, database, isDemo }: { accounts: Accounts; database: Database; isDemo: boolean },
  request: Request,
  centre: Centre | null,
): Promise<Actor> {
  // Most pages are read by people without an account: they cost no query.
  if (!request.headers.get('cookie')?.includes('okienko.session_token=')) return anonymous;
  const found = await accounts.auth.api.getSession({ headers: request.headers });
  if (!found) return anonymous;
  const { user, session } = found;
  const memberships = centre ? await inCentre(database, centre.id, (tx) => listRolesOf(tx, user.id)) : [];
  const roles = memberships.map((each) => each.role);
  return {
    kind: 'user',
    userId: user.id,
    name: user.name,
    roles,
    providerId: memberships.find((each) => each.providerId !== null)?.providerId ?? null,
    isStrong: !needsSecondFactor(roles, isDemo) || session.isStrong === true,
  };
}
