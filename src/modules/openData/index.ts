export { publishCatalogue } from './usecases/publish.ts';
export { checkFeed, type Answer, type Ask, type FeedReport } from './usecases/check/feed.ts';
export { readSchemas } from './usecases/check/schemas.ts';
export { recordResult, type OutsideCheck } from './usecases/check/results.ts';
export { readStandardPackage } from './usecases/check/standardPackage.ts';
export { loadPackage, type LoadedPackage } from './store/standardTables.ts';
export { loadDescriptionCheck, loadLinkedDataCheck } from './usecases/check/developmentOnly.ts';
