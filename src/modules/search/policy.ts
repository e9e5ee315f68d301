import { rolesMay, type Permission } from '#shared/policy.ts';

/** Those who keep the catalogue, and those who look for what is missing in the gmina. */
export const mayReadUnmet: Permission = rolesMay('search.unmet', [
  'serviceOrganiser',
  'communityOrganiser',
  'director',
  'centreAdministrator',
]);

/** Those who tie residents' words to needs and services. */
export const mayTeachSearch: Permission = rolesMay('search.teach', ['serviceOrganiser', 'communityOrganiser', 'centreAdministrator']);
