import type { CentreScope } from '#platform/http/index.ts';
import { listCasesWithNews } from '#platform/files/index.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import { getServices } from '#modules/catalogue/index.ts';
import { fullName, getPeople } from '#modules/people/index.ts';
import type { CaseRow } from './listCases.ts';

/** A case as a list shows it: no more of the person than the name. */
export interface ListedCase {
  readonly row: CaseRow;
  /** Null while nobody knows who it is about. */
  readonly personName: string | null;
  readonly serviceNames: readonly string[];
  readonly coordinatorName: string | null;
  /** The resident sent files that nobody has looked at yet. */
  readonly hasNews: boolean;
}

/** Adds the names that a list needs, in four queries however long it is. */
export async function describeCases(scope: CentreScope, rows: readonly CaseRow[]): Promise<ListedCase[]> {
  const people = await getPeople(
    scope,
    rows.flatMap((row) => row.personId ?? []),
  );
  const services = await getServices(
    scope,
    rows.flatMap((row) => row.serviceIds),
  );
  const coordinators = await findUserNames(scope, [...new Set(rows.flatMap((row) => row.coordinatorId ?? []))]);
  const news = await listCasesWithNews(
    scope,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const person = row.personId ? people.get(row.personId) : undefined;
    return {
      row,
      personName: person ? fullName(person) : null,
      serviceNames: row.serviceIds.flatMap((id) => services.get(id)?.name ?? []),
      coordinatorName: (row.coordinatorId && coordinators.get(row.coordinatorId)) ?? null,
      hasNews: news.has(row.id),
    };
  });
}
