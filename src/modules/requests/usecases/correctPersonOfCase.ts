import type { Result } from '#shared/result.ts';
import { NotFound, type CentreScope } from '#platform/http/index.ts';
import { getCase, listCasesOfPerson, setCaseWords, type CaseView } from '#modules/cases/index.ts';
import { getServices } from '#modules/catalogue/index.ts';
import { correctPerson, fullName, getPerson, type Correction, type CorrectionRefusal, type Person } from '#modules/people/index.ts';
import { listRequestsOfCase } from './requestsOfCase.ts';

export interface PersonOfCase {
  readonly view: CaseView;
  readonly person: Person;
  /** Asked in the case for somebody else, rather than being the one it is about. */
  readonly isApplicant: boolean;
}

/** A person whom a case is about, or who asked in it for them. @throws NotFound for anybody else. */
export async function getPersonOfCase(scope: CentreScope, caseId: string, personId: string): Promise<PersonOfCase> {
  const view = await getCase(scope, caseId);
  const isConcerned = view.record.personId === personId;
  const isApplicant = !isConcerned && (await listRequestsOfCase(scope, caseId)).some((each) => each.applicantId === personId);
  if (!isConcerned && !isApplicant) throw new NotFound('person');
  return { view, person: await getPerson(scope, personId), isApplicant };
}

/** Corrects the record of a person of a case; all their cases are found by the new name from then on. */
export async function correctPersonOfCase(
  scope: CentreScope,
  { view, person }: PersonOfCase,
  version: number,
  correction: Omit<Correction, 'caseId'>,
): Promise<Result<readonly string[], CorrectionRefusal>> {
  const done = await correctPerson(scope, person.id, version, { ...correction, caseId: view.record.id });
  if (!done.ok || !done.value.some((name) => name === 'givenName' || name === 'familyName')) return done;
  const cases = await listCasesOfPerson(scope, person.id);
  const services = await getServices(
    scope,
    cases.flatMap((each) => each.serviceIds),
  );
  for (const each of cases) {
    const serviceNames = each.serviceIds.flatMap((id) => services.get(id)?.name ?? []);
    await setCaseWords(scope, each.id, { personName: fullName(correction.details), serviceNames });
  }
  return done;
}
