import { isUuid } from '#shared/uuid.ts';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import type { LogCursor, LogFilter } from '../../store/logStore.ts';
import { findCaseId, findPeopleMeant, findPersonMeant, type PersonMeant } from '../../usecases/namesInLog.ts';
import { readFilter } from './readFilter.ts';

/** What the officer asks the log, with the case and the person found. */
export interface AskedOfLog {
  readonly filter: LogFilter;
  readonly after: LogCursor | undefined;
  readonly errors: readonly FieldError[];
  /** Whose records are shown, when one person was found. */
  readonly person: PersonMeant | undefined;
  /** Several people who may be meant: nothing is shown until one is chosen. */
  readonly choices: readonly PersonMeant[];
}

/** Reads the address of the log; a case is asked for by its number, a person by their name. */
export async function readAsked(c: CentreContext): Promise<AskedOfLog> {
  const { filter, after, errors, caseTyped, personTyped, personId } = readFilter(c.query);
  const problems: FieldError[] = [...errors];
  const caseId = caseTyped === undefined || isUuid(caseTyped) ? caseTyped : await findCaseId(c.scope, caseTyped);
  if (caseTyped !== undefined && caseId === undefined) problems.push({ field: 'sprawa', code: 'no-such-case' });

  let choices: readonly PersonMeant[] = [];
  let meant = personId;
  if (personTyped !== undefined && /^[\d\s-]{9,}$/.test(personTyped)) problems.push({ field: 'osoba', code: 'name-not-number' });
  else if (personTyped !== undefined) {
    choices = await findPeopleMeant(c.scope, personTyped);
    if (choices.length === 0) problems.push({ field: 'osoba', code: 'no-such-person' });
    meant = choices.length === 1 ? choices[0]?.personId : undefined;
  }
  const person = meant === undefined ? undefined : await findPersonMeant(c.scope, meant);
  const ofPerson = meant === undefined ? undefined : { personId: meant, caseIds: person?.caseIds ?? [] };
  return { filter: { ...filter, caseId, ofPerson }, after, errors: problems, person, choices: choices.length > 1 ? choices : [] };
}
