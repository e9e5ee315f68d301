import { rolesOf, type Actor } from '#shared/actor.ts';
import { allowed, denied, rolesMay, type Decision, type Permission } from '#shared/policy.ts';
import type { Role } from '#shared/roles.ts';

/** Staff who work with people's cases see that a talk was held and what it came to. */
export const mayReadAssessment: Permission = rolesMay('assessment.read', ['frontDesk', 'planCoordinator', 'serviceOrganiser', 'director']);
export const mayRecordAssessment: Permission = rolesMay('assessment.record', ['planCoordinator']);

const sensitiveReaders: readonly Role[] = ['planCoordinator', 'serviceOrganiser', 'director'];

/** Health, violence and risks are for those who decide about help, not for everybody who sees the case. */
export function maySeeSensitive(actor: Actor): Decision {
  return rolesOf(actor).some((role) => sensitiveReaders.includes(role)) ? allowed : denied('sensitive-data');
}
