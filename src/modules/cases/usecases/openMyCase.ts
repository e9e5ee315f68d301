import { parseCaseCode } from '#shared/caseCode.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { getPerson } from '#modules/people/index.ts';
import { findCaseByCode } from './listCases.ts';

/**
 * The case with this code, when the birth date is that of the person it is about. One answer for every
 * mismatch, so that codes cannot be told from birth dates. A case without a person cannot be opened so.
 */
export async function findMyCase(scope: CentreScope, typedCode: string, birthDate: Temporal.PlainDate): Promise<string | undefined> {
  const code = parseCaseCode(typedCode);
  if (!code.ok) return undefined;
  const found = await findCaseByCode(scope, code.value);
  if (!found?.personId) return undefined;
  const person = await getPerson(scope, found.personId);
  return person.birthDate?.equals(birthDate) ? found.id : undefined;
}
