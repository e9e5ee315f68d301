import { ok, refuse, type Result } from '#shared/result.ts';
import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import * as store from '../store/correctionStore.ts';
import type { RecordedFields } from '../store/correctionStore.ts';
import { findPersonByPesel, lockPesel, updatePerson } from '../store/personStore.ts';
import { getPerson, personOf, rowOf, type Person, type PersonDetails } from './registerPerson.ts';

export interface Correction {
  readonly details: PersonDetails;
  /** How it is known; obligatory when the change says who the person is. */
  readonly reason: string | null;
  /** The case in whose work it was noticed. */
  readonly caseId: string;
}
export type CorrectionRefusal =
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'pesel-of-another'; readonly person: Person };

/** Columns that say who somebody is. */
export const identityFields: readonly string[] = ['givenName', 'familyName', 'birthDate', 'pesel', 'documentKind', 'documentNumber'];

/**
 * Corrects or completes a person's record as it was read at `version`, and keeps what every changed field was and became.
 * The names of the changed columns; none when nothing was changed. The audit log learns the names alone, never the values.
 * @throws NotFound when the centre has no such person.
 */
export async function correctPerson(
  scope: CentreScope,
  id: string,
  version: number,
  { details, reason, caseId }: Correction,
): Promise<Result<readonly string[], CorrectionRefusal>> {
  if (scope.actor.kind !== 'user') throw new Error('only staff correct records of people');
  const person = await getPerson(scope, id);
  if (person.version !== version) return refuse({ code: 'changed-meanwhile' });
  const [before, after] = [recorded(person), recorded(details)];
  const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return ok(changed);
  if (!reason && changed.some((name) => identityFields.includes(name))) return refuse({ code: 'reason-missing' });
  const pesel = changed.includes('pesel') ? after['pesel'] : null;
  if (pesel) {
    await lockPesel(scope.tx, pesel);
    const holder = await findPersonByPesel(scope.tx, pesel);
    if (holder) return refuse({ code: 'pesel-of-another', person: personOf(holder) });
  }
  const isSaved = await updatePerson(scope.tx, id, version, { ...rowOf(details), updatedAt: scope.now });
  if (!isSaved) return refuse({ code: 'changed-meanwhile' });
  const only = (fields: RecordedFields) => Object.fromEntries(changed.map((name) => [name, fields[name] ?? null]));
  await store.insertCorrection(scope.tx, {
    id: newId(),
    personId: id,
    caseId,
    at: scope.now,
    correctedBy: scope.actor.userId,
    reason,
    before: only(before),
    after: only(after),
  });
  await scope.audit('people.person.corrected', { personId: id, caseId, detail: { fields: changed } });
  return ok(changed);
}

/** What was corrected in a person's record, the newest first. */
export const listCorrections = (scope: CentreScope, personId: string): Promise<store.CorrectionRow[]> =>
  store.listCorrections(scope.tx, personId);

function recorded(details: PersonDetails): RecordedFields {
  const { foldedName: _, birthDate, ...row } = rowOf(details);
  return { ...row, birthDate: birthDate?.toString() ?? null };
}
