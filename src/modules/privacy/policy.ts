import { caseHolderMay, rolesMay } from '#shared/policy.ts';

/** The log of who did and saw what: for the person who guards the data, and nobody else. */
export const mayReadLog = rolesMay('privacy.log.read', ['dataProtectionOfficer']);
/** Whoever follows a case sees who looked into it. */
export const maySeeWhoLooked = caseHolderMay('privacy.own.read');
