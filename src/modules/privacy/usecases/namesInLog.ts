import { foldName } from '#shared/personName.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { findCaseByNumber, getCaseRecords, listCasesOfPerson } from '#modules/cases/index.ts';
import { fullName, getPeople, searchPeople, type Person } from '#modules/people/index.ts';
import type { LogRow } from '../store/logStore.ts';

/** What stands in the log by id, as people call it. What is no longer in the registers is missing. */
export interface NamesInLog {
  readonly caseNumbers: ReadonlyMap<string, string>;
  readonly personNames: ReadonlyMap<string, string>;
}

/** Ids asked for in one statement: the database takes a limited number of them. */
const atOnce = 5000;

/** Numbers of cases and names of people that these rows are about. */
export async function nameInLog(scope: CentreScope, rows: readonly Pick<LogRow, 'caseId' | 'personId'>[]): Promise<NamesInLog> {
  const caseNumbers = new Map<string, string>();
  const personNames = new Map<string, string>();
  for (const ids of inParts(rows.flatMap((row) => row.caseId ?? [])))
    for (const [id, record] of await getCaseRecords(scope, ids)) caseNumbers.set(id, record.number);
  for (const ids of inParts(rows.flatMap((row) => row.personId ?? [])))
    for (const [id, person] of await getPeople(scope, ids)) personNames.set(id, fullName(person));
  return { caseNumbers, personNames };
}

function inParts(ids: readonly string[]): string[][] {
  const unlike = [...new Set(ids)];
  return Array.from({ length: Math.ceil(unlike.length / atOnce) }, (_, part) => unlike.slice(part * atOnce, (part + 1) * atOnce));
}

/** The id of a case by its number, however it was typed: `cus.2026.000053`. */
export async function findCaseId(scope: CentreScope, typed: string): Promise<string | undefined> {
  return (await findCaseByNumber(scope, typed.toUpperCase().replaceAll(/\s/g, '')))?.id;
}

/** Somebody who may be meant, told apart by their cases rather than by a birth date or PESEL. */
export interface PersonMeant {
  readonly personId: string;
  readonly name: string;
  readonly caseNumbers: readonly string[];
}

/** People of this name: those who bear all its words, or else those whose names are alike. */
export async function findPeopleMeant(scope: CentreScope, words: string): Promise<PersonMeant[]> {
  const found = await searchPeople(scope, words);
  const wanted = foldName(words).split(' ');
  const bears = (person: Person) => wanted.every((word) => foldName(fullName(person)).split(' ').includes(word));
  const exact = found.filter(bears);
  const meant: PersonMeant[] = [];
  for (const person of exact.length > 0 ? exact : found) {
    const cases = await listCasesOfPerson(scope, person.id);
    meant.push({ personId: person.id, name: fullName(person), caseNumbers: cases.map((each) => each.number) });
  }
  return meant;
}

/** A person's name and cases, for the filter of the log; undefined when the register no longer has them. */
export async function findPersonMeant(
  scope: CentreScope,
  personId: string,
): Promise<(PersonMeant & { caseIds: readonly string[] }) | undefined> {
  const person = (await getPeople(scope, [personId])).get(personId);
  if (!person) return undefined;
  const cases = await listCasesOfPerson(scope, personId);
  return { personId, name: fullName(person), caseNumbers: cases.map((each) => each.number), caseIds: cases.map((each) => each.id) };
}
