import { sql, type Selectable } from 'kysely';
import { tablesOf, type CentreTx } from '#platform/db/index.ts';
import { newId } from '#shared/uuid.ts';
import { z } from 'zod';
import { conditionSchema } from '#modules/eligibility/index.ts';
import type { OfferRule } from '../domain/offerRule.ts';
import type { QualificationTables } from './tables.ts';

const conditions = z.array(conditionSchema);

/** The newest rules of these services; services without one are left out. */
export async function listRules(tx: CentreTx, serviceIds: readonly string[]): Promise<ReadonlyMap<string, OfferRule>> {
  if (serviceIds.length === 0) return new Map();
  const rows = await tablesOf<QualificationTables>(tx)
    .selectFrom('qualification.offerRule')
    .distinctOn('serviceId')
    .selectAll()
    .where('serviceId', 'in', serviceIds)
    .orderBy('serviceId')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.serviceId, ruleOf(row)]));
}
function ruleOf(row: Selectable<QualificationTables['qualification.offerRule']>): OfferRule {
  return {
    serviceId: row.serviceId,
    version: row.version,
    conditions: conditions.parse(row.conditions),
    placeLimit: row.placeLimit,
    inForceFrom: row.inForceFrom?.toString() ?? null,
    inForceTo: row.inForceTo?.toString() ?? null,
    programme: row.programme,
    resolution: row.resolution,
    source: row.source,
  };
}

export interface Author {
  readonly id: string | null;
  readonly name: string;
}

/** Adds a version of a rule; false when somebody added it first. */
export async function insertRule(tx: CentreTx, rule: OfferRule, by: Author, at: Temporal.Instant): Promise<boolean> {
  const done = await tablesOf<QualificationTables>(tx)
    .insertInto('qualification.offerRule')
    .values({
      ...rule,
      centreId: tx.centreId,
      conditions: JSON.stringify(rule.conditions),
      inForceFrom: rule.inForceFrom === null ? null : Temporal.PlainDate.from(rule.inForceFrom),
      inForceTo: rule.inForceTo === null ? null : Temporal.PlainDate.from(rule.inForceTo),
      setBy: by.id,
      setByName: by.name,
      setAt: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

export type SettlementRow = Pick<
  Selectable<QualificationTables['qualification.settlement']>,
  'serviceId' | 'conditionId' | 'isMet' | 'note' | 'settledByName' | 'settledAt'
>;
/** The newest settlement of each condition of a case, by service. */
export function listSettlements(tx: CentreTx, caseId: string): Promise<SettlementRow[]> {
  return tablesOf<QualificationTables>(tx)
    .selectFrom('qualification.settlement')
    .distinctOn(['serviceId', 'conditionId'])
    .select(['serviceId', 'conditionId', 'isMet', 'note', 'settledByName', 'settledAt'])
    .where('caseId', '=', caseId)
    .orderBy('serviceId')
    .orderBy('conditionId')
    .orderBy('settledAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
export async function insertSettlements(
  tx: CentreTx,
  about: { readonly caseId: string; readonly serviceId: string },
  settled: readonly { readonly conditionId: string; readonly isMet: boolean | null; readonly note: string }[],
  by: Author,
  at: Temporal.Instant,
): Promise<void> {
  if (settled.length === 0) return;
  await tablesOf<QualificationTables>(tx)
    .insertInto('qualification.settlement')
    .values(
      settled.map((each) => ({
        ...about,
        ...each,
        centreId: tx.centreId,
        id: newId(),
        settledBy: by.id,
        settledByName: by.name,
        settledAt: at,
      })),
    )
    .execute();
}

/** Waits for everybody else who numbers a card or a decision of this year, until this transaction ends. */
export async function lockNumbering(tx: CentreTx, year: number): Promise<void> {
  await tablesOf<QualificationTables>(tx)
    .insertInto('qualification.numbering')
    .values({ centreId: tx.centreId, year, last: 0 })
    .onConflict((conflict) => conflict.columns(['centreId', 'year']).doUpdateSet({ last: sql<number>`qualification.numbering.last` }))
    .execute();
}
/** The next running number of a year. */
export async function nextCardNumber(tx: CentreTx, year: number): Promise<number> {
  const row = await tablesOf<QualificationTables>(tx)
    .insertInto('qualification.numbering')
    .values({ centreId: tx.centreId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['centreId', 'year']).doUpdateSet({ last: sql<number>`qualification.numbering.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
