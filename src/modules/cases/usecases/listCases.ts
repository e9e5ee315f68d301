import type { CentreScope } from '#platform/http/index.ts';
import * as store from '../store/caseStore.ts';
import type { CaseQuery, CaseRow } from '../store/caseStore.ts';

export { caseSorts, type CaseQuery, type CaseRow, type CaseSort } from '../store/caseStore.ts';

/** One page of cases; `limit + 1` rows mean that more follow. */
export const listCases = (scope: CentreScope, query: CaseQuery): Promise<CaseRow[]> => store.listCases(scope.tx, query);
/** The same, and how many cases the list has in all, up to `most`; one more says that there are more. */
export const listCounted = (scope: CentreScope, query: CaseQuery, most: number): Promise<{ rows: CaseRow[]; count: number }> =>
  store.listCounted(scope.tx, query, most);
export const listCasesOfPerson = (scope: CentreScope, personId: string): Promise<CaseRow[]> => store.listCasesOfPerson(scope.tx, personId);
/** The case with this code (already parsed to its one writing), or undefined. */
export const findCaseByCode = (scope: CentreScope, code: string): Promise<CaseRow | undefined> => store.findCaseByCode(scope.tx, code);
/** The case with this number (`CUS.2026.000123`), or undefined. */
export const findCaseByNumber = (scope: CentreScope, number: string): Promise<CaseRow | undefined> =>
  store.findCaseByNumber(scope.tx, number);
/** The current state of these cases by id, for lists of other modules; unknown ids are left out. */
export async function getCaseRecords(scope: CentreScope, ids: readonly string[]): Promise<ReadonlyMap<string, CaseRow>> {
  const rows = await store.listCasesById(scope.tx, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}
