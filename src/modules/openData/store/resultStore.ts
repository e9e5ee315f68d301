import { sql } from 'kysely';
import { registersOf, type Database } from '#platform/db/index.ts';

interface ResultTables {
  'openData.checkResult': { name: string; program: string; checkedAt: Temporal.Instant; subjects: number; faults: unknown };
}
/** The last result of a check against the files of a standard. */
export interface CheckResult {
  readonly name: string;
  /** The build that was checked. */
  readonly program: string;
  readonly checkedAt: Temporal.Instant;
  /** How many things were held against the standard. */
  readonly subjects: number;
  readonly faults: readonly string[];
}

export async function saveResult(database: Database, result: CheckResult): Promise<void> {
  const row = { ...result, faults: JSON.stringify(result.faults) };
  await registersOf<ResultTables>(database)
    .insertInto('openData.checkResult')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((given) => ({
        program: given.ref('excluded.program'),
        checkedAt: given.ref('excluded.checkedAt'),
        subjects: given.ref('excluded.subjects'),
        faults: sql`excluded.faults`,
      })),
    )
    .execute();
}

export async function listResults(database: Database): Promise<CheckResult[]> {
  const rows = await registersOf<ResultTables>(database).selectFrom('openData.checkResult').selectAll().orderBy('name').execute();
  return rows.map((row) => ({ ...row, faults: row.faults as string[] }));
}
