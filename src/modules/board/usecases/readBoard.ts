import { startOfDayInWarsaw } from '#shared/polishDate.ts';
import type { CentreScope } from '#platform/http/index.ts';
import {
  caseStatuses,
  countDeadlines,
  countOpenCases,
  countRefusals,
  listCases,
  type CaseRow,
  type Deadlines,
  type OpenCases,
  type Refusals,
} from '#modules/cases/index.ts';
import { startOfSpan, type Span } from '../domain/span.ts';

/** What the director's board shows. */
export interface Board {
  /** In the order of the life of a case. */
  readonly open: readonly OpenCases[];
  /** Most overdue first. */
  readonly deadlines: readonly Deadlines[];
  /** The open cases whose last day is nearest or longest past. */
  readonly nearest: readonly CaseRow[];
  /** Most frequent first. */
  readonly refusals: readonly Refusals[];
}

/** How many of the nearest deadlines the board names. */
export const namedDeadlines = 10;

/** Counts the centre's work as of the scope's moment; what lies in the past, for the months of the span. */
export async function readBoard(scope: CentreScope, span: Span): Promise<Board> {
  const since = startOfDayInWarsaw(startOfSpan(scope.today, span));
  const open = await countOpenCases(scope);
  const deadlines = await countDeadlines(scope);
  const near = await listCases(scope, {
    words: '',
    statuses: [],
    onlyOpen: true,
    coordinatorId: null,
    serviceId: null,
    sort: 'due',
    cursor: null,
    limit: namedDeadlines,
  });
  const refusals = await countRefusals(scope, since);
  const place = (status: string) => caseStatuses.findIndex((each) => each === status);
  return {
    open: open.toSorted((a, b) => place(a.status) - place(b.status)),
    deadlines: deadlines.toSorted((a, b) => b.overdue - a.overdue || b.week - a.week || b.fortnight - a.fortnight),
    nearest: near.slice(0, namedDeadlines),
    refusals: refusals.toSorted((a, b) => b.refusals - a.refusals || a.reason.localeCompare(b.reason)),
  };
}
