import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { contentSchema, sensitiveSchema, type Assessment } from '../domain/assessmentContent.ts';

interface AssessmentTables {
  'assessment.version': {
    centreId: string;
    id: string;
    version: number;
    caseId: string;
    heldOn: Temporal.PlainDate;
    content: unknown;
    sensitive: unknown;
    recordedBy: string | null;
    recordedByName: string;
    recordedAt: Temporal.Instant;
  };
}
export type VersionInList = Pick<Assessment, 'version' | 'heldOn' | 'recordedByName' | 'recordedAt'>;

const open = ['id', 'version', 'caseId', 'heldOn', 'content', 'recordedByName', 'recordedAt'] as const;

/** One version of a case's assessment, the newest unless told. The sensitive part is not even read unless asked for. */
export async function findVersion(
  tx: CentreTx,
  caseId: string,
  { version, withSensitive }: { version?: number | undefined; withSensitive: boolean },
): Promise<Assessment | undefined> {
  let rows = tablesOf<AssessmentTables>(tx).selectFrom('assessment.version').select(open).where('caseId', '=', caseId);
  if (version !== undefined) rows = rows.where('version', '=', version);
  const row = await rows.orderBy('version', 'desc').limit(1).executeTakeFirst();
  if (!row) return undefined;
  const kept = withSensitive
    ? await tablesOf<AssessmentTables>(tx)
        .selectFrom('assessment.version')
        .select('sensitive')
        .where('id', '=', row.id)
        .where('version', '=', row.version)
        .executeTakeFirstOrThrow()
    : null;
  return { ...row, content: contentSchema.parse(row.content), sensitive: kept && sensitiveSchema.parse(kept.sensitive) };
}

/** All versions of a case, newest first, without their content. */
export function listVersions(tx: CentreTx, caseId: string): Promise<VersionInList[]> {
  return tablesOf<AssessmentTables>(tx)
    .selectFrom('assessment.version')
    .select(['version', 'heldOn', 'recordedByName', 'recordedAt'])
    .where('caseId', '=', caseId)
    .orderBy('version', 'desc')
    .execute();
}

/** Adds a version; false when the case has one of this number already. */
export async function insertVersion(tx: CentreTx, recordedBy: string | null, assessment: Assessment): Promise<boolean> {
  const done = await tablesOf<AssessmentTables>(tx)
    .insertInto('assessment.version')
    .values({
      ...assessment,
      centreId: tx.centreId,
      recordedBy,
      content: JSON.stringify(assessment.content),
      sensitive: JSON.stringify(assessment.sensitive),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) === 1n;
}
