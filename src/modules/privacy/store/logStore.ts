import { tablesOf, type CentreTx } from '#platform/db/index.ts';

/** One row of the audit log, without what only sealing needs. */
export interface LogRow {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly event: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorLabel: string;
  readonly actorRole: string | null;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}
interface LogTables {
  'audit.entry': LogRow & { readonly centreId: string };
}
export interface LogFilter {
  readonly event?: string | undefined;
  /** A part of the acting person's name. */
  readonly who?: string | undefined;
  readonly caseId?: string | undefined;
  /** A person, and their cases: rows about a case need not name its person. */
  readonly ofPerson?: { readonly personId: string; readonly caseIds: readonly string[] } | undefined;
  readonly from?: Temporal.Instant | undefined;
  /** The first moment that is too late. */
  readonly until?: Temporal.Instant | undefined;
}
/** Where a page begins: after this row of the page before. */
export interface LogCursor {
  readonly at: Temporal.Instant;
  readonly id: string;
}
const columns = ['id', 'at', 'event', 'actorKind', 'actorId', 'actorLabel', 'actorRole', 'caseId', 'personId', 'detail'] as const;

/** Rows of the centre's log, newest first. */
export function listLog(
  tx: CentreTx,
  { filter, after, limit }: { filter: LogFilter; after?: LogCursor | undefined; limit: number },
): Promise<LogRow[]> {
  let rows = tablesOf<LogTables>(tx).selectFrom('audit.entry').select(columns);
  if (filter.event) rows = rows.where('event', '=', filter.event);
  if (filter.who) rows = rows.where('actorLabel', 'ilike', `%${filter.who.replace(/[\\%_]/g, '\\$&')}%`);
  if (filter.caseId) rows = rows.where('caseId', '=', filter.caseId);
  const { ofPerson } = filter;
  if (ofPerson)
    rows = rows.where((row) =>
      row.or([row('personId', '=', ofPerson.personId), ...(ofPerson.caseIds.length > 0 ? [row('caseId', 'in', ofPerson.caseIds)] : [])]),
    );
  if (filter.from) rows = rows.where('at', '>=', filter.from);
  if (filter.until) rows = rows.where('at', '<', filter.until);
  if (after) rows = rows.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(after.at, after.id)));
  return rows.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** What happened around a case: rows about it, and rows about its person that name no case; by its holder or by all others. Newest first. */
export function listOfCase(
  tx: CentreTx,
  {
    caseId,
    personId,
    by,
    limit,
    after,
  }: { caseId: string; personId: string | null; by: 'holder' | 'others'; limit: number; after?: LogCursor | undefined },
): Promise<LogRow[]> {
  const all = tablesOf<LogTables>(tx).selectFrom('audit.entry').select(columns);
  const rows = after ? all.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(after.at, after.id))) : all;
  return rows
    .where((row) =>
      row.or([row('caseId', '=', caseId), ...(personId ? [row.and([row('personId', '=', personId), row('caseId', 'is', null)])] : [])]),
    )
    .where('actorKind', by === 'holder' ? '=' : '!=', 'caseHolder')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
