import type { CentreScope } from '#platform/http/index.ts';
import type { ToldOfCase } from '#platform/module.ts';
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
  /** Instead of the name: what somebody said of the person. */
  readonly told: ToldOfCase | null;
  readonly serviceNames: readonly string[];
  readonly coordinatorName: string | null;
  /** The resident sent files that nobody has looked at yet. */
  readonly hasNews: boolean;
}

/** What modules above know of the people of these cases by hearsay. */
export async function toldOfCases(scope: CentreScope, caseIds: readonly string[]): Promise<ReadonlyMap<string, ToldOfCase>> {
  const told = new Map<string, ToldOfCase>();
  if (caseIds.length === 0) return told;
  for (const module of scope.world.modules) {
    for (const [id, each] of (await module.toldOfCases?.(scope, caseIds)) ?? []) told.set(id, each);
  }
  return told;
}

/** Adds the names that a list needs, in five queries however long it is. */
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
  const unknown = await toldOfCases(
    scope,
    rows.flatMap((row) => (row.personId ? [] : [row.id])),
  );
  return rows.map((row) => {
    const person = row.personId ? people.get(row.personId) : undefined;
    return {
      row,
      personName: person ? fullName(person) : null,
      told: unknown.get(row.id) ?? null,
      serviceNames: row.serviceIds.flatMap((id) => services.get(id)?.name ?? []),
      coordinatorName: (row.coordinatorId && coordinators.get(row.coordinatorId)) ?? null,
      hasNews: news.has(row.id),
    };
  });
}
