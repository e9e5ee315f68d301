import { isUuid } from '#shared/uuid.ts';
import type { LogCursor } from '../store/logStore.ts';

/** Where the next page of a log begins, in an address. */
export const cursorOf = (row: LogCursor) => `${row.at.toString()}_${row.id}`;
/** The same again; undefined for anything else. */
export function readCursor(text: string | null): LogCursor | undefined {
  const [at = '', id = ''] = (text ?? '').split('_');
  if (!isUuid(id)) return undefined;
  try {
    return { at: Temporal.Instant.from(at), id };
  } catch {
    return undefined;
  }
}
