export {
  addProvider,
  findIdByEnd,
  getProvider,
  getService,
  getServices,
  isOffered,
  listProviders,
  listServices,
  putService,
  putServices,
  type Provider,
} from './usecases/services.ts';
export type { CatalogueService } from './store/assembleServices.ts';
export { TARGET_GROUPS, targetGroups, type TargetGroup } from '#shared/targetGroups.ts';
export {
  languageOfName,
  nameIn,
  newRecord,
  slugOf,
  type ImportedServices,
  type ImportNote,
  type ImportProblem,
  type ServiceRecord,
} from './domain/service.ts';
export type { Candidate, ServiceCard, ServiceLimit } from './domain/service.ts';
export { serviceToHsds } from './domain/hsds/serviceToHsds.ts';
export type { HsdsOptions } from './domain/hsds/location.ts';
export type { HsdsObject, Json } from './domain/hsds/keys.ts';
export { getLocation, getOrganization, listLocations, type Location, type Organization } from './usecases/sharedRecords.ts';
export { readServiceFile } from './domain/serviceFile.ts';
export { assessServices, doubtsAsProblems, importServices, type AssessedRow, type ImportReport } from './usecases/importServices.ts';
export {
  holdVersions,
  planCompanions,
  planTakingBack,
  takeBackServices,
  writeServicesTraced,
  type ImportTrace,
  type TakenBack,
  type WrittenCompanion,
  type WrittenService,
} from './usecases/traceImport.ts';
export { kindOfHsds, readCompanion, type CompanionRecord } from './domain/hsds/importCompanions.ts';
export { assessCompanions, writeCompanionsTraced, type CompanionCandidate } from './usecases/importCompanions.ts';
export { makeTableReader, type TableLine, type TableReader } from './usecases/readServiceTable.ts';
export { giveOwnIds } from './usecases/giveOwnIds.ts';
export { undoPublication } from './usecases/undoPublication.ts';
export { keepOwnFields } from './usecases/keepOwnFields.ts';
export { listHsdsRows, makeHsdsReader } from './domain/hsds/importHsds.ts';
export { decodePolishText } from './domain/zyrardowCsv.ts';
export { findHeadingRow, guessColumns, keyOfHeadings, type Table } from './domain/serviceTable/columns.ts';
export { readCsvTable } from './domain/serviceTable/csvTable.ts';
export { FIELD_GROUPS, tableFields, type ColumnMapping, type TableField } from './domain/serviceTable/fields.ts';
export { differencesInWords } from './web/cardInWords.ts';
export { listShippedServices } from './domain/shippedServices.ts';
export { loadShippedServices } from './usecases/loadShipped.ts';
export { areas, asHeading, getArea, getTargetGroup } from './domain/classification.ts';
export { countOffers, getCatalogueRevision, listServicesSince, renewServices } from './usecases/offeredServices.ts';
export { facetsOf, freeForNewcomers, hoursOf, placedHoursOf, type ServiceFacets } from './domain/facets.ts';
export {
  daysOf,
  fallsOn,
  frequencyOf,
  isDaily,
  nextSessions,
  readClock,
  openState,
  sessionsOn,
  type OpenState,
  type Session,
} from './domain/schedule.ts';
export { ACCESSIBILITY_FEATURES, MODES, type AccessibilityFeature, type Mode } from './domain/codes.ts';
export type { Schedule } from './domain/parts.ts';
export { accessibilityInWords, countInWords, modeInWords } from './texts/words.ts';
export { toldFee } from './web/feeInWords.ts';
export { listPrices } from './web/pricesInWords.ts';
export { hoursInWords } from './web/scheduleWords.ts';
export { listChangesOf, listPublicChangesOf } from './usecases/listChanges.ts';
export type { Metadata } from './domain/parts.ts';
export { publishCountedPlaces, type CountedPlaces } from './usecases/reportVacancy.ts';
export { changeCard } from './usecases/changeCard.ts';
export { listWaitingProposals, proposeChange } from './usecases/proposals.ts';
export type { OwnFields } from './domain/proposal.ts';
export { descriptionFields, descriptionOf, descriptionSchema, type Description, type DescriptionField } from './domain/description.ts';
export { addDescribedService, describeService } from './usecases/describeService.ts';
export { fieldInWords, fieldLabel } from './web/descriptionInWords.ts';
export { ServiceNav } from './web/staff/ServiceNav.tsx';
export { mayManageCatalogue } from './policy.ts';
export { lines as shortLines, optionalAge } from './web/staff/serviceEditor/form.ts';
export { findInheritedFields } from './usecases/inheritedFields.ts';
export { changeCare, findSuccessor, getCare, type ServiceCare } from './usecases/careForService.ts';
export { countDueServices } from './usecases/reviewServices.ts';
