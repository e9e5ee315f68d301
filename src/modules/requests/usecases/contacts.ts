import { newId } from '#shared/uuid.ts';
import type { CentreScope } from '#platform/http/index.ts';
import { getCase } from '#modules/cases/index.ts';
import * as store from '../store/contactStore.ts';

export type { ContactRow } from '../store/contactStore.ts';
export const contactKinds = ['attempt', 'reached', 'toldWhatIsMissing', 'handedOver'] as const;
export const contactMeans = ['phone', 'visit', 'post', 'email', 'inPerson', 'other'] as const;
export type NewContact = Omit<store.ContactRow, 'id' | 'caseId' | 'recordedAt' | 'recordedBy'>;

/** How the staff tried to reach somebody about a case, the latest first. */
export const listContacts = (scope: CentreScope, caseId: string): Promise<store.ContactRow[]> => store.listContacts(scope.tx, caseId);

/**
 * Keeps an attempt to reach somebody about a case, a talk, or to whom the work passed. Never changed afterwards.
 * @throws NotFound when the centre has no such case.
 */
export async function recordContact(scope: CentreScope, caseId: string, contact: NewContact): Promise<void> {
  if (scope.actor.kind !== 'user') throw new Error('only staff record whom they tried to reach');
  await getCase(scope, caseId);
  await store.insertContact(scope.tx, { ...contact, id: newId(), caseId, recordedAt: scope.now, recordedBy: scope.actor.userId });
}
