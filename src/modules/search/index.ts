export type { SearchDocument, SearchHit, SearchIndex, SearchMatch, SearchOptions } from './domain/searchIndex.ts';
export { type JudgedQuery, measureRelevance, type Relevance } from './domain/relevance.ts';
export { withoutAccents, withTypo } from './domain/noise.ts';
export { createSearchIndex } from './createSearchIndex.ts';
export { searchServices, type FoundService, type SearchFilter } from './usecases/searchServices.ts';
export { evaluateSearch, readJudgedQueries, type Evaluation, type Evaluations } from './usecases/evaluateSearch.ts';
export { understandNeeds, listNeeds, kindsOf, listKinds, type NamedKind } from './understandNeeds.ts';
export type { Need, UnderstoodNeed } from './domain/needs.ts';
export { trainAndMeasure, type TrainingReport } from './usecases/trainNeeds.ts';
