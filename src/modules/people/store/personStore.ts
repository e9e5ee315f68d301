import { sql, type Selectable } from 'kysely';
import { conditionOfWords, listAlike, tablesOf, type CentreTx } from '#platform/db/index.ts';

export interface PeopleTables {
  'people.person': {
    centreId: string;
    id: string;
    version: number;
    givenName: string;
    familyName: string;
    foldedName: string;
    birthDate: Temporal.PlainDate | null;
    pesel: string | null;
    documentKind: string | null;
    documentNumber: string | null;
    addressLine: string | null;
    postcode: string | null;
    town: string | null;
    phone: string | null;
    email: string | null;
    preferredContact: string | null;
    language: string;
    createdAt: Temporal.Instant;
    updatedAt: Temporal.Instant;
  };
}
export type PersonRow = Selectable<PeopleTables['people.person']>;

export async function insertPerson(tx: CentreTx, row: Omit<PersonRow, 'centreId' | 'version'>): Promise<void> {
  await tablesOf<PeopleTables>(tx)
    .insertInto('people.person')
    .values({ ...row, centreId: tx.centreId, version: 1 })
    .execute();
}

/** Saves a person as read at `version`; false when somebody saved in between. */
export async function updatePerson(
  tx: CentreTx,
  id: string,
  version: number,
  change: Partial<Omit<PersonRow, 'centreId' | 'id' | 'version' | 'createdAt'>>,
): Promise<boolean> {
  const done = await tablesOf<PeopleTables>(tx)
    .updateTable('people.person')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function findPerson(tx: CentreTx, id: string): Promise<PersonRow | undefined> {
  return tablesOf<PeopleTables>(tx).selectFrom('people.person').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listPeople(tx: CentreTx, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  return tablesOf<PeopleTables>(tx).selectFrom('people.person').selectAll().where('id', 'in', ids).execute();
}

/**
 * People who may be the same: the same PESEL, or the same birth date, or one of the names most alike. The caller scores them.
 */
export async function listLikelySame(
  tx: CentreTx,
  wanted: { pesel: string | null; birthDate: Temporal.PlainDate | null; foldedName: string },
  limit: number,
): Promise<PersonRow[]> {
  const alike = await listAlike(tx, 'people.person', wanted.foldedName, limit);
  return tablesOf<PeopleTables>(tx)
    .selectFrom('people.person')
    .selectAll()
    .where((where) =>
      where.or([
        ...(wanted.pesel ? [where('pesel', '=', wanted.pesel)] : []),
        ...(wanted.birthDate ? [where('birthDate', '=', wanted.birthDate)] : []),
        sql<boolean>`id = any(${alike}::uuid[])`,
      ]),
    )
    .orderBy(sql`(case when pesel = ${wanted.pesel} then 1 else 0 end) + similarity(folded_name, ${wanted.foldedName})`, 'desc')
    .limit(limit)
    .execute();
}

/** Lets one transaction at a time look for and write down a person with this PESEL. */
export async function lockPesel(tx: CentreTx, pesel: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.centreId} ${pesel}`}, 0))`.execute(tx.db);
}
export async function findPersonByPesel(tx: CentreTx, pesel: string): Promise<PersonRow | undefined> {
  return tablesOf<PeopleTables>(tx).selectFrom('people.person').selectAll().where('pesel', '=', pesel).executeTakeFirst();
}

/** People found by parts of their names or by names that are alike, the most alike first. */
export async function searchPeople(tx: CentreTx, foldedWords: string, limit: number): Promise<PersonRow[]> {
  const hasWords = await conditionOfWords(tx, 'people.person', foldedWords);
  if (!hasWords) return [];
  const alike = await listAlike(tx, 'people.person', foldedWords, limit);
  return tablesOf<PeopleTables>(tx)
    .selectFrom('people.person')
    .selectAll()
    .where((where) => where.or([hasWords, sql<boolean>`id = any(${alike}::uuid[])`]))
    .orderBy(sql`similarity(folded_name, ${foldedWords})`, 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}
