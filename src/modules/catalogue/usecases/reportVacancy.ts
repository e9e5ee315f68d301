import { NotFound, type CentreScope } from '#platform/http/index.ts';
import type { Vacancy } from '../domain/service.ts';
import { saveVacancy } from '../store/serviceWrites.ts';

/**
 * Writes how many places are free and who waits, as of now. The card and its version stay as they are.
 * @throws NotFound when the centre has no such service
 */
export async function reportVacancy(scope: CentreScope, serviceId: string, figures: Omit<Vacancy, 'asOf'> | null): Promise<void> {
  const vacancy = figures && { ...figures, asOf: scope.now.toString() };
  if (!(await saveVacancy(scope.tx, serviceId, vacancy, scope.now))) throw new NotFound('service');
}
