import type { CentreScope } from '#platform/http/index.ts';
import * as store from '../store/requestStore.ts';

export type { ConsentRow, RequestRow } from '../store/requestStore.ts';

/** What was asked or reported in a case, the first one first. */
export const listRequestsOfCase = (scope: CentreScope, caseId: string): Promise<store.RequestRow[]> =>
  store.listRequestsOfCase(scope.tx, caseId);
/** Wordings shown or agreed to in a case, the first one first. Whether a consent still stands, the case tells. */
export const listConsentsOfCase = (scope: CentreScope, caseId: string): Promise<store.ConsentRow[]> =>
  store.listConsentsOfCase(scope.tx, caseId);
