import { sql } from 'kysely';
import type { CentreTx } from '#platform/db/index.ts';
import { tablesOf } from '#platform/db/index.ts';
import type { CaseTables } from './caseStore.ts';

/** Open cases in one status, by how long ago they were opened. */
export interface OpenCases {
  readonly status: string;
  readonly cases: number;
  /** Opened in the last 30 days, 31 to 90 days ago, and before that. */
  readonly upTo30Days: number;
  readonly upTo90Days: number;
  readonly older: number;
  readonly oldestAt: Temporal.Instant;
}
export function countOpenCases(tx: CentreTx, now: Temporal.Instant): Promise<OpenCases[]> {
  const month = now.subtract({ hours: 30 * 24 });
  const quarter = now.subtract({ hours: 90 * 24 });
  return tablesOf<CaseTables>(tx)
    .selectFrom('cases.record')
    .select([
      'status',
      sql<number>`count(*)`.as('cases'),
      sql<number>`count(*) filter (where opened_at >= ${month})`.as('upTo30Days'),
      sql<number>`count(*) filter (where opened_at < ${month} and opened_at >= ${quarter})`.as('upTo90Days'),
      sql<number>`count(*) filter (where opened_at < ${quarter})`.as('older'),
      sql<Temporal.Instant>`min(opened_at)`.as('oldestAt'),
    ])
    .where('isOpen', '=', true)
    .groupBy('status')
    .execute();
}

/** Steps of open cases that have a last day, by what has to be done. */
export interface Deadlines {
  readonly step: string;
  /** The last day has passed. */
  readonly overdue: number;
  /** Today and the next seven days. */
  readonly week: number;
  /** The seven days after those. */
  readonly fortnight: number;
}
export function countDeadlines(tx: CentreTx, today: Temporal.PlainDate): Promise<Deadlines[]> {
  const week = today.add({ days: 7 });
  return tablesOf<CaseTables>(tx)
    .selectFrom('cases.record')
    .select([
      sql<string>`coalesce(next_step, '')`.as('step'),
      sql<number>`count(*) filter (where next_due_on < ${today})`.as('overdue'),
      sql<number>`count(*) filter (where next_due_on between ${today} and ${week})`.as('week'),
      sql<number>`count(*) filter (where next_due_on > ${week})`.as('fortnight'),
    ])
    .where('isOpen', '=', true)
    .where('nextDueOn', '<=', today.add({ days: 14 }))
    .groupBy('nextStep')
    .execute();
}

/** Refused services by reason. A refusal with two reasons counts under each of them. */
export interface Refusals {
  readonly reason: string;
  readonly refusals: number;
}
export async function countRefusals(tx: CentreTx, since: Temporal.Instant): Promise<Refusals[]> {
  const { rows } = await sql<Refusals>`
    select reason.code as reason, count(*) as refusals
    from cases.event e
    cross join lateral (select distinct each ->> 'code' as code from jsonb_array_elements(e.data -> 'reasons') each) reason
    where e.centre_id = ${tx.centreId}::uuid and e.type = 'serviceRefused' and e.at >= ${since}
    group by reason.code`.execute(tx.db);
  return rows;
}

/** One refused service. */
export interface RefusedService {
  readonly caseId: string;
  readonly seq: number;
  readonly number: string;
  readonly serviceId: string;
  readonly at: Temporal.Instant;
  readonly decisionNumber: string;
  readonly reasons: readonly string[];
}
/** Refusals for a reason since a moment, newest first; `limit + 1` rows mean that more follow. */
export async function listRefusals(
  tx: CentreTx,
  query: {
    readonly reason: string | null;
    readonly since: Temporal.Instant;
    readonly after: { readonly at: Temporal.Instant; readonly caseId: string; readonly seq: number } | null;
    readonly limit: number;
  },
): Promise<RefusedService[]> {
  const { reason, since, after, limit } = query;
  const ofReason = reason === null ? sql`` : sql`and e.data -> 'reasons' @> ${JSON.stringify([{ code: reason }])}::jsonb`;
  const further = after === null ? sql`` : sql`and (e.at, e.case_id, e.seq) < (${after.at}, ${after.caseId}::uuid, ${after.seq})`;
  const { rows } = await sql<RefusedService>`
    select e.case_id, e.seq, r.number, e.data ->> 'serviceId' as service_id, e.at, e.data ->> 'decisionNumber' as decision_number,
      array(select each ->> 'code' from jsonb_array_elements(e.data -> 'reasons') each) as reasons
    from cases.event e join cases.record r on r.centre_id = e.centre_id and r.id = e.case_id
    where e.centre_id = ${tx.centreId}::uuid and e.type = 'serviceRefused' and e.at >= ${since} ${ofReason} ${further}
    order by e.at desc, e.case_id desc, e.seq desc
    limit ${limit + 1}`.execute(tx.db);
  return rows;
}
