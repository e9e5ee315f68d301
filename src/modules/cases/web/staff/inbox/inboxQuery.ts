import { foldName } from '#shared/personName.ts';
import { isIsoDate } from '#shared/isoTime.ts';
import { isUuid } from '#shared/uuid.ts';
import { caseStatuses, type CaseStatus } from '../../../domain/caseStatus.ts';
import { caseSorts, type CaseQuery, type CaseRow, type CaseSort } from '../../../usecases/listCases.ts';

/** What the address of the list says. Anything unreadable in it counts as not said. */
export interface InboxFilter {
  readonly words: string;
  readonly statuses: readonly CaseStatus[];
  readonly onlyOpen: boolean;
  readonly onlyMine: boolean;
  readonly onlyUrgent: boolean;
  /** Only cases with files that nobody has looked at. */
  readonly onlyNews: boolean;
  readonly serviceId: string | null;
  readonly sort: CaseSort;
  readonly cursor: CaseQuery['cursor'];
}

export const pageLength = 25;

export function readFilter(query: URLSearchParams): InboxFilter {
  const sort = caseSorts.find((each) => each === query.get('sortuj')) ?? 'changed';
  const serviceId = query.get('usluga') ?? '';
  return {
    words: (query.get('q') ?? '').trim().slice(0, 200),
    statuses: caseStatuses.filter((status) => query.getAll('stan').includes(status)),
    // The plain address is the list of those still worked on.
    onlyOpen: query.size === 0 || query.get('otwarte') === '1',
    onlyMine: query.get('moje') === '1',
    onlyUrgent: query.get('pilne') === '1',
    onlyNews: query.get('nowe') === '1',
    serviceId: isUuid(serviceId) ? serviceId.toLowerCase() : null,
    sort,
    cursor: readCursor(query.get('przed'), sort, true) ?? readCursor(query.get('po'), sort, false),
  };
}

export const queryOf = (filter: InboxFilter, userId: string | null): CaseQuery => ({
  words: foldName(filter.words),
  statuses: filter.statuses,
  onlyOpen: filter.onlyOpen,
  coordinatorId: filter.onlyMine ? userId : null,
  onlyUrgent: filter.onlyUrgent,
  serviceId: filter.serviceId,
  sort: filter.sort,
  cursor: filter.cursor,
  limit: pageLength,
});

/** The address parameters of the same list, at another place or from its beginning. */
export function writeFilter(filter: InboxFilter, cursor: { readonly row: CaseRow; readonly back: boolean } | null): URLSearchParams {
  const query = new URLSearchParams();
  if (filter.words) query.set('q', filter.words);
  for (const status of filter.statuses) query.append('stan', status);
  if (filter.onlyOpen) query.set('otwarte', '1');
  if (filter.onlyMine) query.set('moje', '1');
  if (filter.onlyUrgent) query.set('pilne', '1');
  if (filter.onlyNews) query.set('nowe', '1');
  if (filter.serviceId) query.set('usluga', filter.serviceId);
  query.set('sortuj', filter.sort);
  if (cursor) query.set(cursor.back ? 'przed' : 'po', `${keyOf(cursor.row, filter.sort)}~${cursor.row.id}`);
  return query;
}

function keyOf(row: CaseRow, sort: CaseSort): string {
  const value = { changed: row.changedAt, filed: row.filedOn, due: row.nextDueOn }[sort];
  return value?.toString() ?? '';
}

function readCursor(text: string | null, sort: CaseSort, back: boolean): CaseQuery['cursor'] {
  const [key = '', id = ''] = (text ?? '').split('~');
  if (!isUuid(id)) return null;
  const isKey = sort === 'changed' ? isInstant(key) : isIsoDate(key);
  return isKey ? { key, id: id.toLowerCase(), back } : null;
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return /^\d{4}-/.test(text);
  } catch {
    return false;
  }
}

/** One page in the order of the list, and the rows beyond which there is more. */
export function pageOf(found: readonly CaseRow[], cursor: CaseQuery['cursor'], limit: number) {
  const more = found.length > limit;
  const kept = found.slice(0, limit);
  const rows = cursor?.back ? kept.toReversed() : kept;
  const hasBefore = cursor !== null && (cursor.back ? more : true);
  const hasAfter = cursor?.back ? true : more;
  return { rows, before: hasBefore ? rows[0] : undefined, after: hasAfter ? rows.at(-1) : undefined };
}
