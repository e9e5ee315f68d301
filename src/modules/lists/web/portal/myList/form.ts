import { z } from 'zod';
import type { FieldError, FormFields } from '#platform/http/index.ts';
import { readForm } from '#platform/http/index.ts';
import { optionalText } from '#platform/http/fields.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { LONGEST_NOTE, withNotes, withoutService, withPlace, type SavedList } from '../../../domain/savedList.ts';
import { longId, shortId } from '../../../domain/shortIds.ts';

/** The field of a service's note. */
export const noteField = (serviceId: string): string => `notatka-${shortId(serviceId)}`;
/** What a button of the list asks for; each says where the list shall be, so that sending it again changes nothing. */
export const placeAction = (serviceId: string, place: number): string => `miejsce.${shortId(serviceId)}.${place}`;
export const removeAction = (serviceId: string): string => `usun.${shortId(serviceId)}`;

export interface ChangedList {
  readonly list: SavedList;
  /** The service that was moved, if any. */
  readonly moved: string | null;
  readonly isRemoved: boolean;
}

/**
 * Reads the form of the list: every note of it, and the button that was pressed (`zrob`). Notes are kept whichever button
 * it was. An action that cannot be read, or is of a service that is no longer on the list, moves nothing.
 */
export function readChanges(list: SavedList, fields: FormFields): Result<ChangedList, readonly FieldError[]> {
  const shown = list.filter(({ serviceId }) => fields.has(noteField(serviceId)));
  const schema = z.object(Object.fromEntries(shown.map(({ serviceId }) => [noteField(serviceId), optionalText(LONGEST_NOTE)])));
  const read = readForm(schema, fields);
  if (!read.ok) return refuse(read.errors);
  const noted = withNotes(list, new Map(shown.map(({ serviceId }) => [serviceId, read.value[noteField(serviceId)] ?? null])));
  const [first] = shown;
  if (!noted.ok) return refuse(first ? [{ field: noteField(first.serviceId), code: 'too-much' }] : []);
  const [action, short = '', place = ''] = fields.get('zrob').split('.');
  const serviceId = longId(short);
  if (serviceId === undefined || !list.some((saved) => saved.serviceId === serviceId))
    return ok({ list: noted.value, moved: null, isRemoved: false });
  if (action === 'usun') return ok({ list: withoutService(noted.value, serviceId), moved: null, isRemoved: true });
  if (action === 'miejsce' && /^\d{1,2}$/.test(place))
    return ok({ list: withPlace(noted.value, serviceId, Number(place)), moved: serviceId, isRemoved: false });
  return ok({ list: noted.value, moved: null, isRemoved: false });
}
