import type { Selectable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';

interface ContactTables {
  'requests.contact': {
    centreId: string;
    id: string;
    caseId: string;
    kind: 'attempt' | 'reached' | 'toldWhatIsMissing' | 'handedOver';
    way: 'phone' | 'visit' | 'post' | 'email' | 'inPerson' | 'other' | null;
    madeOn: Temporal.PlainDate;
    madeAt: string | null;
    note: string | null;
    recordedAt: Temporal.Instant;
    recordedBy: string;
  };
}
export type ContactRow = Omit<Selectable<ContactTables['requests.contact']>, 'centreId'>;

export async function insertContact(tx: CentreTx, row: ContactRow): Promise<void> {
  await tablesOf<ContactTables>(tx)
    .insertInto('requests.contact')
    .values({ ...row, centreId: tx.centreId })
    .execute();
}

/** How the staff tried to reach somebody about a case, the latest first. */
export async function listContacts(tx: CentreTx, caseId: string): Promise<ContactRow[]> {
  return tablesOf<ContactTables>(tx)
    .selectFrom('requests.contact')
    .select(['id', 'caseId', 'kind', 'way', 'madeOn', 'madeAt', 'note', 'recordedAt', 'recordedBy'])
    .where('caseId', '=', caseId)
    .orderBy('madeOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .execute();
}
