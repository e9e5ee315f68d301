export {
  addProvider,
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
export type { CatalogueService } from './store/catalogueStore.ts';
export { AREA_CODES, TARGET_GROUPS, type AreaCode, type ServiceCard, type ServiceLimit, type TargetGroup } from './domain/service.ts';
export { linkOf, slugOf, type ImportedServices, type ImportNote, type ImportProblem, type ServiceRecord } from './domain/service.ts';
export { serviceToHsds, type HsdsService } from './domain/hsdsExport.ts';
export { formatOfServiceFile, readServiceFile, type ServiceFileFormat } from './domain/serviceFile.ts';
export { importServices, type ImportReport } from './usecases/importServices.ts';
export { listShippedServices } from './domain/shippedServices.ts';
export { loadShippedServices } from './usecases/loadShipped.ts';
export { areas, asHeading, getArea, getTargetGroup, targetGroups } from './domain/classification.ts';
export { countOffers, getCatalogueRevision, listOffered, listServicesSince, type OfferPage } from './usecases/offeredServices.ts';
