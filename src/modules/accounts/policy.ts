import type { Actor } from '#shared/actor.ts';
import { allowed, denied, rolesMay, type Decision } from '#shared/policy.ts';
import { staffRoles, type Role } from '#shared/roles.ts';

/** Who decides what people are in the centre. */
export const mayManageUsers = rolesMay('accounts.users.manage', ['centreAdministrator']);

/** Roles that an administrator of a centre gives. A provider's people come with their provider; the platform has its own. */
export const rolesToGive = (kind: 'centre' | 'regionalOffice'): readonly Role[] =>
  kind === 'regionalOffice'
    ? ['regionalEditor', 'dataProtectionOfficer', 'centreAdministrator']
    : staffRoles.filter((role) => role !== 'regionalEditor');

/** Nobody takes the administration from themselves: a centre must not be left without anybody who can give it back. */
export function mayEndRole(actor: Actor, role: { readonly userId: string; readonly role: Role }): Decision {
  const isOwn = actor.kind === 'user' && actor.userId === role.userId;
  return isOwn && role.role === 'centreAdministrator' ? denied('own-administration') : allowed;
}
