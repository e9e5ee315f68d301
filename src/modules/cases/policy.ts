import { allowed, denied, rolesMay, type Decision, type Permission } from '#shared/policy.ts';
import { caseHolderMay } from '#shared/policy.ts';
import { staffRoles } from '#shared/roles.ts';
import type { Actor } from '#shared/actor.ts';

/** Staff who work with people's cases. Accountants and administrators do not need what is in them. */
export const mayReadCases: Permission = rolesMay('cases.read', ['frontDesk', 'planCoordinator', 'serviceOrganiser', 'director']);
export const mayListCases: Permission = rolesMay('cases.list', ['frontDesk', 'planCoordinator', 'serviceOrganiser', 'director']);
/** Every member of the staff has a page to start from; what it shows follows from their roles. */
export const mayStartWork: Permission = rolesMay('work.start', staffRoles);
export const mayAssignCoordinator: Permission = rolesMay('cases.coordinator.assign', [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'director',
]);
export const maySeeOwnCase: Permission = caseHolderMay('cases.own.read');

/** A case holder sees the one case whose code they gave. */
export function mayOpenCase(actor: Actor, caseId: string): Decision {
  if (actor.kind === 'caseHolder') return actor.caseId === caseId ? allowed : denied('another-case');
  return mayReadCases.allows(actor);
}
