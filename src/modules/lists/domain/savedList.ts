import { z } from 'zod';
import { ok, refuse, type Result } from '#shared/result.ts';
import { longId, shortId } from './shortIds.ts';

/** A service that a person wants to keep in sight, with what they wrote to themselves. */
export interface SavedService {
  readonly serviceId: string;
  readonly note: string | null;
}
/** In the person's own order; each service once. */
export type SavedList = readonly SavedService[];

export const MOST_SAVED = 50;
export const LONGEST_NOTE = 150;
/** Bytes of a list as text. Signed and encoded it must stay within the 4096 bytes that browsers keep of a cookie. */
export const MOST_BYTES = 2800;

export const isSaved = (list: SavedList, serviceId: string): boolean => list.some((saved) => saved.serviceId === serviceId);

/** Puts services at the end; those that are there stay where they are, with their notes. */
export function withServices(list: SavedList, serviceIds: readonly string[]): Result<SavedList, 'full'> {
  const added = [...new Set(serviceIds)].filter((serviceId) => !isSaved(list, serviceId));
  const all = [...list, ...added.map((serviceId) => ({ serviceId, note: null }))];
  return all.length <= MOST_SAVED && fits(all) ? ok(all) : refuse('full');
}

export const withoutService = (list: SavedList, serviceId: string): SavedList => list.filter((saved) => saved.serviceId !== serviceId);

/** Puts a service at a place counted from 0; a place beyond the end is the end. Doing it again changes nothing. */
export function withPlace(list: SavedList, serviceId: string, place: number): SavedList {
  const moved = list.find((saved) => saved.serviceId === serviceId);
  return moved ? withoutService(list, serviceId).toSpliced(Math.max(0, place), 0, moved) : list;
}

/** Takes notes over; services without one in `notes` keep theirs. Refused when all together is more than the browser keeps. */
export function withNotes(list: SavedList, notes: ReadonlyMap<string, string | null>): Result<SavedList, 'too-much'> {
  const noted = list.map((saved) => ({ ...saved, note: notes.has(saved.serviceId) ? (notes.get(saved.serviceId) ?? null) : saved.note }));
  return fits(noted) ? ok(noted) : refuse('too-much');
}

const fits = (list: SavedList) => Buffer.byteLength(writeSavedList('00000000-0000-0000-0000-000000000000', list)) <= MOST_BYTES;

/** A list as the text of a cookie; it names its centre, so that no other centre reads it as its own. */
export function writeSavedList(centreId: string, list: SavedList): string {
  return JSON.stringify([
    shortId(centreId),
    ...list.map(({ serviceId, note }) => (note === null ? shortId(serviceId) : [shortId(serviceId), note])),
  ]);
}

const stored = z.array(z.union([z.string(), z.tuple([z.string(), z.string()])])).max(MOST_SAVED + 1);

/** The list of a centre from the text of a cookie; empty when the text is of another centre or of another time. */
export function readSavedList(centreId: string, text: string | undefined): SavedList {
  if (text === undefined) return [];
  const parsed = stored.safeParse(jsonOf(text));
  if (!parsed.success) return [];
  const [centre, ...entries] = parsed.data;
  if (centre !== shortId(centreId)) return [];
  return entries.flatMap((entry): SavedService[] => {
    const [short, note] = typeof entry === 'string' ? [entry, null] : entry;
    const serviceId = longId(short);
    return serviceId === undefined ? [] : [{ serviceId, note }];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
