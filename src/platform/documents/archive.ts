import type { Selectable } from 'kysely';
import { newId } from '#shared/uuid.ts';
import { tablesOf } from '#platform/db/index.ts';
import type { CentreScope } from '#platform/http/index.ts';

interface DocumentTables {
  'platform.document': {
    centreId: string;
    id: string;
    caseId: string;
    kind: string;
    number: string | null;
    title: string;
    forResident: boolean;
    providerId: string | null;
    bytes: Buffer;
    createdAt: Temporal.Instant;
  };
}
export type KeptDocument = Omit<Selectable<DocumentTables['platform.document']>, 'centreId' | 'bytes'>;

const listed = ['id', 'caseId', 'kind', 'number', 'title', 'forResident', 'providerId', 'createdAt'] as const;

/** Keeps an issued document as it is, for good. `title` is what people see in lists. Returns its id. */
export async function keepDocument(
  scope: CentreScope,
  document: Omit<KeptDocument, 'id' | 'createdAt'>,
  bytes: Uint8Array,
): Promise<string> {
  const id = newId();
  await tablesOf<DocumentTables>(scope.tx)
    .insertInto('platform.document')
    .values({ ...document, id, centreId: scope.centre.id, bytes: Buffer.from(bytes), createdAt: scope.now })
    .execute();
  return id;
}

/** Documents of a case, oldest first. */
export async function listDocuments(scope: CentreScope, caseId: string): Promise<KeptDocument[]> {
  return tablesOf<DocumentTables>(scope.tx)
    .selectFrom('platform.document')
    .select(listed)
    .where('caseId', '=', caseId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** One document of a case with its bytes, or undefined. The caller decides who may read it. */
export async function findDocument(
  scope: CentreScope,
  caseId: string,
  id: string,
): Promise<(KeptDocument & { bytes: Buffer }) | undefined> {
  return tablesOf<DocumentTables>(scope.tx)
    .selectFrom('platform.document')
    .select([...listed, 'bytes'])
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
}
