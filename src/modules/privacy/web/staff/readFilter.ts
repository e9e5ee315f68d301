import { parsePolishDate, startOfDayInWarsaw } from '#shared/polishDate.ts';
import { isUuid } from '#shared/uuid.ts';
import type { FieldError } from '#platform/http/index.ts';
import type { LogCursor, LogFilter } from '../../store/logStore.ts';

export const filterFields = ['zdarzenie', 'kto', 'sprawa', 'osoba', 'od', 'do'] as const;
export interface ReadFilter {
  readonly filter: LogFilter;
  readonly after: LogCursor | undefined;
  readonly errors: readonly FieldError[];
}

/** The filter in an address. A part that cannot be read is an error, never a silent "everything". */
export function readFilter(query: URLSearchParams): ReadFilter {
  const errors: FieldError[] = [];
  const get = (name: (typeof filterFields)[number]) => query.get(name)?.trim() || undefined;
  const id = (name: 'sprawa' | 'osoba') => {
    const value = get(name)?.toLowerCase();
    if (value === undefined || isUuid(value)) return value;
    errors.push({ field: name, code: 'wrong-id' });
    return undefined;
  };
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
    caseId: id('sprawa'),
    personId: id('osoba'),
    from: from && startOfDayInWarsaw(from),
    until: to && startOfDayInWarsaw(to.add({ days: 1 })),
  };
  return { filter, after: readCursor(query.get('po')), errors };
}

export const cursorOf = (row: LogCursor) => `${row.at.toString()}_${row.id}`;
function readCursor(text: string | null): LogCursor | undefined {
  const [at = '', id = ''] = (text ?? '').split('_');
  if (!isUuid(id)) return undefined;
  try {
    return { at: Temporal.Instant.from(at), id };
  } catch {
    return undefined;
  }
}
