import { NotFound, type CentreScope } from '#platform/http/index.ts';
import type { Vacancy } from '../domain/service.ts';
import { saveCountedVacancy, saveVacancy } from '../store/serviceWrites.ts';

/** Figures as somebody typed them. */
export type TypedFigures = Omit<Vacancy, 'asOf' | 'counted'>;

/**
 * Writes how many places are free and who waits, as of now; null says that nobody knows. Where the centre keeps the places itself, only
 * the predicted wait is taken. The card and its version stay as they are.
 * @throws NotFound when the centre has no such service
 */
export async function reportVacancy(scope: CentreScope, serviceId: string, figures: TypedFigures | null): Promise<void> {
  const vacancy = figures && { ...figures, asOf: scope.now.toString() };
  if (!(await saveVacancy(scope.tx, serviceId, vacancy, scope.now))) throw new NotFound('service');
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
