export { correctPerson, identityFields, listCorrections, type Correction, type CorrectionRefusal } from './usecases/correctPerson.ts';
export {
  findLikelySame,
  findOrRegisterPerson,
  fullName,
  getPeople,
  getPerson,
  registerPerson,
  type LikelySame,
  type Person,
  type PersonDetails,
} from './usecases/registerPerson.ts';
export { searchPeople } from './usecases/searchPeople.ts';
export { mayCorrectPeople } from './policy.ts';
