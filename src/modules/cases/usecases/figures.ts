import type { CentreScope } from '#platform/http/index.ts';
import * as store from '../store/figureStore.ts';
import type { Deadlines, OpenCases, RefusedService, Refusals } from '../store/figureStore.ts';

export type { Deadlines, OpenCases, RefusedService, Refusals } from '../store/figureStore.ts';

/** Open cases of the centre by status and age, as of the scope's moment. One query. */
export const countOpenCases = (scope: CentreScope): Promise<OpenCases[]> => store.countOpenCases(scope.tx, scope.now);
/** Steps of open cases whose last day has passed or comes within fourteen days, by step. One query. */
export const countDeadlines = (scope: CentreScope): Promise<Deadlines[]> => store.countDeadlines(scope.tx, scope.today);
/** Refusals signed since a moment, by reason. One query. */
export const countRefusals = (scope: CentreScope, since: Temporal.Instant): Promise<Refusals[]> => store.countRefusals(scope.tx, since);
/** The refusals behind such a count. */
export const listRefusals = (scope: CentreScope, query: Parameters<typeof store.listRefusals>[1]): Promise<RefusedService[]> =>
  store.listRefusals(scope.tx, query);
