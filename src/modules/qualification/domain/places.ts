/**
 * Places of one service and the reserve list for them. The list is in the order of filing (ties by
 * case id); nobody overtakes; a person holds one place and waits once, in however many cases.
 */
import type { IsoInstant } from '#shared/isoTime.ts';
import { ok, refuse, type Result } from '#shared/result.ts';

/** A wish for a place: one case of one person, with the moment the application was filed. */
export type Applicant = { readonly caseId: string; readonly personId: string; readonly filedAt: IsoInstant };

export type Pool = {
  /** How many people may use the service at once; null without a limit. */
  readonly limit: number | null;
  readonly taken: readonly Applicant[];
  /** In any order; `orderQueue` sorts. */
  readonly waiting: readonly Applicant[];
};

export type PlaceRefusal =
  | { readonly code: 'already-has-place'; readonly caseId: string }
  | { readonly code: 'already-waiting'; readonly caseId: string }
  | { readonly code: 'no-place'; readonly limit: number }
  | { readonly code: 'place-is-free' }
  | { readonly code: 'not-first-in-queue'; readonly position: number }
  | { readonly code: 'nobody-waits' }
  | { readonly code: 'not-in-pool' };

/** The reserve list in its order: by the moment of filing, ties by case id. */
export function orderQueue(waiting: readonly Applicant[]): readonly Applicant[] {
  return waiting.toSorted(compareApplicants);
}

function compareApplicants(a: Applicant, b: Applicant): number {
  if (a.filedAt !== b.filedAt) return a.filedAt < b.filedAt ? -1 : 1;
  return a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0;
}

/** The position of an applicant on the list, 1 being first: the one they have, or the one they would get. */
export function queuePosition(pool: Pool, applicant: Applicant): number {
  return 1 + pool.waiting.filter((other) => other.caseId !== applicant.caseId && compareApplicants(other, applicant) < 0).length;
}

/** How many places are free; null without a limit. Never negative, even when the limit was lowered below what is taken. */
export const freePlaces = (pool: Pool): number | null => placesLeft(pool.limit, pool.taken.length);
export function placesLeft(limit: number | null, taken: number): number | null {
  return limit === null ? null : Math.max(0, limit - taken);
}

/** True when a place is free for this applicant, counting everybody who filed earlier and still waits. */
export function isPlaceFreeFor(pool: Pool, applicant: Applicant): boolean {
  const free = freePlaces(pool);
  return free === null || free >= queuePosition(pool, applicant);
}

/** Gives a place, whether the applicant is new or comes from the list. */
export function takePlace(pool: Pool, applicant: Applicant): Result<Pool, PlaceRefusal> {
  const held = pool.taken.find((place) => place.personId === applicant.personId);
  if (held) return refuse({ code: 'already-has-place', caseId: held.caseId });
  const elsewhere = pool.waiting.find((other) => other.personId === applicant.personId && other.caseId !== applicant.caseId);
  if (elsewhere) return refuse({ code: 'already-waiting', caseId: elsewhere.caseId });
  if (pool.limit !== null && pool.taken.length >= pool.limit) return refuse({ code: 'no-place', limit: pool.limit });
  if (!isPlaceFreeFor(pool, applicant)) return refuse({ code: 'not-first-in-queue', position: queuePosition(pool, applicant) });
  return ok({ ...pool, taken: [...pool.taken, applicant], waiting: withoutCase(pool.waiting, applicant.caseId) });
}

/** Puts an applicant on the reserve list; only when no place is free for them. */
export function joinQueue(pool: Pool, applicant: Applicant): Result<Pool, PlaceRefusal> {
  const held = pool.taken.find((place) => place.personId === applicant.personId);
  if (held) return refuse({ code: 'already-has-place', caseId: held.caseId });
  const waits = pool.waiting.find((other) => other.personId === applicant.personId);
  if (waits) return refuse({ code: 'already-waiting', caseId: waits.caseId });
  if (isPlaceFreeFor(pool, applicant)) return refuse({ code: 'place-is-free' });
  return ok({ ...pool, waiting: [...pool.waiting, applicant] });
}

/** Gives a free place to the first on the list. */
export function offerNext(pool: Pool): Result<{ readonly pool: Pool; readonly applicant: Applicant }, PlaceRefusal> {
  const [first] = orderQueue(pool.waiting);
  if (!first) return refuse({ code: 'nobody-waits' });
  const taken = takePlace(pool, first);
  return taken.ok ? ok({ pool: taken.value, applicant: first }) : taken;
}

/** The case ended or gave the service up: its place is free again, or it leaves the list. */
export function leavePool(pool: Pool, caseId: string): Result<Pool, PlaceRefusal> {
  const isKnown = [...pool.taken, ...pool.waiting].some((applicant) => applicant.caseId === caseId);
  if (!isKnown) return refuse({ code: 'not-in-pool' });
  return ok({ ...pool, taken: withoutCase(pool.taken, caseId), waiting: withoutCase(pool.waiting, caseId) });
}

function withoutCase(applicants: readonly Applicant[], caseId: string): readonly Applicant[] {
  return applicants.filter((applicant) => applicant.caseId !== caseId);
}
