import { rolesMay } from '#shared/policy.ts';

/** Those who answer for what the centre publishes. */
export const mayImport = rolesMay('imports.manage', ['serviceOrganiser', 'centreAdministrator']);
