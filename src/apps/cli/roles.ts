import { roles } from '#shared/roles.ts';

/** Roles an account of a centre can be given here; people of a provider are added in the application, beside their provider. */
export const rolesOfCentres = roles.filter((role) => role !== 'resident' && role !== 'providerManager' && role !== 'providerWorker');
