export {
  addProvider,
  getProvider,
  getService,
  getServices,
  isOffered,
  listProviders,
  listServices,
  putService,
  type Provider,
} from './usecases/services.ts';
export type { CatalogueService } from './store/catalogueStore.ts';
export { AREA_CODES, TARGET_GROUPS, type AreaCode, type ServiceCard, type ServiceLimit, type TargetGroup } from './domain/service.ts';
