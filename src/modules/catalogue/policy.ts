import { rolesMay } from '#shared/policy.ts';

/** Those who answer for what the centre publishes. */
export const mayManageCatalogue = rolesMay('catalogue.manage', ['serviceOrganiser', 'centreAdministrator']);
