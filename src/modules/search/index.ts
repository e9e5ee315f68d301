export type { SearchDocument, SearchHit, SearchIndex, SearchMatch, SearchOptions } from './domain/searchIndex.ts';
export { type JudgedQuery, measureRelevance, type Relevance } from './domain/relevance.ts';
export { withoutAccents, withTypo } from './domain/noise.ts';
export { createSearchIndex } from './createSearchIndex.ts';
export { searchServices, type FoundService, type SearchFilter } from './usecases/searchServices.ts';
export { evaluateSearch, readJudgedQueries, type Evaluation, type Evaluations } from './usecases/evaluateSearch.ts';
