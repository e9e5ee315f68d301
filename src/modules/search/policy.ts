import { rolesMay, type Permission } from '#shared/policy.ts';

/** Those who keep the catalogue, and those who look for what is missing in the gmina. */
export const mayReadUnmet: Permission = rolesMay('search.unmet', [
  'serviceOrganiser',
  'communityOrganiser',
  'director',
  'centreAdministrator',
]);
