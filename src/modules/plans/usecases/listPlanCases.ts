import type { CentreScope } from '#platform/http/index.ts';
import { findUserNames } from '#modules/accounts/index.ts';
import { listCases, type CaseRow } from '#modules/cases/index.ts';
import { fullName, getPeople } from '#modules/people/index.ts';

/** Which plans a list shows: those waiting for approval, drafts, or cases that still have none. */
export const planLists = { zatwierdzenie: 'PLAN_AGREED', projekty: 'PLAN_DRAFT', ulozenie: 'QUALIFIED' } as const;
export type PlanList = keyof typeof planLists;

export interface PlanCase {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly planDueOn: Temporal.PlainDate | null;
  readonly coordinator: string | null;
  readonly changedAt: Temporal.Instant;
}
export interface PlanListQuery {
  readonly list: PlanList;
  readonly words: string;
  readonly onlyMine: boolean;
  readonly cursor: { readonly key: string; readonly id: string; readonly back: boolean } | null;
}
export interface PlanCasePage {
  readonly cases: readonly PlanCase[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

const pageLength = 25;

/** One page of cases with plans of a kind, the newest change first. */
export async function listPlanCases(scope: CentreScope, query: PlanListQuery): Promise<PlanCasePage> {
  const { actor } = scope;
  const found = await listCases(scope, {
    words: query.words,
    statuses: [planLists[query.list]],
    onlyOpen: true,
    coordinatorId: query.onlyMine && actor.kind === 'user' ? actor.userId : null,
    serviceId: null,
    sort: 'changed',
    cursor: query.cursor,
    limit: pageLength,
  });
  const hasMore = found.length > pageLength;
  const isBack = query.cursor?.back ?? false;
  const cut = found.slice(0, pageLength);
  const rows = isBack ? cut.toReversed() : cut;
  return {
    cases: await describe(scope, rows),
    hasEarlier: isBack ? hasMore : query.cursor !== null,
    hasLater: isBack || hasMore,
  };
}

async function describe(scope: CentreScope, rows: readonly CaseRow[]): Promise<PlanCase[]> {
  const ids = (pick: (row: CaseRow) => string | null) => rows.flatMap((row) => pick(row) ?? []);
  const people = await getPeople(
    scope,
    ids((row) => row.personId),
  );
  const coordinators = await findUserNames(
    scope,
    ids((row) => row.coordinatorId),
  );
  return rows.map((row) => {
    const person = row.personId ? people.get(row.personId) : undefined;
    return {
      caseId: row.id,
      number: row.number,
      name: person ? fullName(person) : row.number,
      planDueOn: row.planDueOn,
      coordinator: (row.coordinatorId && coordinators.get(row.coordinatorId)) || null,
      changedAt: row.changedAt,
    };
  });
}
