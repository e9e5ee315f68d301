import { rolesMay } from '#shared/policy.ts';

/** Who tells how the centre is reached and which places its gmina has. */
export const mayDescribeCentre = rolesMay('centres.own.describe', ['centreAdministrator']);
export const mayReadDescription = rolesMay('centres.own.read', ['centreAdministrator', 'director']);
