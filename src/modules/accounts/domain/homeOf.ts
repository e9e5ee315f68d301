import { staffRoles, type Role } from '#shared/roles.ts';

/** The first page of a person with these roles, below the centre's address. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.some((role) => (staffRoles as readonly Role[]).includes(role))) return '/praca';
  if (roles.includes('providerManager') || roles.includes('providerWorker')) return '/wykonawca';
  return '/konto';
}
