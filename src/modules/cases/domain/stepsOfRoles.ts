import type { Role } from '#shared/roles.ts';
import type { NextStepCode } from './whatNext.ts';

/** The steps that wait for somebody in a role whoever coordinates the case; most have no date of their own. */
const stepsOfRole: Partial<Record<Role, readonly NextStepCode[]>> = {
  frontDesk: ['contact-person', 'deliver-refusal'],
  serviceOrganiser: ['decide-service', 'place-orders', 'change-orders'],
  director: ['sign-refusal', 'approve-plan', 'close-case'],
};

/** What waits for a person with these roles; empty for those whose work is listed by the cases they coordinate, or elsewhere. */
export function stepsWaitingFor(roles: readonly Role[]): readonly NextStepCode[] {
  return [...new Set(roles.flatMap((role) => stepsOfRole[role] ?? []))];
}
