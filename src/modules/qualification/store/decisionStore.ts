import { sql, type Selectable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import type { QualificationTables } from './tables.ts';

export type ProposalRow = Omit<Selectable<QualificationTables['qualification.proposal']>, 'centreId'>;
export type DecisionRow = Omit<Selectable<QualificationTables['qualification.decision']>, 'centreId'>;

export async function saveProposal(tx: CentreTx, row: ProposalRow): Promise<void> {
  const { caseId: _case, serviceId: _service, ...change } = row;
  await tablesOf<QualificationTables>(tx)
    .insertInto('qualification.proposal')
    .values({ ...row, centreId: tx.centreId })
    .onConflict((conflict) => conflict.columns(['centreId', 'caseId', 'serviceId']).doUpdateSet(change))
    .execute();
}
/** Nothing waits for a signature any more about one service of a case, or about all. */
export async function dropProposals(tx: CentreTx, caseId: string, serviceIds?: readonly string[]): Promise<void> {
  if (serviceIds?.length === 0) return;
  let rows = tablesOf<QualificationTables>(tx).deleteFrom('qualification.proposal').where('caseId', '=', caseId);
  if (serviceIds) rows = rows.where('serviceId', 'in', serviceIds);
  await rows.execute();
}
const proposal = ['caseId', 'serviceId', 'proposedBy', 'proposedByName', 'proposedAt'] as const;
/** Refusals to sign, oldest first, after a row of the page before; one more than `limit` tells that there are more. */
export function listProposals(
  tx: CentreTx,
  { limit, after }: { limit: number; after?: { at: string; caseId: string; serviceId: string } | undefined },
): Promise<ProposalRow[]> {
  let rows = tablesOf<QualificationTables>(tx).selectFrom('qualification.proposal').select(proposal);
  if (after)
    rows = rows.where(
      sql<boolean>`(proposed_at, case_id, service_id) > (${after.at}::timestamptz, ${after.caseId}::uuid, ${after.serviceId}::uuid)`,
    );
  return rows
    .orderBy('proposedAt')
    .orderBy('caseId')
    .orderBy('serviceId')
    .limit(limit + 1)
    .execute();
}

const decision = [
  'id',
  'number',
  'caseId',
  'serviceId',
  'factualReasons',
  'legalReasons',
  'signedBy',
  'signedByName',
  'signedOn',
  'documentId',
] as const;
/** Adds a decision; false when the centre has one of this number. */
export async function insertDecision(tx: CentreTx, row: DecisionRow): Promise<boolean> {
  const done = await tablesOf<QualificationTables>(tx)
    .insertInto('qualification.decision')
    .values({ ...row, centreId: tx.centreId })
    .onConflict((conflict) => conflict.columns(['centreId', 'number']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) === 1n;
}
export function findDecisionByNumber(tx: CentreTx, number: string): Promise<DecisionRow | undefined> {
  return tablesOf<QualificationTables>(tx)
    .selectFrom('qualification.decision')
    .select(decision)
    .where('number', '=', number)
    .executeTakeFirst();
}
/** Signed decisions, newest first. */
export function listDecisions(tx: CentreTx, limit: number): Promise<DecisionRow[]> {
  return tablesOf<QualificationTables>(tx)
    .selectFrom('qualification.decision')
    .select(decision)
    .orderBy('signedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
/** The numbers of decisions signed in a year, for suggesting the next. */
export async function listDecisionNumbers(tx: CentreTx, year: number): Promise<string[]> {
  const rows = await tablesOf<QualificationTables>(tx)
    .selectFrom('qualification.decision')
    .select('number')
    .where(sql<boolean>`extract(year from signed_on) = ${year}`)
    .execute();
  return rows.map((row) => row.number);
}
