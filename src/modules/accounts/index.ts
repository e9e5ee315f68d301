export { openAccounts, type Accounts, type AccountsOptions, type IdentityProvider } from './auth/openAccounts.ts';
export { authenticate } from './auth/authenticate.ts';
export { createUser, type NewAccount } from './usecases/createUser.ts';
export { giveRole } from './usecases/giveRole.ts';
export { makeUserOfCentre, type UserRefusal } from './usecases/makeUserOfCentre.ts';
export { findUserNames, hasOwnPeople, listProviderManagers, listStaff } from './usecases/people.ts';
export type { Member } from './store/memberStore.ts';
