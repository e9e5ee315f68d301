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
import { listProviders } from '#modules/catalogue/index.ts';
import { sumDelivered } from '#modules/orders/index.ts';
import { listQueues, type QueueSummary } from '#modules/qualification/index.ts';
import { byProvider, type DeliveredBy } from '../domain/delivered.ts';
import { monthsOf, startOfSpan, type Span } from '../domain/span.ts';

/** What the director's board shows. */
export interface Board {
  /** In the order of the life of a case. */
  readonly open: readonly OpenCases[];
  /** Most overdue first. */
  readonly deadlines: readonly Deadlines[];
  /** The open cases whose last day is nearest or longest past. */
  readonly nearest: readonly CaseRow[];
  /** Services for which people wait, or which have a limit of places; the longest list first. */
  readonly queues: readonly QueueSummary[];
  /** Most frequent first. */
  readonly refusals: readonly Refusals[];
  /** Months of the span, earliest first. */
  readonly months: readonly string[];
  /** By name of the provider. */
  readonly delivered: readonly DeliveredBy[];
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
  const queues = await listQueues(scope);
  const months = monthsOf(scope.today, span);
  const sums = await sumDelivered(scope, { from: months[0] ?? '', to: months.at(-1) ?? '' });
  const providers = sums.length > 0 ? await listProviders(scope) : [];
  const place = (status: string) => caseStatuses.findIndex((each) => each === status);
  return {
    open: open.toSorted((a, b) => place(a.status) - place(b.status)),
    deadlines: deadlines.toSorted((a, b) => b.overdue - a.overdue || b.week - a.week || b.fortnight - a.fortnight),
    nearest: near.slice(0, namedDeadlines),
    queues: queues.toSorted((a, b) => b.waiting - a.waiting || a.service.name.localeCompare(b.service.name, 'pl')),
    months,
    delivered: byProvider(sums, new Map(providers.map((each) => [each.id, each.name]))),
    refusals: refusals.toSorted((a, b) => b.refusals - a.refusals || a.reason.localeCompare(b.reason)),
  };
}
