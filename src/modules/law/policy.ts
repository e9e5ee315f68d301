import { rolesMay } from '#shared/policy.ts';

/** Who sees the figures that the centre works by. */
export const mayReadLaw = rolesMay('law.read', ['centreAdministrator', 'director', 'serviceOrganiser']);
/** Who answers for them. */
export const mayManageLaw = rolesMay('law.manage', ['centreAdministrator']);
