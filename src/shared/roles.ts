/** Roles of people at a centre (glossary: Role). `system` is the program acting by a deadline. */
export const roles = [
  'resident',
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'communityOrganiser',
  'director',
  'providerManager',
  'providerWorker',
  'accountant',
  'dataProtectionOfficer',
  'centreAdministrator',
  'platformAdministrator',
] as const;
export type Role = (typeof roles)[number];
/** Roles of the centre's own staff. */
export const staffRoles = [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'communityOrganiser',
  'director',
  'accountant',
  'dataProtectionOfficer',
  'centreAdministrator',
] as const satisfies readonly Role[];
