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
  'regionalEditor',
] as const;
export type Role = (typeof roles)[number];
/** Roles of the staff of a centre, and of a regional office. */
export const staffRoles = [
  'frontDesk',
  'planCoordinator',
  'serviceOrganiser',
  'communityOrganiser',
  'director',
  'accountant',
  'dataProtectionOfficer',
  'centreAdministrator',
  'regionalEditor',
] as const satisfies readonly Role[];
