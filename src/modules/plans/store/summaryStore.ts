import type { Selectable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';

/** How much of a planned service was delivered, as the coordinator puts it. */
export type DeliveredInWords = { readonly itemId: string; readonly text: string };

interface SummaryTables {
  'plans.summary': {
    centreId: string;
    id: string;
    planId: string;
    heldOn: Temporal.PlainDate;
    place: string | null;
    present: string[];
    personsView: string | null;
    furtherSteps: string[];
    delivered: DeliveredInWords[];
    recordedBy: string | null;
    recordedAt: Temporal.Instant;
  };
}
export type SummaryRow = Omit<Selectable<SummaryTables['plans.summary']>, 'centreId'>;

export async function insertSummary(tx: CentreTx, row: SummaryRow): Promise<void> {
  await tablesOf<SummaryTables>(tx)
    .insertInto('plans.summary')
    .values({ ...row, delivered: JSON.stringify(row.delivered) as unknown as DeliveredInWords[], centreId: tx.centreId })
    .execute();
}
/** The newest summary of a plan. */
export function findSummary(tx: CentreTx, planId: string): Promise<SummaryRow | undefined> {
  return tablesOf<SummaryTables>(tx)
    .selectFrom('plans.summary')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('recordedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}
