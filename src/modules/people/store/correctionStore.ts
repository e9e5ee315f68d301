import type { Selectable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';

/** Values of changed fields of a record by the names of its columns; days in ISO, nothing as null. */
export type RecordedFields = Readonly<Record<string, string | null>>;
interface CorrectionTables {
  'people.correction': {
    centreId: string;
    id: string;
    personId: string;
    caseId: string;
    at: Temporal.Instant;
    correctedBy: string;
    reason: string | null;
    before: unknown;
    after: unknown;
  };
}
export type CorrectionRow = Omit<Selectable<CorrectionTables['people.correction']>, 'centreId' | 'before' | 'after'> & {
  readonly before: RecordedFields;
  readonly after: RecordedFields;
};

export async function insertCorrection(tx: CentreTx, row: CorrectionRow): Promise<void> {
  await tablesOf<CorrectionTables>(tx)
    .insertInto('people.correction')
    .values({ ...row, before: JSON.stringify(row.before), after: JSON.stringify(row.after), centreId: tx.centreId })
    .execute();
}

/** What was corrected in a person's record, the newest first. */
export async function listCorrections(tx: CentreTx, personId: string): Promise<CorrectionRow[]> {
  const rows = await tablesOf<CorrectionTables>(tx)
    .selectFrom('people.correction')
    .select(['id', 'personId', 'caseId', 'at', 'correctedBy', 'reason', 'before', 'after'])
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, before: row.before as RecordedFields, after: row.after as RecordedFields }));
}
