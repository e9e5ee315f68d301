import type { Role } from '#shared/roles.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { listHolders, listNames, type Member } from '../store/memberStore.ts';

/** People who hold a role in the centre now, by name; for choosing a coordinator and the like. */
export function listStaff(scope: CentreScope, role: Role): Promise<Member[]> {
  return listHolders(scope.tx, role);
}
/** People who speak for a provider now, by name. */
export function listProviderManagers(scope: CentreScope, providerId: string): Promise<Member[]> {
  return listHolders(scope.tx, 'providerManager', providerId);
}
/** Whether anybody can sign in for a provider now, so that what is sent to it is seen in its own place. */
export async function hasOwnPeople(scope: CentreScope, providerId: string): Promise<boolean> {
  const roles = ['providerManager', 'providerWorker'] as const;
  const held = await Promise.all(roles.map((role) => listHolders(scope.tx, role, providerId)));
  return held.some((holders) => holders.length > 0);
}
/** Names of the centre's people by id, past ones too; unknown ids are left out. */
export function findUserNames(scope: CentreScope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return listNames(scope.tx, ids);
}
