import { parsePolishDate, startOfDayInWarsaw } from '#shared/polishDate.ts';
import { isUuid } from '#shared/uuid.ts';
import type { FieldError } from '#platform/http/index.ts';
import type { LogCursor, LogFilter } from '../../store/logStore.ts';
import { readCursor } from '../readCursor.ts';

/** `osoba` is what was typed, `kogo` the person chosen. */
export const filterFields = ['zdarzenie', 'kto', 'sprawa', 'osoba', 'kogo', 'od', 'do'] as const;
export interface ReadFilter {
  /** Without the case and the person, which have to be found first. */
  readonly filter: LogFilter;
  readonly caseTyped: string | undefined;
  readonly personTyped: string | undefined;
  readonly personId: string | undefined;
  readonly after: LogCursor | undefined;
  readonly errors: readonly FieldError[];
}

/** The filter in an address. A part that cannot be read is an error, never a silent "everything". */
export function readFilter(query: URLSearchParams): ReadFilter {
  const errors: FieldError[] = [];
  const get = (name: (typeof filterFields)[number]) => query.get(name)?.trim() || undefined;
  const day = (name: 'od' | 'do') => {
    const typed = get(name);
    if (typed === undefined) return undefined;
    const parsed = parsePolishDate(typed);
    if (parsed.ok) return parsed.value;
    errors.push({ field: name, code: 'not-a-date' });
    return undefined;
  };
  const from = day('od');
  const to = day('do');
  if (from && to && Temporal.PlainDate.compare(from, to) > 0) errors.push({ field: 'do', code: 'date-order' });
  const filter: LogFilter = {
    event: get('zdarzenie'),
    who: get('kto')?.slice(0, 100),
    from: from && startOfDayInWarsaw(from),
    until: to && startOfDayInWarsaw(to.add({ days: 1 })),
  };
  const chosen = get('kogo')?.toLowerCase();
  return {
    filter,
    after: readCursor(query.get('po')),
    errors,
    caseTyped: get('sprawa')?.slice(0, 100),
    personTyped: get('osoba')?.slice(0, 200),
    personId: chosen !== undefined && isUuid(chosen) ? chosen : undefined,
  };
}
