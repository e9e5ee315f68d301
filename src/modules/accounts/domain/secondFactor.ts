import { staffRoles, type Role } from '#shared/roles.ts';

const demanding: readonly Role[] = [...staffRoles, 'platformAdministrator'];
/** Those who see many people's data must give a one-time code too; in a demonstration they may. */
export function needsSecondFactor(roles: readonly Role[], isDemo: boolean): boolean {
  return !isDemo && roles.some((role) => demanding.includes(role));
}
