import { rolesMay } from '#shared/policy.ts';

/** Those who answer for what the centre publishes. */
export const mayManageCatalogue = rolesMay('catalogue.manage', ['serviceOrganiser', 'centreAdministrator']);

/** Those who speak for a provider; only its own services open to them. */
export const mayProposeChanges = rolesMay('catalogue.own.propose', ['providerManager']);
