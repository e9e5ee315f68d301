export { publishCatalogue } from './usecases/publish.ts';
export { checkFeed, type Answer, type Ask, type FeedReport } from './usecases/check/feed.ts';
export { readSchemas } from './usecases/check/schemas.ts';
export { checkResponses, type ResponseFaults } from './usecases/check/responses.ts';
export { recordResult, type OutsideCheck } from './usecases/check/results.ts';
