import { ok, refuse, type Result } from '#shared/result.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import type { Vacancy } from '../domain/service.ts';
import { lockVacancy, saveCountedVacancy, saveVacancy } from '../store/serviceWrites.ts';

/** Figures as somebody typed them. */
export type TypedFigures = Omit<Vacancy, 'asOf' | 'counted'>;

/** The figures that somebody may type, in short: by them a form knows whether others were reported while it was open. */
export const figuresInShort = (vacancy: Vacancy | null): string =>
  (vacancy?.counted ? [vacancy.waitDays] : [vacancy?.free, vacancy?.queue, vacancy?.waitDays]).map((figure) => figure ?? '').join('/');

/**
 * Writes how many places are free and who waits, as of now; null says that nobody knows. Where the centre keeps the places itself, only
 * the predicted wait is taken. The card and its version stay as they are.
 * @param seen the figures in short that whoever reports saw; others meanwhile are not overwritten
 * @throws NotFound when the centre has no such service
 */
export async function reportVacancy(
  scope: CentreScope,
  serviceId: string,
  figures: TypedFigures | null,
  seen: string,
): Promise<Result<object, 'reported-meanwhile'>> {
  const known = await lockVacancy(scope.tx, serviceId);
  if (known === undefined) throw new NotFound('service');
  if (figuresInShort(known) !== seen) return refuse('reported-meanwhile');
  await saveVacancy(scope.tx, serviceId, figures && { ...figures, asOf: scope.now.toString() }, scope.now);
  return ok({});
}

/** Places of a service as the centre keeps them: how many there are, how many are taken, and how many people wait. */
export interface CountedPlaces {
  readonly limit: number;
  readonly taken: number;
  readonly waiting: number;
}
/**
 * Writes the figures of places that the centre keeps itself, as of now, in the place of typed ones; null when it keeps them no more, and
 * then nobody knows until somebody types them. A predicted wait stays while somebody waits.
 */
export async function publishCountedPlaces(scope: CentreScope, serviceId: string, places: CountedPlaces | null): Promise<void> {
  const vacancy = places && {
    free: Math.max(0, places.limit - places.taken),
    queue: places.waiting,
    waitDays: null,
    asOf: scope.now.toString(),
    counted: { limit: places.limit, taken: places.taken },
  };
  await saveCountedVacancy(scope.tx, serviceId, vacancy, scope.now);
}
