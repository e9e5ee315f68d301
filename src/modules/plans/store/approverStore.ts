import type { Selectable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';

interface ApproverTables {
  'plans.approver': {
    centreId: string;
    id: string;
    userId: string;
    validFrom: Temporal.PlainDate;
    validTo: Temporal.PlainDate | null;
    basis: string;
    grantedBy: string;
    grantedAt: Temporal.Instant;
  };
}
export type ApproverRow = Omit<Selectable<ApproverTables['plans.approver']>, 'centreId'>;

export async function insertApprover(tx: CentreTx, row: ApproverRow): Promise<void> {
  await tablesOf<ApproverTables>(tx)
    .insertInto('plans.approver')
    .values({ ...row, centreId: tx.centreId })
    .execute();
}
/** All authorisations ever given, the newest first. */
export function listApprovers(tx: CentreTx): Promise<ApproverRow[]> {
  return tablesOf<ApproverTables>(tx)
    .selectFrom('plans.approver')
    .selectAll()
    .orderBy('validFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}
/** Ends an authorisation that has not ended before that day; false when there is none such. */
export async function endApprover(tx: CentreTx, id: string, validTo: Temporal.PlainDate): Promise<boolean> {
  const done = await tablesOf<ApproverTables>(tx)
    .updateTable('plans.approver')
    .set({ validTo })
    .where('id', '=', id)
    .where('validFrom', '<=', validTo)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', validTo)]))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
export async function isApproverOn(tx: CentreTx, userId: string, on: Temporal.PlainDate): Promise<boolean> {
  const row = await tablesOf<ApproverTables>(tx)
    .selectFrom('plans.approver')
    .select('id')
    .where('userId', '=', userId)
    .where('validFrom', '<=', on)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', on)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
