import type { CentreScope } from '#platform/http/index.ts';
import type { ToldOfCase } from '#platform/module.ts';
import type { Told, ToldPerson } from '../domain/toldPeople.ts';
import * as store from '../store/requestStore.ts';

export type { ConsentRow, RequestRow } from '../store/requestStore.ts';

/** What was asked or reported in a case, the first one first. */
export const listRequestsOfCase = (scope: CentreScope, caseId: string): Promise<store.RequestRow[]> =>
  store.listRequestsOfCase(scope.tx, caseId);
/** The person of each of these cases as the newest request or report in it describes them. */
export async function toldOfCases(scope: CentreScope, caseIds: readonly string[]): Promise<ReadonlyMap<string, ToldOfCase>> {
  const rows = await store.listTold(scope.tx, caseIds);
  return new Map(rows.map(({ caseId, told }) => [caseId, personAsTold(told)]));
}

function personAsTold(told: Told): ToldOfCase {
  if (told.kind === 'need') {
    const { name, whereabouts, contact } = told.person;
    return { name, place: whereabouts, phone: contact, phoneOf: null };
  }
  const nameOf = (person: ToldPerson) => `${person.givenName} ${person.familyName}`;
  const { person, applicant } = told;
  const place = [person.addressLine, [person.postcode, person.town].filter(Boolean).join(' ')].filter(Boolean).join(', ') || null;
  const isOthers = !person.phone && applicant !== null;
  return {
    name: nameOf(person),
    place,
    phone: isOthers ? applicant.phone : person.phone,
    phoneOf: isOthers ? nameOf(applicant) : null,
  };
}

/** Wordings shown or agreed to in a case, the first one first. Whether a consent still stands, the case tells. */
export const listConsentsOfCase = (scope: CentreScope, caseId: string): Promise<store.ConsentRow[]> =>
  store.listConsentsOfCase(scope.tx, caseId);
